package io.tasker.internal;

import io.tasker.handler.BatchCheckpoint;
import io.tasker.handler.EventPublisher;
import io.tasker.handler.StepContext;
import io.tasker.internal.JsonValue.Absence;
import io.tasker.internal.JsonValue.Kind;
import io.tasker.internal.JsonValue.Site;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;

/** The context of an attempt, reading the values of its task. */
public final class AttemptContext implements StepContext {
  private final StepCoordinates step;
  private final TaskValues values;
  private final JacksonCodec codec;
  private final EventPublisher events;
  // Kept, since with thousands of batches above the step it takes a while to gather them.
  private volatile @Nullable Map<String, Integer> ancestors;

  /**
   * Creates the context.
   *
   * @param step which attempt it is for
   * @param values the values of the task
   * @param codec the codec
   * @param events publishes the events of the step
   */
  public AttemptContext(
      StepCoordinates step, TaskValues values, JacksonCodec codec, EventPublisher events) {
    this.step = step;
    this.values = values;
    this.codec = codec;
    this.events = events;
  }

  @Override
  public UUID taskUuid() {
    return step.taskUuid();
  }

  @Override
  public UUID stepUuid() {
    return step.stepUuid();
  }

  @Override
  public UUID correlationId() {
    return step.correlationId();
  }

  @Override
  public String namespace() {
    return step.namespace();
  }

  @Override
  public String taskName() {
    return step.taskName();
  }

  @Override
  public String taskVersion() {
    return step.taskVersion();
  }

  @Override
  public String stepName() {
    return step.stepName();
  }

  @Override
  public String templateStepName() {
    return step.templateStepName();
  }

  @Override
  public String handlerName() {
    return step.handlerName();
  }

  @Override
  public int attempt() {
    return step.attempt();
  }

  @Override
  public int maxAttempts() {
    return step.maxAttempts();
  }

  // Trees can be changed, and those of the task are shared by all its steps: each caller has a
  // copy.
  @Override
  public JsonNode inputs() {
    return values.inputJson().deepCopy();
  }

  @Override
  @SuppressWarnings("unchecked") // the reader returns a value of the type it is given
  public <T> T inputs(Class<T> type) {
    Object input = values.input();
    if (type.isInstance(input) && !(input instanceof JsonNode)) {
      return type.cast(input);
    }
    Site site = site("the task input", Kind.INPUT, "");
    return (T) read(values.inputJson(), List.of(), codec.type(type), site);
  }

  @Override
  public <T> T input(String field, Class<T> type) {
    return input(field, codec.type(type), false);
  }

  @Override
  public <T> T input(String field, TypeReference<T> type) {
    return input(field, codec.type(type.getType()), false);
  }

