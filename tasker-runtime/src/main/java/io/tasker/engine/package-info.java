/**
 * Runs tasks in this JVM: the pure state machine of a task, and the engine that gives it threads, a
 * timer and a store.
 *
 * <p>The machine ({@code Task*}, {@code StepPlan}, {@code RetryDelay}) must not know threads,
 * clocks, I/O or JSON; the engine around it must not know how a cluster does the same.
 */
package io.tasker.engine;
