package io.tasker.engine;

import io.tasker.StepState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The steps of one task: those of its template and, once they are planned, its batches. Grows on
 * the thread that has the task; others see the batches that were published to them.
 */
final class TaskSteps {

  /** The batches of one worker step, which have neighbouring indexes. */
  private record Range(int first, List<CompiledStep> batches) {}

  private final CompiledWorkflow workflow;
  private final StepRecord[] records;
  private volatile Batches batches = Batches.NONE;

  private record Batches(
      List<StepRecord> records, List<CompiledStep> steps, Map<Integer, Range> ranges) {
    static final Batches NONE = new Batches(List.of(), List.of(), Map.of());
  }

  TaskSteps(CompiledWorkflow workflow) {
    this.workflow = workflow;
    StepCreation creation = workflow.plan().creation();
    this.records = new StepRecord[workflow.steps().size()];
    for (int i = 0; i < records.length; i++) {
      records[i] = new StepRecord(creation.isInitial(i));
    }
  }

  CompiledStep step(int index) {
    return index < records.length
        ? workflow.steps().get(index)
        : batches.steps.get(index - records.length);
  }

  StepRecord record(int index) {
    return index < records.length ? records[index] : batches.records.get(index - records.length);
  }

  int count() {
    return records.length + batches.records.size();
  }

  /** Adds the batches of a plan, which come after all steps that there are. */
  void plan(StepPlan worker, List<String> batchIds, JsonNode plan) {
    int first = count();
    CompiledStep compiled = workflow.steps().get(worker.index());
    List<CompiledStep> added = new ArrayList<>(batchIds.size());
    for (String batchId : batchIds) {
      StepPlan batch = worker.batch(first + added.size(), batchId);
      added.add(compiled.batch(batch, BatchInput.of(batch, plan, added.size())));
    }
    Batches old = batches;
    List<StepRecord> allRecords = new ArrayList<>(old.records);
    List<CompiledStep> allSteps = new ArrayList<>(old.steps);
    for (CompiledStep batch : added) {
      allRecords.add(new StepRecord(true));
      allSteps.add(batch);
    }
    Map<Integer, Range> ranges = new HashMap<>(old.ranges);
    ranges.put(worker.index(), new Range(first, List.copyOf(added)));
    batches = new Batches(allRecords, allSteps, ranges);
  }

  /** Returns the indexes of the batches of a worker step; none for the placeholder. */
  List<Integer> batchesOf(int worker) {
    Range range = batches.ranges.get(worker);
    List<Integer> indexes = new ArrayList<>();
    if (range != null) {
      for (CompiledStep step : range.batches) {
        BatchInput input = step.batch();
        if (input != null && !input.isNoOp()) {
          indexes.add(step.plan().index());
        }
      }
    }
    return indexes;
  }

  /** Returns the indexes of the steps above a step by name, its batches instead of their worker. */
  Map<String, Integer> ancestors(CompiledStep step) {
    Map<Integer, Range> ranges = batches.ranges;
    if (ranges.isEmpty()) {
      return step.ancestors().get();
    }
    Map<String, Integer> above = new TreeMap<>(step.ancestors().get());
    step.ancestors()
        .get()
        .values()
        .forEach(
            index -> {
              Range range = ranges.get(index);
              if (range != null) {
                range.batches.forEach(
                    batch -> above.put(batch.plan().name(), batch.plan().index()));
              }
            });
    return above;
  }

  /** Visits the steps that exist in the order of the template, batches where their worker is. */
  void forEachExisting(Consumer<CompiledStep> visitor) {
    for (CompiledStep step : workflow.steps()) {
      if (exists(step)) {
        visitor.accept(step);
      }
      Range range = batches.ranges.get(step.plan().index());
      if (range != null) {
        range.batches.forEach(visitor);
      }
    }
  }

  /** Returns the step of a name, or null if there is none or it does not exist. */
  @Nullable CompiledStep find(String name) {
    CompiledStep named =
        workflow
            .plan()
            .step(name)
            .map(step -> step(step.index()))
            .filter(this::exists)
            .orElse(null);
    if (named != null) {
      return named;
    }
    return batches.steps.stream()
        .filter(batch -> batch.plan().name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private boolean exists(CompiledStep step) {
    StepState state = record(step.plan().index()).state();
    return state != null;
  }
}