  @Override
  public <T> T inputOr(String field, Class<T> type, T absent) {
    T value = input(field, codec.type(type), true);
    return value == null ? absent : value;
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // of the type given
  private <T> T input(String field, JavaType type, boolean orNull) {
    Site site = site("input field '" + field + "'", Kind.INPUT, field);
    return (T) value(List.of(field), type, orNull, site).read(values.inputJson());
  }

  @Override
  public Map<String, @Nullable Object> config() {
    return Collections.unmodifiableMap(step.config());
  }

  @Override
  public <T> T config(String key, Class<T> type) {
    return config(key, codec.type(type), false);
  }

  @Override
  public <T> T config(String key, TypeReference<T> type) {
    return config(key, codec.type(type.getType()), false);
  }

  @Override
  public <T> T configOr(String key, Class<T> type, T absent) {
    T value = config(key, codec.type(type), true);
    return value == null ? absent : value;
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // of the type given
  private <T> T config(String key, JavaType type, boolean orNull) {
    Site site = site("configuration key '" + key + "'", Kind.CONFIG, key);
    return (T) value(List.of(key), type, orNull, site).read(codec.toTree(step.config()));
  }

  @Override
  public JsonNode dependency(String name) {
    return values.resultJson(complete(name)).deepCopy();
  }

  @Override
  public <T> T dependency(String name, Class<T> type) {
    Object value = values.result(complete(name));
    if (type.isInstance(value) && !(value instanceof JsonNode)) {
      return type.cast(value);
    }
    return dependency(name, List.of(), codec.type(type));
  }

  @Override
  public <T> T dependency(String name, TypeReference<T> type) {
    return dependency(name, List.of(), codec.type(type.getType()));
  }

  @Override
  public <T> T dependencyField(String name, String path, Class<T> type) {
    return dependency(name, fields(path), codec.type(type));
  }

  @Override
  public <T> T dependencyField(String name, String path, TypeReference<T> type) {
    return dependency(name, fields(path), codec.type(type.getType()));
  }

  private static List<String> fields(String path) {
    return Arrays.asList(path.split("\\.", -1));
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // of the type given
  private <T> T dependency(String name, List<String> path, JavaType type) {
    String what = "the result of step '" + name + "'";
    Site site =
        site(
            path.isEmpty() ? what : "'" + String.join(".", path) + "' of " + what,
            Kind.DEPENDENCY,
            name);
    return (T) read(values.resultJson(complete(name)), path, type, site);
  }

  @Override
  public <T> Map<String, T> dependencies(String prefix, Class<T> type) {
    return dependencies(prefix, name -> dependency(name, type));
  }

  @Override
  public <T> Map<String, T> dependencies(String prefix, TypeReference<T> type) {
    JavaType result = codec.type(type.getType());
    return dependencies(prefix, name -> dependency(name, List.of(), result));
  }

  private <T> Map<String, T> dependencies(String prefix, Function<String, T> read) {
    Map<String, T> results = new TreeMap<>();
    for (String name : dependencyNames()) {
      if (name.startsWith(prefix)) {
        results.put(name, read.apply(name));
      }
    }
    return Collections.unmodifiableMap(results);
  }

  @Override
  public Set<String> dependencyNames() {
    Set<String> names = new TreeSet<>();
    ancestors()
        .forEach(
            (name, index) -> {
              if (values.hasResult(index)) {
                names.add(name);
              }
            });
    return Collections.unmodifiableSet(names);
  }

  @Override
  public JsonNode stepInputs() {
    return step.stepInputs(codec.toTree(step.config())).deepCopy();
  }

  @Override
  public Optional<BatchCheckpoint> checkpoint() {
    return step.checkpoint();
  }

  @Override
  public EventPublisher events() {
    return events;
  }

  @Override
  public String toString() {
    return "attempt " + attempt() + " of step '" + stepName() + "' of task " + taskUuid();
  }

  private Map<String, Integer> ancestors() {
    Map<String, Integer> current = ancestors;
    if (current == null) {
      current = step.ancestors();
      ancestors = current;
    }
    return current;
  }

  private int complete(String name) {
    Integer index = ancestors().get(name);
    if (index == null || !values.hasResult(index)) {
      BindingException failure =
          new BindingException(
              "%s needs the result of step '%s', which is absent; present: %s"
                  .formatted(reader(), name, String.join(", ", dependencyNames())),
              "dependency_error",
              "MISSING_DEPENDENCY",
              null);
      failure.with("required_step", name).with("available_steps", dependencyNames());
      throw failure;
    }
    return index;
  }

  private @Nullable Object read(JsonNode node, List<String> path, JavaType type, Site site) {
    return value(path, type, EmptyValues.isKnownTo(type.getRawClass()), site).read(node);
  }

  private JsonValue value(List<String> path, JavaType type, boolean orNull, Site site) {
    return new JsonValue(
        codec,
        path,
        type,
        orNull ? Absence.SUBSTITUTE : Absence.ERROR,
        EmptyValues.of(type.getRawClass()),
        site);
  }

  private Site site(String what, Kind kind, String name) {
    return new Site(what, reader(), kind, name);
  }

  private String reader() {
    return "step '" + step.stepName() + "' (" + step.handlerName() + ")";
  }
}
