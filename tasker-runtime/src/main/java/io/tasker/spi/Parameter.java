package io.tasker.spi;

import io.tasker.handler.BatchResults;
import io.tasker.handler.BatchSlice;
import io.tasker.http.ApiClient;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a handler that the runtime fills with a value: where the value comes from, its
 * type and what happens when it is absent. Compared by identity; generated code keeps each as a
 * constant.
 *
 * @param <T> the type of the argument
 */
public final class Parameter<T> {

  /** Where the value of a parameter comes from. */
  public enum Source {
    /** The result of the upstream step {@link Parameter#name()}. */
    DEPENDENCY,
    /** The task input field {@link Parameter#name()}, or the whole input if that is empty. */
    INPUT,
    /** The key {@link Parameter#name()} of the step's configuration. */
    CONFIG,
    /** The service of the parameter's type that the application provided. */
    PROVIDED,
    /** The batch that the attempt is for. */
    SLICE,
    /** The results of all instances of the batch worker {@link Parameter#name()}. */
    BATCH_RESULTS,
    /** A client for the HTTP API at {@link Parameter#name()}. */
    API
  }

  private final Source source;
  private final String name;
  private final String path;
  private final JsonType<T> type;
  private final boolean nullable;
  private final @Nullable String defaultValue;

  private Parameter(
      Source source,
      String name,
      String path,
      JsonType<T> type,
      boolean nullable,
      @Nullable String defaultValue) {
    this.source = source;
    this.name = Objects.requireNonNull(name, "name");
    this.path = Objects.requireNonNull(path, "path");
    this.type = Objects.requireNonNull(type, "type");
    this.nullable = nullable;
    this.defaultValue = defaultValue;
  }

  /**
   * Returns a parameter that takes the result of an upstream step.
   *
   * @param <T> the type of the argument
   * @param step the name of the upstream step
   * @param type the type of the argument; {@code Optional} if the step may be skipped
   * @return the parameter
   */
  public static <T> Parameter<T> dependency(String step, JsonType<T> type) {
    return new Parameter<>(Source.DEPENDENCY, step, "", type, false, null);
  }

  /**
   * Returns a parameter that takes the result of an upstream step.
   *
   * @param <T> the type of the argument
   * @param step the name of the upstream step
   * @param type the class of the argument, without type arguments
   * @return the parameter
   */
  public static <T> Parameter<T> dependency(String step, Class<T> type) {
    return dependency(step, JsonType.of(type));
  }

  /**
   * Returns a parameter that takes the whole task input.
   *
   * @param <T> the type of the argument
   * @param type the type of the argument
   * @return the parameter
   */
  public static <T> Parameter<T> input(JsonType<T> type) {
    return new Parameter<>(Source.INPUT, "", "", type, false, null);
  }

  /**
   * Returns a parameter that takes the whole task input.
   *
   * @param <T> the type of the argument
   * @param type the class of the argument, without type arguments
   * @return the parameter
   */
  public static <T> Parameter<T> input(Class<T> type) {
    return input(JsonType.of(type));
  }

  /**
   * Returns a parameter that takes one field of the task input.
   *
   * @param <T> the type of the argument
   * @param field the JSON name of the field
   * @param type the type of the argument; {@code Optional} if the field may be absent
   * @return the parameter
   */
  public static <T> Parameter<T> input(String field, JsonType<T> type) {
    return new Parameter<>(Source.INPUT, field, "", type, false, null);
  }

  /**
   * Returns a parameter that takes one field of the task input.
   *
   * @param <T> the type of the argument
   * @param field the JSON name of the field
   * @param type the class of the argument, without type arguments
   * @return the parameter
   */
  public static <T> Parameter<T> input(String field, Class<T> type) {
    return input(field, JsonType.of(type));
  }

  /**
   * Returns a parameter that takes a value of the step's configuration.
   *
   * @param <T> the type of the argument
   * @param key the configuration key
   * @param type the type of the argument; {@code Optional} if the key may be absent
   * @return the parameter
   */
  public static <T> Parameter<T> config(String key, JsonType<T> type) {
    return new Parameter<>(Source.CONFIG, key, "", type, false, null);
  }

  /**
   * Returns a parameter that takes a value of the step's configuration.
   *
   * @param <T> the type of the argument
   * @param key the configuration key
   * @param type the class of the argument, without type arguments
   * @return the parameter
   */
  public static <T> Parameter<T> config(String key, Class<T> type) {
    return config(key, JsonType.of(type));
  }

