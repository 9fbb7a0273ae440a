package io.tasker;

import io.tasker.template.problem.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request for a workflow that the engine does not have. */
public final class UnknownWorkflowException extends TaskerException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String suggestion;
  private final ArrayList<String> known;

  /**
   * Creates the exception.
   *
   * @param requested the workflow as requested
   * @param known the identities of the workflows the engine has, ordered
   */
  public UnknownWorkflowException(String requested, List<String> known) {
    this(requested, Suggestions.closest(requested, known).stream().findFirst().orElse(null), known);
  }

  private UnknownWorkflowException(
      String requested, @Nullable String suggestion, List<String> known) {
    super(
        "Unknown workflow '"
            + requested
            + "'."
            + (suggestion == null ? "" : " Did you mean '" + suggestion + "'?")
            + (known.isEmpty() ? " There are none." : " Known: " + String.join(", ", known)));
    this.suggestion = suggestion;
    this.known = new ArrayList<>(known);
  }

  /**
   * Returns the workflow the caller may have meant.
   *
   * @return an identity, or empty if none is near
   */
  public Optional<String> suggestion() {
    return Optional.ofNullable(suggestion);
  }

  /**
   * Returns the workflows the engine has.
   *
   * @return the identities, ordered; unmodifiable
   */
  public List<String> known() {
    return List.copyOf(known);
  }
}
