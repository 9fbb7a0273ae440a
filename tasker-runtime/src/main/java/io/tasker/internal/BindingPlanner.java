package io.tasker.internal;

import io.tasker.spi.HandlerDescriptor;
import io.tasker.spi.JsonType;
import io.tasker.spi.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Decides, once per step, where each argument of its handler comes from and whether an upstream
 * object can be passed on as it is or must be converted.
 */
public final class BindingPlanner {
  private final JacksonCodec codec;
  private final boolean isRoundTrip;
  private final Map<Class<?>, Object> services;
  private final ApiClients apis;

  /**
   * A step above the one that is planned.
   *
   * @param index the index of the step
   * @param type the declared type of its result; {@code Object} if its handler declares none
   * @param isWorker true if it is a batch worker, which has one result for each batch
   */
  public record Upstream(int index, JsonType<?> type, boolean isWorker) {

    /**
     * Describes a step that is no batch worker.
     *
     * @param index the index of the step
     * @param type the declared type of its result; {@code Object} if its handler declares none
     */
    public Upstream(int index, JsonType<?> type) {
      this(index, type, false);
    }
  }

  /** The steps above the one that is planned. */
  public interface Upstreams {

    /**
     * Returns the steps of a map.
     *
     * @param byName the steps by name
     * @return the steps
     */
    static Upstreams of(Map<String, Upstream> byName) {
      return new Upstreams() {
        @Override
        public Optional<Upstream> find(String name) {
          return Optional.ofNullable(byName.get(name));
        }

        @Override
        public Set<String> names() {
          return byName.keySet();
        }
      };
    }

    /**
     * Returns a step.
     *
     * @param name the name of the step
     * @return the step, or empty if none of that name is above
     */
    Optional<Upstream> find(String name);

    /**
     * Returns the names of all of them, for messages.
     *
     * @return the names, in order
     */
    Set<String> names();
  }

  /**
   * A step to plan.
   *
   * @param workflow the identity of the template
   * @param name the name of the step
   * @param config the configuration of the step
   * @param configPlace where to give what the configuration lacks, for messages
   * @param ancestors the steps above it, direct dependencies or not
   */
  public record Step(
      String workflow,
      String name,
      Map<String, Object> config,
      String configPlace,
      Upstreams ancestors) {}

  /**
   * Creates the planner.
   *
   * @param codec the codec
   * @param isRoundTrip true if values travel as JSON, so that none is passed on as it is
   * @param services what the application provides, by type
   */
  public BindingPlanner(JacksonCodec codec, boolean isRoundTrip, Map<Class<?>, Object> services) {
    this(codec, isRoundTrip, services, new ApiClients());
  }

  /**
   * Creates the planner.
   *
   * @param codec the codec
   * @param isRoundTrip true if values travel as JSON, so that none is passed on as it is
   * @param services what the application provides, by type
   * @param apis is asked for HTTP clients, to be closed by the caller
   */
  public BindingPlanner(
      JacksonCodec codec, boolean isRoundTrip, Map<Class<?>, Object> services, ApiClients apis) {
    this.apis = apis;
    this.codec = codec;
    this.isRoundTrip = isRoundTrip;
    this.services = services;
  }

  /**
   * Returns whether values travel as JSON.
   *
   * @return true if none is passed on as it is
   */
  public boolean isRoundTrip() {
    return isRoundTrip;
  }

  /**
   * Plans a step.
   *
   * @param step the step
   * @param handler its handler
   * @param problems is given what can never work, one sentence each
   * @return the binding; of no use if there are problems
   */
  public StepBinding plan(Step step, HandlerDescriptor handler, List<String> problems) {
    Parameter<?>[] parameters = handler.parameters().toArray(new Parameter<?>[0]);
    Argument[] arguments = new Argument[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      try {
        arguments[i] = argument(step, handler, parameters[i]);
      } catch (BindingException | UnfitValueException e) {
        problems.add(step.workflow() + ": " + e.getMessage());
        arguments[i] = new Argument.Constant(null);
      }
    }
    return new StepBinding(parameters, arguments);
  }

  private Argument argument(Step step, HandlerDescriptor handler, Parameter<?> parameter) {
    String reader = "step '" + step.name() + "' (" + handler.declaredAt() + ")";
    return switch (parameter.source()) {
      case DEPENDENCY -> dependency(step, parameter, reader);
      case INPUT -> input(parameter, reader);
      case CONFIG -> config(step, parameter, reader);
      case PROVIDED -> new Argument.Constant(service(parameter, reader));
      case SLICE -> Argument.SLICE;
      case API ->
          new Argument.Constant(apis.at(BaseUrl.of(parameter.name(), step, reader), reader));
      case BATCH_RESULTS -> batchResults(step, parameter, reader);
    };
  }

