package io.tasker.event;

import io.tasker.template.problem.Suggestions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The publishers that events can name. To be filled by one thread before it is given to an engine,
 * which freezes it.
 */
public final class PublisherRegistry {
  private final Map<String, StepEventPublisher> publishers = new TreeMap<>();
  private volatile boolean isFrozen;

  /** Creates a registry without publishers. */
  public PublisherRegistry() {}

  /**
   * Adds a publisher under its name.
   *
   * @param publisher the publisher, safe for use by several threads
   * @return this registry
   * @throws IllegalArgumentException if the name is blank or has a publisher
   * @throws IllegalStateException if an engine runs with this registry
   */
  public PublisherRegistry register(StepEventPublisher publisher) {
    String name = Objects.requireNonNull(publisher.name(), "name");
    if (isFrozen) {
      throw new IllegalStateException(
          "Publisher '%s' comes too late: an engine runs with this registry. Register it before."
              .formatted(name));
    }
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          publisher.getClass().getName() + " has a blank name, which no event can name");
    }
    StepEventPublisher other = publishers.putIfAbsent(name, publisher);
    if (other != null) {
      throw new IllegalArgumentException(
          "Publisher '%s' is both %s and %s"
              .formatted(name, other.getClass().getName(), publisher.getClass().getName()));
    }
    return this;
  }

  /**
   * Returns a publisher.
   *
   * @param name its name
   * @return the publisher, or empty if there is none
   */
  public Optional<StepEventPublisher> get(String name) {
    return Optional.ofNullable(publishers.get(name));
  }

  /**
   * Returns a publisher that must be there.
   *
   * @param name its name
   * @return the publisher
   * @throws IllegalArgumentException if there is none; the message names those that are
   */
  public StepEventPublisher require(String name) {
    return get(name).orElseThrow(() -> new IllegalArgumentException(unknown(name)));
  }

  private String unknown(String name) {
    List<String> near = Suggestions.closest(name, publishers.keySet());
    return "publisher '%s' is not registered.%s Registered: %s"
        .formatted(
            name,
            near.isEmpty() ? "" : " Did you mean '" + near.get(0) + "'?",
            publishers.isEmpty() ? "none" : String.join(", ", publishers.keySet()));
  }

  /**
   * Returns the names of all publishers.
   *
   * @return the names, ordered; unmodifiable
   */
  public List<String> names() {
    return List.copyOf(publishers.keySet());
  }

  /** Lets nobody add publishers any more. An engine does this when it starts. */
  public void freeze() {
    isFrozen = true;
  }
}
