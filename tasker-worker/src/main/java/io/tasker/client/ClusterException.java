package io.tasker.client;

import io.tasker.TaskerException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cluster did not do what it was asked to. */
public final class ClusterException extends TaskerException {
  private static final long serialVersionUID = 1L;

  /** What kind of failure it is, and so what to do. */
  public enum Kind {
    /** The request is not right; the same fails again. */
    REFUSED,
    /** There is no such task, step or template. */
    NOT_FOUND,
    /** A task of this identity is there already, or the step is not in a state for the action. */
    CONFLICT,
    /** The credentials are missing or wrong, or do not allow this. */
    NOT_ALLOWED,
    /** The cluster has too much to do; try again later. */
    OVERLOADED,
    /** The cluster was not reached, is not ready or failed; it is not known what it did. */
    UNAVAILABLE
  }

  private final Kind kind;
  private final String code;
  private final transient @Nullable Duration retryAfter;

  ClusterException(
      Kind kind,
      String code,
      @Nullable Duration retryAfter,
      String message,
      @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /**
   * Returns the kind of failure.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * Returns the code of the cluster.
   *
   * @return for example {@code BACKPRESSURE}; empty if it gave none
   */
  public String code() {
    return code;
  }

  /**
   * Returns how long the cluster asks to wait.
   *
   * @return the wait, or empty if it did not say
   */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
