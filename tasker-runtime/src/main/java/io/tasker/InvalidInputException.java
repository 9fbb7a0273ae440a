package io.tasker;

import java.util.ArrayList;
import java.util.List;

/** The input of a task breaks the template's input schema; nothing was started. */
public final class InvalidInputException extends TaskerException {
  private static final long serialVersionUID = 1L;

  private final ArrayList<String> problems;

  /**
   * Creates the exception.
   *
   * @param workflow the identity of the template
   * @param problems all that is wrong, one sentence each
   */
  public InvalidInputException(String workflow, List<String> problems) {
    super(ProblemList.message("The input of " + workflow + " is not valid", problems));
    this.problems = new ArrayList<>(problems);
  }

  /**
   * Returns all that is wrong.
   *
   * @return one sentence per problem; unmodifiable
   */
  public List<String> problems() {
    return List.copyOf(problems);
  }
}
