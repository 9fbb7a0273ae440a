package io.tasker.client;

import java.time.Duration;
import java.util.Objects;

/** Describes a {@link ClusterEngine}. */
public final class ClusterEngineBuilder {
  private final TaskerClient client;
  private Duration longestPause = Duration.ofSeconds(2);
  private String operator = "tasker-java";
  private PollTimer timer = PollTimer.system();

  ClusterEngineBuilder(TaskerClient client) {
    this.client = Objects.requireNonNull(client, "client");
  }

  /**
   * Sets how long the engine pauses at most between two looks at a task that somebody waits for.
   * The first pauses are shorter, and none is as long as another.
   *
   * @param longest the longest pause, 2 seconds unless set
   * @return this builder
   * @throws IllegalArgumentException if it is shorter than a millisecond
   */
  public ClusterEngineBuilder pollInterval(Duration longest) {
    if (longest.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException(
          "The poll interval must be a millisecond or longer, not " + longest);
    }
    longestPause = longest;
    return this;
  }

  /**
   * Sets who resets, resolves and completes steps, which the cluster keeps with the action.
   *
   * @param name the name, {@code tasker-java} unless set
   * @return this builder
   */
  public ClusterEngineBuilder operator(String name) {
    operator = Objects.requireNonNull(name, "name");
    return this;
  }

  /** Sets what makes the pauses. */
  ClusterEngineBuilder timer(PollTimer pauses) {
    timer = pauses;
    return this;
  }

  /**
   * Builds the engine. It asks the cluster nothing yet.
   *
   * @return the engine, to be closed by the caller before the client
   */
  public ClusterEngine build() {
    return new ClusterEngine(client, new Looks(timer, new PollPace(longestPause)), operator);
  }
}
