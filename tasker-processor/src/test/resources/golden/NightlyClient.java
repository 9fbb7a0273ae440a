package com.acme.kinds;

import io.tasker.TaskEngine;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.TypedClient;
import io.tasker.TypedResults;
import io.tasker.TypedTaskHandle;
import io.tasker.handler.BatchResults;
import io.tasker.spi.TaskerGenerated;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;

/** Submits tasks of {@link Nightly} and reads their results. */
@Generated("io.tasker.processor.TaskerProcessor")
@TaskerGenerated
@SuppressWarnings("doclint:missing")
public final class NightlyClient extends TypedClient<NightlyClient.Results> {
  /**
   * Creates a client.
   *
   * @param engine runs the tasks; the caller closes it
   */
  public NightlyClient(TaskEngine engine) {
    super(engine, TaskRequest.of("reports", "nightly").version("1.0.0"), Results::new);
  }

  /**
   * Submits a task.
   *
   * @param input the input of the task
   * @return the task
   * @see TaskEngine#submit
   */
  public TypedTaskHandle<Results> submit(Input input) {
    return submit(input, request -> request);
  }

  /**
   * Submits a task on someone's behalf, with a key or tags.
   *
   * @param input the input of the task
   * @param settings adds to the request: {@code request -> request.initiator("web")}
   * @return the task
   * @see TaskEngine#submit
   */
  public TypedTaskHandle<Results> submit(Input input, UnaryOperator<TaskRequest> settings) {
    return start(input.fields, settings);
  }

  /** The input of a task. */
  public static final class Input {
    /** The input by the names of its fields. */
    private final Map<String, Object> fields = new LinkedHashMap<>();

    /**
     * Creates an input of what every task needs.
     *
     * @param rows the field {@code rows}
     */
    public Input(long rows) {
      fields.put("rows", rows);
    }
  }

  /** The results of a task. */
  public static final class Results extends TypedResults<Results> {
    /**
     * Reads the results of a task.
     *
     * @param task a task that has ended
     */
    public Results(TaskResult task) {
      super(task);
    }

    /** {@return what {@link Nightly#analyze} returned} */
    public Nightly.Found analyze() {
      return resultOf("analyze", Nightly.Found.class);
    }

    /** {@return what {@link Nightly#countRows} returned for each batch, in order} */
    public BatchResults<Long> countRows() {
      return batchResultsOf("analyze", "count_rows", Long.class);
    }

    /** {@return what {@link Nightly#total} returned} */
    public long total() {
      return resultOf("total", Long.class);
    }
  }
}
