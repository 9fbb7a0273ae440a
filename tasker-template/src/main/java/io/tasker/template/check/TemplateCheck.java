package io.tasker.template.check;

import io.tasker.template.problem.ProblemCollector;

/** One rule for a template. */
@FunctionalInterface
interface TemplateCheck {

  /** Reports every breach of the rule; a breach that follows from another rule's is left out. */
  void check(Inspected inspected, ProblemCollector problems);
}
