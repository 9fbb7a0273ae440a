package io.tasker;

import io.tasker.handler.BatchResults;
import io.tasker.spi.JsonType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The results of a task by type. The compiler generates a subclass for each workflow ({@code
 * -Atasker.client=true}), with a method for each step that has a result.
 *
 * @param <R> the subclass
 */
public abstract class TypedResults<R extends TypedResults<R>> {
  private final TaskResult task;

  /**
   * Reads the results of a task.
   *
   * @param task a task of the workflow, which has ended
   */
  protected TypedResults(TaskResult task) {
    this.task = Objects.requireNonNull(task, "task");
  }

  /**
   * Returns the results without types, with the state, the attempts and the failure of each step.
   *
   * @return the results
   */
  public final TaskResult task() {
    return task;
  }

  /**
   * Returns these results if the task is complete.
   *
   * @return these results
   * @throws TaskFailedException if the task ended otherwise
   */
  @SuppressWarnings("unchecked") // R is the class of this object.
  public final R orThrow() {
    task.orThrow();
    return (R) this;
  }

  /**
   * Returns the result of a step that every task runs.
   *
   * @param <T> the type of the result
   * @param step the name of the step
   * @param type the type of the result
   * @return the result; the handler's own object where the type allows
   * @throws IllegalStateException if the step is not complete, or was settled without a result
   */
  protected final <T> T resultOf(String step, JsonType<T> type) {
    return read(task.step(step), type)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Step '%s' of task %s has no result: it is %s with null"
                        .formatted(step, task.id(), task.step(step).state().coreName())));
  }

  /**
   * Returns the result of a step that every task runs.
   *
   * @param <T> the type of the result
   * @param step the name of the step
   * @param type the class of the result, without type arguments
   * @return the result; the handler's own object where the type allows
   * @throws IllegalStateException if the step is not complete, or was settled without a result
   */
  protected final <T> T resultOf(String step, Class<T> type) {
    return resultOf(step, JsonType.of(type));
  }

  /**
   * Returns the result of a step that not every task runs, or that may have none.
   *
   * @param <T> the type of the result
   * @param step the name of the step
   * @param type the type of the result
   * @return the result, or empty if no decision chose the step or its result is null
   * @throws IllegalStateException if the step was chosen and is not complete
   */
  protected final <T> Optional<T> optionalResultOf(String step, JsonType<T> type) {
    return find(step).flatMap(report -> read(report, type));
  }

  /**
   * Returns the result of a step that not every task runs, or that may have none.
   *
   * @param <T> the type of the result
   * @param step the name of the step
   * @param type the class of the result, without type arguments
   * @return the result, or empty if no decision chose the step or its result is null
   * @throws IllegalStateException if the step was chosen and is not complete
   */
  protected final <T> Optional<T> optionalResultOf(String step, Class<T> type) {
    return optionalResultOf(step, JsonType.of(type));
  }

  /**
   * Returns the branches a decision has taken.
   *
   * @param <E> the enum of the branches
   * @param step the name of the decision
   * @param branches the enum of the branches
   * @return the branches in the order they were given; empty if it took none, or if no other
   *     decision chose this one; unmodifiable
   * @throws IllegalStateException if the decision is not complete
   */
  protected final <E extends Enum<E>> Set<E> branchesOf(String step, Class<E> branches) {
    Set<E> taken = new LinkedHashSet<>();
    for (JsonNode name : outcome(step, "decision_point_outcome").path("step_names")) {
      taken.add(Enum.valueOf(branches, constant(name.asString(""), branches)));
    }
    return Collections.unmodifiableSet(taken);
  }

  private static <E extends Enum<E>> String constant(String step, Class<E> branches) {
    for (E branch : branches.getEnumConstants()) {
      if (branch.name().toLowerCase(Locale.ROOT).equals(step)) {
        return branch.name();
      }
    }
    return step;
  }

  /**
   * Returns the results of all batches of a worker.
   *
   * @param <T> the type of a batch's result
   * @param analyzer the name of the step that planned the batches
   * @param worker the name of the worker
   * @param type the type of a batch's result
   * @return the results in batch order, as a step sees them that brings them together
   * @throws IllegalStateException if the analyzer is not complete
   */
  protected final <T> BatchResults<T> batchResultsOf(
      String analyzer, String worker, JsonType<T> type) {
    Map<String, StepReport> complete = new HashMap<>();
    for (StepReport report : task.steps()) {
      if (report.state().satisfiesDependencies()) {
        complete.put(report.name(), report);
      }
    }
    List<@Nullable T> results = new ArrayList<>();
    for (JsonNode batch : outcome(analyzer, "batch_processing_outcome").path("cursor_configs")) {
      StepReport report = complete.get(worker + "_" + batch.path("batch_id").asString(""));
      results.add(report == null ? null : read(report, type).orElse(null));
    }
    return new BatchResults<>(results, !results.isEmpty());
  }

  /**
   * Returns the results of all batches of a worker.
   *
   * @param <T> the type of a batch's result
   * @param analyzer the name of the step that planned the batches
   * @param worker the name of the worker
   * @param type the class of a batch's result, without type arguments
   * @return the results in batch order, as a step sees them that brings them together
   * @throws IllegalStateException if the analyzer is not complete
   */
  protected final <T> BatchResults<T> batchResultsOf(
      String analyzer, String worker, Class<T> type) {
    return batchResultsOf(analyzer, worker, JsonType.of(type));
  }

  private JsonNode outcome(String step, String name) {
    return find(step).map(report -> report.json().path(name)).orElseGet(MissingNode::getInstance);
  }

  private Optional<StepReport> find(String step) {
    return task.steps().stream().filter(report -> report.name().equals(step)).findFirst();
  }

  @SuppressWarnings("unchecked") // A class is the type of what it is the class of.
  private static <T> Optional<T> read(StepReport report, JsonType<T> type) {
    Type java = type.type();
    if (java instanceof Class<?> plain) {
      return Optional.ofNullable((T) report.result(plain));
    }
    return Optional.ofNullable(report.result(new Given<T>(java)));
  }

  /** A type that is known without being written here. */
  private static final class Given<T> extends TypeReference<T> {
    private final Type type;

    Given(Type type) {
      this.type = type;
    }

    @Override
    public Type getType() {
      return type;
    }
  }
}
