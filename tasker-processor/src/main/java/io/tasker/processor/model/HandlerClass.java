package io.tasker.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A class with handlers, one workflow or a bare collection of them, or with subscribers to events.
 *
 * @param name the class
 * @param at the class
 * @param origin where the class was read from
 * @param workflow its {@code @Workflow}, or empty
 * @param settings its {@code @Retry} and {@code @Timeout}, for every step that has none of its own
 * @param handlers its handlers, ordered by step
 * @param subscribers its subscribers to events, ordered by place
 * @param strays annotations of steps where no step is; a method that only lacks {@code @Handler} is
 *     among the handlers nevertheless, so that others can name it
 * @param traits what its declaration says
 */
public record HandlerClass(
    ClassName name,
    SourceRef at,
    Origin origin,
    Optional<WorkflowModel> workflow,
    StepSettings settings,
    List<HandlerModel> handlers,
    List<SubscriberModel> subscribers,
    List<Stray> strays,
    Set<Trait> traits) {

  /** Where a class was read from. */
  public enum Origin {
    /** It is compiled now. */
    SOURCE,
    /** It was compiled before and is only looked at. */
    CLASS_FILE
  }

  /** What the declaration of the class, or of a class around it, says. */
  public enum Trait {
    PUBLIC,
    PRIVATE,
    INNER,
    /** It is in a source file that is named after another class. */
    AUXILIARY,
    DEPRECATED,
    DEPRECATED_FOR_REMOVAL,
    IN_NAMED_MODULE,
    UNRESOLVED,
    GENERATED_NAME_TAKEN,
    CLIENT_NAME_TAKEN
  }

  /** Copies the collections. */
  public HandlerClass {
    handlers = List.copyOf(handlers);
    subscribers = List.copyOf(subscribers);
    strays = List.copyOf(strays);
    traits = Set.copyOf(traits);
  }

  /** Returns whether the declaration has a trait. */
  public boolean is(Trait trait) {
    return traits.contains(trait);
  }

  /** Returns the methods that lack {@code @Handler}. */
  public Stream<SourceRef> forgotten() {
    return strays.stream().filter(stray -> stray.owner() == Stray.Owner.METHOD).map(Stray::at);
  }

  /** Returns the methods that generated code calls. */
  public Stream<MethodModel> methods() {
    return Stream.concat(handlers.stream(), subscribers.stream());
  }

  /** Returns the name of the class generated for this one. */
  public ClassName generatedName() {
    return generatedName(name);
  }

  /** Returns the name of the class generated for a handler class. */
  public static ClassName generatedName(ClassName handlerClass) {
    return besides(handlerClass, "_Steps");
  }

  /** Returns the name of the client generated for a workflow. */
  public ClassName clientName() {
    return clientName(name);
  }

  /** Returns the name of the client generated for a workflow. */
  public static ClassName clientName(ClassName workflow) {
    return besides(workflow, "Client");
  }

  private static ClassName besides(ClassName handlerClass, String suffix) {
    String flat = String.join("_", handlerClass.simpleNames());
    return ClassName.get(handlerClass.packageName(), flat + suffix);
  }
}
