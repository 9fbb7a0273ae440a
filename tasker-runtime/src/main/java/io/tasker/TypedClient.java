package io.tasker;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Submits tasks of one workflow, whose results have types. The compiler generates a subclass for
 * each workflow ({@code -Atasker.client=true}). Safe for use by several threads.
 *
 * @param <R> the results
 */
public abstract class TypedClient<R extends TypedResults<R>> {
  private final TaskEngine engine;
  private final TaskRequest workflow;
  private final Function<TaskResult, R> results;

  /**
   * Creates a client.
   *
   * @param engine runs the tasks; the caller closes it
   * @param workflow what all requests have in common
   * @param results reads the results of a task that has ended
   */
  protected TypedClient(TaskEngine engine, TaskRequest workflow, Function<TaskResult, R> results) {
    this.engine = Objects.requireNonNull(engine, "engine");
    this.workflow = Objects.requireNonNull(workflow, "workflow");
    this.results = Objects.requireNonNull(results, "results");
  }

  /**
   * Submits a task with an empty input.
   *
   * @param settings adds to the request
   * @return the task
   * @see TaskEngine#submit
   */
  protected final TypedTaskHandle<R> start(UnaryOperator<TaskRequest> settings) {
    return new TypedTaskHandle<>(engine.submit(settings.apply(workflow)), results);
  }

  /**
   * Submits a task.
   *
   * @param input the input as {@link TaskRequest#input(Object)} takes it
   * @param settings adds to the request
   * @return the task
   * @see TaskEngine#submit
   */
  protected final TypedTaskHandle<R> start(Object input, UnaryOperator<TaskRequest> settings) {
    TaskRequest request = workflow.input(input);
    return new TypedTaskHandle<>(engine.submit(settings.apply(request)), results);
  }
}
