package io.tasker;

import java.util.ArrayList;
import java.util.List;

/** An engine that cannot start: everything that is wrong, in one exception. */
public final class EngineConfigurationException extends TaskerException {
  private static final long serialVersionUID = 1L;

  private final ArrayList<String> problems;

  /**
   * Creates the exception.
   *
   * @param problems all that is wrong and what to do, one sentence each
   */
  public EngineConfigurationException(List<String> problems) {
    super(ProblemList.message("The engine cannot start", problems));
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