  /**
   * Returns a parameter that takes a service of the application.
   *
   * @param <T> the type of the service
   * @param type the type of the service
   * @return the parameter
   */
  public static <T> Parameter<T> provided(JsonType<T> type) {
    return new Parameter<>(Source.PROVIDED, "", "", type, false, null);
  }

  /**
   * Returns a parameter that takes a service of the application.
   *
   * @param <T> the type of the service
   * @param type the class of the service, without type arguments
   * @return the parameter
   */
  public static <T> Parameter<T> provided(Class<T> type) {
    return provided(JsonType.of(type));
  }

  /**
   * Returns the parameter of a batch worker that takes its batch.
   *
   * @return the parameter
   */
  public static Parameter<BatchSlice> slice() {
    return new Parameter<>(Source.SLICE, "", "", JsonType.of(BatchSlice.class), false, null);
  }

  /**
   * Returns a parameter that takes the results of all instances of a batch worker.
   *
   * @param <T> the type of the result of one batch
   * @param workerStep the name of the worker step in the template, without a number
   * @param element the type of the result of one batch
   * @return the parameter
   */
  public static <T> Parameter<BatchResults<T>> batchResults(
      String workerStep, JsonType<T> element) {
    return new Parameter<>(
        Source.BATCH_RESULTS, workerStep, "", JsonType.batchResults(element), false, null);
  }

  /**
   * Returns a parameter that takes the results of all instances of a batch worker.
   *
   * @param <T> the type of the result of one batch
   * @param workerStep the name of the worker step in the template, without a number
   * @param element the class of the result of one batch, without type arguments
   * @return the parameter
   */
  public static <T> Parameter<BatchResults<T>> batchResults(String workerStep, Class<T> element) {
    return batchResults(workerStep, JsonType.of(element));
  }

  /**
   * Returns a parameter that takes a client for an HTTP API.
   *
   * @param baseUrl the base URL; {@code ${config.<key>}} stands for a value of the step's
   *     configuration
   * @return the parameter
   */
  public static Parameter<ApiClient> api(String baseUrl) {
    return new Parameter<>(Source.API, baseUrl, "", JsonType.of(ApiClient.class), false, null);
  }

  /**
   * Returns this parameter, reading one field of the upstream result instead of all of it.
   *
   * @param fields the JSON field, with dots into nested objects
   * @return the parameter
   */
  public Parameter<T> path(String fields) {
    return new Parameter<>(source, name, fields, type, nullable, defaultValue);
  }

  /**
   * Returns this parameter, with null as its argument where the value is absent.
   *
   * @return the parameter
   */
  public Parameter<T> nullable() {
    return new Parameter<>(source, name, path, type, true, defaultValue);
  }

  /**
   * Returns this parameter, with a default where the value is absent.
   *
   * @param value the default as JSON; a text, an enum constant or a date without quotes
   * @return the parameter
   */
  public Parameter<T> defaultValue(String value) {
    return new Parameter<>(source, name, path, type, nullable, Objects.requireNonNull(value));
  }

  /**
   * Returns where the value comes from.
   *
   * @return the source
   */
  public Source source() {
    return source;
  }

  /**
   * Returns the step, field or key that holds the value, or the base URL of an API.
   *
   * @return the name; empty for the whole input, for a provided service and for a batch
   */
  public String name() {
    return name;
  }

  /**
   * Returns the field within an upstream result.
   *
   * @return the field, with dots into nested objects; empty for the whole result
   */
  public String path() {
    return path;
  }

  /**
   * Returns the type of the argument.
   *
   * @return the type
   */
  public JsonType<T> type() {
    return type;
  }

  /**
   * Returns whether the argument is null where the value is absent.
   *
   * @return true if it is
   */
  public boolean isNullable() {
    return nullable;
  }

  /**
   * Returns the default value.
   *
   * @return the default as {@link #defaultValue(String)} takes it, or null for none
   */
  public @Nullable String defaultValue() {
    return defaultValue;
  }

  @Override
  public String toString() {
    String what = source.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    String where = path.isEmpty() ? name : name + "." + path;
    return (where.isEmpty() ? what : what + " '" + where + "'") + " as " + type;
  }
}
