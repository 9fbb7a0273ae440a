package io.tasker.worker;

import io.tasker.engine.StepRunner;
import io.tasker.worker.database.Database;
import io.tasker.worker.database.HeldBackResults;
import io.tasker.worker.database.StepResults;
import java.time.Clock;

/**
 * What all steps of a worker share.
 *
 * @param database the database of the cluster
 * @param intake turns messages into steps
 * @param runner runs handlers
 * @param results stores outcomes
 * @param heldBack looks after outcomes the orchestrator cannot take yet
 * @param document writes outcomes
 * @param circuit how the database did lately
 * @param news who is told what happens
 * @param clock the time
 */
record WorkerParts(
    Database database,
    StepIntake intake,
    StepRunner runner,
    StepResults results,
    HeldBackResults heldBack,
    ResultDocument document,
    DatabaseCircuit circuit,
    StepNews news,
    Clock clock) {}
