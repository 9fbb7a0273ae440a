package io.tasker.template.problem;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown where a template with errors cannot be used; the message lists every problem. */
public final class InvalidTemplateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Not part of the serialized form: the message says the same. */
  private final transient List<TemplateProblem> problems;

  /**
   * Reports problems.
   *
   * @param problems the problems, at least one of them an error
   */
  public InvalidTemplateException(List<TemplateProblem> problems) {
    super(problems.stream().map(TemplateProblem::text).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /**
   * Returns the problems.
   *
   * @return every problem, warnings and notes included; empty after deserialization
   */
  public List<TemplateProblem> problems() {
    return problems == null ? List.of() : problems;
  }
}
