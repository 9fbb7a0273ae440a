package io.tasker.processor.model;

/**
 * What a handler returns.
 *
 * @param declared the return type as written
 * @param value the type later steps read: without {@code CompletionStage}, {@code StepResult} and
 *     what {@code form} stands for
 * @param form what it says about the step
 */
public record ResultModel(JavaType declared, JavaType value, ResultForm form) {

  /** Creates the result of a standard step. */
  public ResultModel(JavaType declared, JavaType value) {
    this(declared, value, new ResultForm.Value());
  }

  /** Returns whether the method itself returns nothing. */
  public boolean isVoid() {
    return declared.name().equals(com.palantir.javapoet.TypeName.VOID);
  }
}
