package io.tasker.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A class with handlers: one workflow, or a bare collection of them.
 *
 * @param name the class
 * @param at the class
 * @param origin where the class was read from
 * @param workflow its {@code @Workflow}, or empty
 * @param settings its {@code @Retry} and {@code @Timeout}, for every step that has none of its own
 * @param handlers its handlers, ordered by step
 * @param traits what its declaration says
 */
public record HandlerClass(
    ClassName name,
    SourceRef at,
    Origin origin,
    Optional<WorkflowModel> workflow,
    StepSettings settings,
    List<HandlerModel> handlers,
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
    PRIVATE,
    INNER,
    DEPRECATED,
    DEPRECATED_FOR_REMOVAL,
    IN_NAMED_MODULE,
    UNRESOLVED,
    GENERATED_NAME_TAKEN
  }

  /** Copies the collections. */
  public HandlerClass {
    handlers = List.copyOf(handlers);
    traits = Set.copyOf(traits);
  }

  /** Returns whether the declaration has a trait. */
  public boolean is(Trait trait) {
    return traits.contains(trait);
  }

  /** Returns the name of the class generated for this one. */
  public ClassName generatedName() {
    return generatedName(name);
  }

  /** Returns the name of the class generated for a handler class. */
  public static ClassName generatedName(ClassName handlerClass) {
    String flat = String.join("_", handlerClass.simpleNames());
    return ClassName.get(handlerClass.packageName(), flat + "_Steps");
  }
}
