package io.tasker.processor.model;

/**
 * What a handler returns.
 *
 * @param declared the return type as written
 * @param value the type of the result: without {@code CompletionStage} and {@code StepResult}
 */
public record ResultModel(JavaType declared, JavaType value) {

  /** Returns whether the method itself returns nothing. */
  public boolean isVoid() {
    return declared.name().equals(com.palantir.javapoet.TypeName.VOID);
  }
}
