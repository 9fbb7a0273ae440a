package io.tasker.internal;

import io.tasker.handler.BatchResults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How one parameter of one step gets its value. Decided once, when the engine starts. */
abstract class Argument {

  /**
   * Returns the value for a task.
   *
   * @throws BindingException if the value is absent or does not fit
   */
  abstract @Nullable Object value(TaskValues values);

  /** The batch that an attempt is for. */
  static final Argument SLICE =
      new Argument() {
        @Override
        @Nullable Object value(TaskValues values) {
          return values.slice();
        }
      };

  /** The results of the batches of a worker step. */
  static final class Batches extends Argument {
    private final int worker;
    private final boolean isReference;
    private final JsonValue element;

    /**
     * Creates the argument.
     *
     * @param worker the index of the worker step
     * @param isReference true if a result is passed on as the worker's handler returned it
     * @param element how to read a result from JSON otherwise
     */
    Batches(int worker, boolean isReference, JsonValue element) {
      this.worker = worker;
      this.isReference = isReference;
      this.element = element;
    }

    @Override
    Object value(TaskValues values) {
      List<Integer> batches = values.batches(worker);
      List<@Nullable Object> results = new ArrayList<>(batches.size());
      for (int batch : batches) {
        // A failed batch may have been set aside.
        if (values.hasResult(batch)) {
          Object value = values.result(batch);
          results.add(
              value == null || isReference ? value : element.read(values.resultJson(batch)));
        }
      }
      return new BatchResults<>(results, !batches.isEmpty());
    }
  }

  /** The same value for all tasks. */
  static final class Constant extends Argument {
    private final @Nullable Object value;

    Constant(@Nullable Object value) {
      this.value = value;
    }

    @Override
    @Nullable Object value(TaskValues values) {
      return value;
    }
  }

  /** The object that an upstream handler returned, as it is. */
  static final class Reference extends Argument {
    private final int step;
    private final boolean isWrapped;
    private final @Nullable Class<?> type;
    private final Argument conversion;

    /**
     * Creates the argument.
     *
     * @param step the index of the upstream step
     * @param isWrapped true if the parameter is an Optional of what the upstream step returns
     * @param type the class the object must have to be passed on, or null if the producer's
     *     declaration vouches for it
     * @param conversion what to do with any other object, with null and without a result
     */
    Reference(int step, boolean isWrapped, @Nullable Class<?> type, Argument conversion) {
      this.step = step;
      this.isWrapped = isWrapped;
      this.type = type;
      this.conversion = conversion;
    }

    @Override
    @Nullable Object value(TaskValues values) {
      if (values.hasResult(step)) {
        Object value = values.result(step);
        if (value != null && (type == null || type.isInstance(value))) {
          return isWrapped ? Optional.of(value) : value;
        }
      }
      return conversion.value(values);
    }
  }

  /** An upstream result, or one field of it, read from JSON. */
  static final class Result extends Argument {
    private final int step;
    private final JsonValue target;

    Result(int step, JsonValue target) {
      this.step = step;
      this.target = target;
    }

    @Override
    @Nullable Object value(TaskValues values) {
      if (!values.hasResult(step)) {
        return target.absent();
      }
      if (target.isOptional() && values.result(step) == null) {
        return target.absent();
      }
      return target.read(values.resultJson(step));
    }
  }

  /** The task's input, or one field of it. */
  static final class Input extends Argument {
    private final @Nullable Class<?> type;
    private final JsonValue target;

    /**
     * Creates the argument.
     *
     * @param type the class the input must have to be passed on as it is, or null for never
     * @param target how to read it from JSON otherwise
     */
    Input(@Nullable Class<?> type, JsonValue target) {
      this.type = type;
      this.target = target;
    }

    @Override
    @Nullable Object value(TaskValues values) {
      if (type != null && type.isInstance(values.input())) {
        return values.input();
      }
      JsonNode json = values.inputJson();
      return target.read(json);
    }
  }
}
