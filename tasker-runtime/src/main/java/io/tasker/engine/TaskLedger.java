package io.tasker.engine;

import io.tasker.internal.JacksonCodec;
import io.tasker.internal.KeptCheckpoint;
import java.util.List;

/**
 * Keeps what came with an event where other steps find it, and tells the reporter. Comes before the
 * machine, since the steps that it starts may read the result at once.
 */
final class TaskLedger {
  private final CompiledWorkflow workflow;
  private final TaskData data;
  private final TaskReporter reporter;
  private final JacksonCodec codec;

  TaskLedger(CompiledWorkflow workflow, TaskData data, TaskReporter reporter, JacksonCodec codec) {
    this.workflow = workflow;
    this.data = data;
    this.reporter = reporter;
    this.codec = codec;
  }

  void keep(TaskEvent event, StepAttempt attempt, AttemptOutcome outcome) {
    int index = attempt.stepIndex();
    StepRecord record = data.record(index);
    StepPlan step = data.steps().step(index).plan();
    if (event instanceof TaskEvent.StepStarted) {
      reporter.stepStarted(attempt, step);
    } else if (outcome.failure() != null) {
      record.failure = outcome.failure();
      record.metadata = outcome.metadata();
      reporter.stepFailed(attempt, step, outcome.failure());
    } else if (event instanceof TaskEvent.CheckpointYielded yielded) {
      record.checkpoint =
          new KeptCheckpoint(
              yielded.cursor(),
              yielded.itemsProcessed(),
              outcome.value() == null ? null : codec.toTree(outcome.value()),
              codec);
    } else if (event instanceof TaskEvent.Success success) {
      keep(success, outcome);
      reporter.stepSucceeded(attempt, step);
    }
  }

  void keep(TaskEvent.Success event, AttemptOutcome outcome) {
    StepRecord record = data.record(event.step());
    record.value = outcome.value();
    record.json = null;
    record.hasResult = true;
    record.metadata = outcome.metadata();
    if (event instanceof TaskEvent.BatchesPlanned planned) {
      plan(planned.step(), planned.batchIds());
    }
  }

  private void plan(int analyzer, List<String> batchIds) {
    TaskPlan plan = workflow.plan();
    StepPlan worker = plan.steps().get(plan.creation().worker(analyzer));
    data.steps().plan(worker, batchIds, data.resultJson(analyzer));
  }
}