  private Argument dependency(Step step, Parameter<?> parameter, String reader) {
    String what =
        parameter.path().isEmpty()
            ? "the result of step '" + parameter.name() + "'"
            : "'" + parameter.path() + "' of the result of step '" + parameter.name() + "'";
    JsonValue target =
        target(
            parameter,
            path(parameter.path()),
            new JsonValue.Site(what, reader, JsonValue.Kind.DEPENDENCY, parameter.name()));
    Upstream upstream = step.ancestors().find(parameter.name()).orElse(null);
    if (upstream == null) {
      if (target.isOptional()) {
        return new Argument.Constant(target.absent());
      }
      throw new BindingException(
          "%s needs the result of '%s', which is not a step above it; above it: %s"
              .formatted(
                  reader,
                  parameter.name(),
                  step.ancestors().names().isEmpty()
                      ? "none"
                      : String.join(", ", step.ancestors().names())),
          "",
          "",
          null);
    }
    Argument conversion = new Argument.Result(upstream.index(), target);
    if (upstream.isWorker()) {
      throw new BindingException(
          "%s takes the result of batch worker '%s' as one; take BatchResults"
              .formatted(reader, parameter.name()),
          "",
          "",
          null);
    }
    if (isRoundTrip || !parameter.path().isEmpty() || ByReference.isTree(parameter.type().type())) {
      return conversion;
    }
    return ByReference.orElse(upstream, parameter.type().type(), conversion);
  }

  private Argument batchResults(Step step, Parameter<?> parameter, String reader) {
    Upstream worker = step.ancestors().find(parameter.name()).orElse(null);
    if (worker == null || !worker.isWorker()) {
      throw new BindingException(
          "%s takes the results of '%s', which is not a batch worker above it"
              .formatted(reader, parameter.name()),
          "",
          "",
          null);
    }
    Type element = ((ParameterizedType) parameter.type().type()).getActualTypeArguments()[0];
    JsonValue target =
        new JsonValue(
            codec,
            List.of(),
            codec.type(element),
            JsonValue.Absence.SUBSTITUTE,
            null,
            new JsonValue.Site(
                "the result of a batch of '" + parameter.name() + "'",
                reader,
                JsonValue.Kind.DEPENDENCY,
                parameter.name()));
    boolean isReference =
        !isRoundTrip
            && !ByReference.isTree(element)
            && ByReference.isSame(worker.type().type(), element);
    return new Argument.Batches(worker.index(), isReference, target);
  }

  private Argument input(Parameter<?> parameter, String reader) {
    boolean isWhole = parameter.name().isEmpty();
    String what = isWhole ? "the task input" : "input field '" + parameter.name() + "'";
    JsonValue target =
        target(
            parameter,
            isWhole ? List.of() : List.of(parameter.name()),
            new JsonValue.Site(what, reader, JsonValue.Kind.INPUT, parameter.name()));
    boolean isDirect =
        isWhole
            && !isRoundTrip
            && parameter.type().type() instanceof Class<?> type
            && ByReference.isPlain(type);
    return new Argument.Input(isDirect ? (Class<?>) parameter.type().type() : null, target);
  }

  private Argument config(Step step, Parameter<?> parameter, String reader) {
    JsonValue target =
        target(
            parameter,
            List.of(parameter.name()),
            new JsonValue.Site(
                "configuration key '" + parameter.name() + "'",
                reader,
                JsonValue.Kind.CONFIG,
                parameter.name()));
    if (!target.isOptional() && step.config().get(parameter.name()) == null) {
      throw new BindingException(
          "%s needs configuration key '%s', which is absent: give it with %s"
              .formatted(reader, parameter.name(), step.configPlace()),
          "",
          "",
          null);
    }
    return new Argument.Constant(target.read(codec.toTree(step.config())));
  }

  private Object service(Parameter<?> parameter, String reader) {
    Class<?> type = codec.type(parameter.type().type()).getRawClass();
    Object service = services.get(type);
    if (service == null) {
      throw new BindingException(MissingService.text(reader, type), "", "", null);
    }
    return service;
  }

  private JsonValue target(Parameter<?> parameter, List<String> path, JsonValue.Site site) {
    JavaType type = codec.type(parameter.type().type());
    boolean isOptional =
        parameter.isNullable()
            || EmptyValues.isKnownTo(type.getRawClass())
            || parameter.defaultValue() != null;
    Object substitute =
        parameter.defaultValue() != null
            ? defaultValue(parameter.defaultValue(), type, site)
            : EmptyValues.of(type.getRawClass());
    return new JsonValue(
        codec,
        path,
        type,
        isOptional ? JsonValue.Absence.SUBSTITUTE : JsonValue.Absence.ERROR,
        substitute,
        site);
  }

  // A default is JSON, but a text, an enum constant or a date may lack its quotes.
  private @Nullable Object defaultValue(String text, JavaType type, JsonValue.Site site) {
    JsonNode bare = StringNode.valueOf(text);
    if (type.hasRawClass(String.class)) {
      return text;
    }
    try {
      return codec.read(codec.parse(text), type);
    } catch (UnfitValueException asJson) {
      try {
        return codec.read(bare, type);
      } catch (UnfitValueException asText) {
        throw new BindingException(
            "%s: the default '%s' of %s does not fit %s"
                .formatted(site.reader(), text, site.what(), type.toCanonical()),
            "",
            "",
            asJson);
      }
    }
  }

  private static List<String> path(String dotted) {
    return dotted.isEmpty() ? List.of() : Arrays.asList(dotted.split("\\.", -1));
  }
}
