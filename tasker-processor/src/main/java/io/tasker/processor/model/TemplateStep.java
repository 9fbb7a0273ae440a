package io.tasker.processor.model;

import io.tasker.template.StepDefinition;
import io.tasker.template.problem.TemplatePath;
import java.util.Objects;
import java.util.Optional;

/**
 * A step of a template, and the handler that runs it.
 *
 * @param definition the step as written
 * @param path its place in the template
 * @param handler its handler, or empty if none is known
 */
public record TemplateStep(
    StepDefinition definition, TemplatePath path, Optional<HandlerModel> handler) {

  /** Checks that nothing is null. */
  public TemplateStep {
    Objects.requireNonNull(definition, "definition");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(handler, "handler");
  }

  /** Returns the name of the step in the template; its handler may have another one. */
  public String name() {
    return definition.name();
  }
}
