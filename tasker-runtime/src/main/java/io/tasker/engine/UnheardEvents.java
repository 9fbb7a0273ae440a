package io.tasker.engine;

import io.tasker.event.EventPattern;
import io.tasker.internal.event.DeclaredEvent;
import io.tasker.template.EventDeclaration;
import io.tasker.template.EventDeclaration.DeliveryMode;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Subscribers that wait for events which never come to them, where durable events go elsewhere. */
final class UnheardEvents {
  private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);

  private UnheardEvents() {}

  /** Says once, at the start, which subscribers are not called, if there are any. */
  static void announce(EngineParts parts) {
    List<String> subscribers = subscribers(parts);
    if (!subscribers.isEmpty()) {
      LOG.warn(
          "These subscribers are never called in this process, because all events that they match"
              + " are durable: {}. Read the queue of the events instead, or deliver them as fast or"
              + " broadcast",
          String.join(", ", subscribers));
    }
  }

  /** Returns each pattern that matches events of the workflows, all of them durable. */
  static List<String> subscribers(EngineParts parts) {
    List<EventDeclaration> declared =
        parts.workflows().stream()
            .flatMap(workflow -> workflow.compiled().events().values().stream())
            .flatMap(List::stream)
            .map(DeclaredEvent::declaration)
            .toList();
    return parts.subscriptions().stream()
        .flatMap(
            subscription ->
                subscription.patterns().stream()
                    .filter(pattern -> matchesDurableOnly(pattern, declared))
                    .map(pattern -> named(subscription, pattern)))
        .toList();
  }

  private static boolean matchesDurableOnly(EventPattern pattern, List<EventDeclaration> declared) {
    List<EventDeclaration> matched =
        declared.stream().filter(event -> pattern.matches(event.name())).toList();
    return !matched.isEmpty()
        && matched.stream().allMatch(event -> event.deliveryMode() == DeliveryMode.DURABLE);
  }

  // One that the application added is known by its pattern alone.
  private static String named(EventSettings.Subscription subscription, EventPattern pattern) {
    return subscription.name().equals(pattern.text())
        ? "'%s'".formatted(pattern.text())
        : "'%s' of %s".formatted(pattern.text(), subscription.name());
  }
}
