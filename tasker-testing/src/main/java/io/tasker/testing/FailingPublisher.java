package io.tasker.testing;

import io.tasker.event.DomainEvent;
import io.tasker.event.StepEventPublisher;
import io.tasker.event.StepOutcome;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A publisher that fails, for tests that a workflow does its work all the same. In the place of a
 * real one, it bears its name.
 *
 * <pre>{@code
 * FailingPublisher publisher =
 *     FailingPublisher.named("PaymentEventPublisher").failing(1, new IllegalStateException("down"));
 * }</pre>
 */
public final class FailingPublisher implements StepEventPublisher {
  private final String name;
  private final AtomicInteger left;
  private final RuntimeException failure;
  private final List<DomainEvent> published = new CopyOnWriteArrayList<>();
  private final List<Throwable> errors = new CopyOnWriteArrayList<>();

  private FailingPublisher(String name, int times, RuntimeException failure) {
    this.name = Objects.requireNonNull(name, "name");
    this.left = new AtomicInteger(times);
    this.failure = Objects.requireNonNull(failure, "failure");
  }

  /**
   * Returns a publisher that fails at each event.
   *
   * @param name the name under which templates name it
   * @return the publisher
   */
  public static FailingPublisher named(String name) {
    return new FailingPublisher(
        name, Integer.MAX_VALUE, new IllegalStateException("Publisher '" + name + "' fails"));
  }

  /**
   * Returns a publisher of this name that fails at its first events and publishes those that
   * follow.
   *
   * @param times how many events are not published
   * @param thrown what it throws instead
   * @return a new publisher
   */
  public FailingPublisher failing(int times, RuntimeException thrown) {
    return new FailingPublisher(name, times, thrown);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean beforePublish(DomainEvent event) {
    if (left.getAndUpdate(count -> Math.max(0, count - 1)) > 0) {
      throw failure;
    }
    return true;
  }

  @Override
  public void afterPublish(DomainEvent event) {
    published.add(event);
  }

  @Override
  public void onPublishError(String event, StepOutcome outcome, Throwable error) {
    errors.add(error);
  }

  /**
   * Returns the events that were published in the end.
   *
   * @return the events in order; unmodifiable
   */
  public List<DomainEvent> published() {
    return List.copyOf(published);
  }

  /**
   * Returns the errors that this publisher was told of, its own among them.
   *
   * @return the errors in order; unmodifiable
   */
  public List<Throwable> errors() {
    return List.copyOf(errors);
  }
}
