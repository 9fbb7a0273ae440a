package io.tasker.internal;

import io.tasker.handler.EventPublisher;
import io.tasker.handler.PermanentException;
import io.tasker.template.EventDeclaration;
import io.tasker.template.problem.Suggestions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What the handler of one attempt says of its step's events, until the attempt has ended. */
public final class AttemptEvents implements EventPublisher {
  private static final int MOST = 1000;

  private final String step;
  private final List<EventDeclaration> declared;
  private final JacksonCodec codec;
  // Both are empty for nearly all attempts.
  private List<Published> published = List.of();
  private Set<String> mentioned = Set.of();
  private boolean hasEnded;

  /**
   * An event with the handler's payload.
   *
   * @param event the name
   * @param payload what it says, not to be changed
   */
  public record Published(String event, JsonNode payload) {}

  /**
   * All that the handler said.
   *
   * @param published what it published, in order
   * @param mentioned the events that are not published for it, because it spoke of them
   */
  public record Said(List<Published> published, Set<String> mentioned) {

    /** A handler that said nothing. */
    public static final Said NOTHING = new Said(List.of(), Set.of());

    /**
     * Returns this, of an attempt that had spoken of events before.
     *
     * @param events the events it spoke of
     * @return what was said
     */
    public Said after(Set<String> events) {
      if (events.isEmpty()) {
        return this;
      }
      Set<String> all = new HashSet<>(events);
      all.addAll(mentioned);
      return new Said(published, all);
    }
  }

  /**
   * Creates the events of an attempt.
   *
   * @param step the name of the step
   * @param declared the events that the step declares
   * @param codec the codec of payloads
   */
  public AttemptEvents(String step, List<EventDeclaration> declared, JacksonCodec codec) {
    this.step = step;
    this.declared = declared;
    this.codec = codec;
  }

  @Override
  public void publish(String event, Object payload) {
    requireDeclared(event);
    JsonNode json = json(event, Objects.requireNonNull(payload, "payload"));
    synchronized (this) {
      mention(event);
      if (published.size() == MOST) {
        throw new PermanentException(
            "Step '%s' publishes more than %d events in one attempt".formatted(step, MOST),
            "TOO_MANY_EVENTS");
      }
      if (published.isEmpty()) {
        published = new ArrayList<>();
      }
      published.add(new Published(event, json));
    }
  }

  @Override
  public synchronized void withhold(String event) {
    requireDeclared(event);
    mention(event);
  }

  /**
   * Ends the attempt: what the handler says from now on is refused.
   *
   * @return what it has said
   */
  public synchronized Said end() {
    hasEnded = true;
    return new Said(List.copyOf(published), Set.copyOf(mentioned));
  }

  private void mention(String event) {
    if (hasEnded) {
      throw new IllegalStateException(
          "The attempt of step '%s' has ended; it cannot speak of event '%s' any more"
              .formatted(step, event));
    }
    if (mentioned.isEmpty()) {
      mentioned = new HashSet<>();
    }
    mentioned.add(event);
  }

  private void requireDeclared(String event) {
    if (declared.stream().noneMatch(each -> each.name().equals(event))) {
      Set<String> names =
          declared.stream()
              .map(EventDeclaration::name)
              .collect(Collectors.toCollection(TreeSet::new));
      List<String> near = Suggestions.closest(event, names);
      throw new PermanentException(
          "Step '%s' does not declare the event '%s'.%s Declared: %s. Add @Publishes, or an entry under publishes_events of the template"
              .formatted(
                  step,
                  event,
                  near.isEmpty() ? "" : " Did you mean '" + near.get(0) + "'?",
                  names.isEmpty() ? "none" : String.join(", ", names)),
          "UNDECLARED_EVENT");
    }
  }

  private JsonNode json(String event, Object payload) {
    try {
      return codec.toTree(payload).deepCopy();
    } catch (UnfitValueException e) {
      throw new PermanentException(
          "Step '%s' publishes '%s' with a payload that cannot be JSON: %s"
              .formatted(step, event, e.getMessage()),
          "INVALID_EVENT_PAYLOAD",
          e);
    }
  }
}
