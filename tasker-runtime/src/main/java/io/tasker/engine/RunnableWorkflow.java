package io.tasker.engine;

import io.tasker.template.TaskTemplate;

/** A workflow of a {@link StepRunner} with everything decided that can be before a task runs. */
public final class RunnableWorkflow {
  private final TaskTemplate template;
  private final CompiledWorkflow compiled;

  RunnableWorkflow(TaskTemplate template, CompiledWorkflow compiled) {
    this.template = template;
    this.compiled = compiled;
  }

  /**
   * Returns the template as it was given, without overrides and configuration.
   *
   * @return the template
   */
  public TaskTemplate template() {
    return template;
  }

  CompiledWorkflow compiled() {
    return compiled;
  }
}
