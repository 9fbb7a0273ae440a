package io.tasker.processor.model;

/**
 * An annotation of a step where no step is.
 *
 * @param at the method, the parameter or the class that has it
 * @param owner what has it
 * @param annotation the annotation as messages show it: {@code @Input}
 * @param name the name of the parameter; empty for other owners
 */
public record Stray(SourceRef at, Owner owner, String annotation, String name) {

  /** What can have such an annotation. */
  public enum Owner {
    /** A method without {@code @Handler}. */
    METHOD,
    /** A parameter of a constructor, or a component of a record. */
    PARAMETER,
    /** A class without steps. */
    CLASS
  }
}
