package io.tasker.engine;

import io.tasker.handler.BatchSlice;
import io.tasker.internal.JacksonCodec;
import io.tasker.internal.TaskValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The values of a called step: the steps above by the index that its binding knows them by. */
final class CalledValues implements TaskValues {
  private final StepCall call;
  private final @Nullable BatchSlice slice;
  // Those that have a result: nobody asks for others.
  private final Map<String, Integer> ancestors = new TreeMap<>();
  private final Map<Integer, JsonNode> results = new HashMap<>();
  private final Map<Integer, List<Integer>> batches = new HashMap<>();

  CalledValues(StepCall call, CompiledStep step, JacksonCodec codec) {
    this.call = call;
    BatchInput batch = step.batch();
    this.slice = batch == null ? null : batch.slice(CalledStep.kept(call, codec));
    TaskPlan plan = call.workflow().compiled().plan();
    int next = plan.steps().size() + 1;
    for (StepCall.Result result : call.results()) {
      Optional<StepPlan> above = plan.step(result.templateStep());
      boolean isBatch = !result.step().equals(result.templateStep());
      int index = isBatch || above.isEmpty() ? next++ : above.get().index();
      results.put(index, result.value());
      ancestors.put(result.step(), index);
      if (isBatch && above.isPresent() && !result.isNoOp()) {
        batches.computeIfAbsent(above.get().index(), worker -> new ArrayList<>()).add(index);
      }
    }
  }

  Map<String, Integer> ancestors() {
    return ancestors;
  }

  @Override
  public boolean hasResult(int step) {
    return results.containsKey(step);
  }

  @Override
  public @Nullable Object result(int step) {
    return results.get(step);
  }

  @Override
  public JsonNode resultJson(int step) {
    return Objects.requireNonNull(results.get(step));
  }

  @Override
  public List<Integer> batches(int worker) {
    return batches.getOrDefault(worker, List.of());
  }

  @Override
  public @Nullable BatchSlice slice() {
    return slice;
  }

  @Override
  public Object input() {
    return call.input();
  }

  @Override
  public JsonNode inputJson() {
    return call.input();
  }
}
