package io.tasker.client;

import java.time.Instant;

/**
 * How many tasks there were in a time, and how long they took.
 *
 * @param totalTasks all tasks
 * @param activeTasks those that have not ended
 * @param completedTasks those that are complete
 * @param failedTasks those that failed
 * @param completionRate the share of those that are complete, in percent
 * @param errorRate the share of those that failed, in percent
 * @param averageTaskDurationSeconds the mean time from creation to end
 * @param averageStepDurationSeconds the mean time of a step
 * @param tasksPerHour tasks per hour
 * @param stepsPerHour steps per hour
 * @param systemHealthScore from 0, all fails, to 1
 * @param analysisPeriodStart since when tasks count
 * @param calculatedAt when this was found
 */
public record ClusterPerformance(
    long totalTasks,
    long activeTasks,
    long completedTasks,
    long failedTasks,
    double completionRate,
    double errorRate,
    double averageTaskDurationSeconds,
    double averageStepDurationSeconds,
    long tasksPerHour,
    long stepsPerHour,
    double systemHealthScore,
    Instant analysisPeriodStart,
    Instant calculatedAt) {}
