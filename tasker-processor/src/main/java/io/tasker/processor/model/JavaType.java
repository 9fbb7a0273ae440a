package io.tasker.processor.model;

import com.palantir.javapoet.TypeName;
import java.util.Optional;
import java.util.Set;

/**
 * A type in a handler's signature: as generated code writes it, and as JSON.
 *
 * @param name the type without annotations
 * @param payload its JSON shape
 * @param hidden a type within it that the handler's package cannot name, or empty
 * @param lints the lint keys that naming it raises
 * @param auxiliary the top-level classes in it that are in another class's source file: javac warns
 *     of their names even where the lint is suppressed
 * @param reflected the binary names of the classes a JSON mapper looks into for it
 */
public record JavaType(
    TypeName name,
    PayloadType payload,
    Optional<HiddenType> hidden,
    Set<String> lints,
    Set<String> auxiliary,
    Set<String> reflected) {

  /**
   * A type that generated code cannot name.
   *
   * @param name the type as messages show it
   * @param modifier the modifier in the way
   */
  public record HiddenType(String name, String modifier) {}

  /** The lint of types that are in the source file of another one. */
  public static final String AUXILIARY = "auxiliaryclass";

  /** Copies the sets. */
  public JavaType {
    lints = Set.copyOf(lints);
    auxiliary = Set.copyOf(auxiliary);
    reflected = Set.copyOf(reflected);
  }

  /** Creates a type that no JSON mapper sees. */
  public JavaType(
      TypeName name, PayloadType payload, Optional<HiddenType> hidden, Set<String> lints) {
    this(name, payload, hidden, lints, Set.of(), Set.of());
  }

  /** Returns whether the type names a class that is in another class's source file. */
  public boolean isAuxiliary() {
    return !auxiliary.isEmpty();
  }
}
