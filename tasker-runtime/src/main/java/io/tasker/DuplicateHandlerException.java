package io.tasker;

import java.util.ArrayList;
import java.util.List;

/** Callables that more than one handler claims. */
public final class DuplicateHandlerException extends TaskerException {
  private static final long serialVersionUID = 1L;

  private final ArrayList<String> callables;

  /**
   * Creates the exception.
   *
   * @param callables the callables
   * @param problems one sentence per callable that names all places
   */
  public DuplicateHandlerException(List<String> callables, List<String> problems) {
    super(ProblemList.message("A callable must have one handler", problems));
    this.callables = new ArrayList<>(callables);
  }

  /**
   * Returns the callables that more than one handler claims.
   *
   * @return the callables; unmodifiable
   */
  public List<String> callables() {
    return List.copyOf(callables);
  }
}
