package io.tasker.engine;

import io.tasker.handler.StepFailure;
import io.tasker.internal.JacksonCodec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  void keep(
      TaskEvent event, StepAttempt attempt, @Nullable Object value, @Nullable StepFailure failure) {
    int index = attempt.stepIndex();
    StepRecord record = data.record(index);
    String step = data.steps().step(index).plan().name();
    if (event instanceof TaskEvent.StepStarted) {
      reporter.stepStarted(attempt, step);
    } else if (failure != null) {
      record.failure = failure;
      record.metadata = attempt.metadata();
      reporter.stepFailed(attempt, step, failure);
    } else if (event instanceof TaskEvent.CheckpointYielded yielded) {
      record.checkpoint =
          new KeptCheckpoint(
              yielded.cursor(),
              yielded.itemsProcessed(),
              value == null ? null : codec.toTree(value),
              codec);
    } else if (event instanceof TaskEvent.Success success) {
      keep(success, value);
      record.metadata = attempt.metadata();
      reporter.stepSucceeded(attempt, step);
    }
  }

  void keep(TaskEvent.Success event, @Nullable Object value) {
    StepRecord record = data.record(event.step());
    record.value = value;
    record.json = null;
    record.hasResult = true;
    record.metadata = Map.of();
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
