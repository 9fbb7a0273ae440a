package io.tasker.engine;

/** Describes a {@link StepRunner}. */
public final class StepRunnerBuilder extends EngineBuilder<StepRunnerBuilder> {
  StepRunnerBuilder() {}

  /**
   * Builds the runner.
   *
   * @return the runner, to be closed by the caller
   * @throws io.tasker.NoHandlersException if there are no handlers at all
   * @throws io.tasker.DuplicateHandlerException if the modules found on the class path claim a
   *     callable twice
   * @throws io.tasker.EngineConfigurationException if something is missing or does not fit, see
   *     {@link #stepRunner()}; names all problems at once
   */
  public StepRunner build() {
    return stepRunner();
  }
}
