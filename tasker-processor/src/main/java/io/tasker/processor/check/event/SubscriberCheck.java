package io.tasker.processor.check.event;

import com.palantir.javapoet.TypeName;
import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.ParameterModel;
import io.tasker.processor.model.SourceRef;
import io.tasker.processor.model.SubscriberModel;
import io.tasker.processor.model.TypeText;

/** A subscriber takes an event and services, returns nothing and is no handler. */
final class SubscriberCheck implements Check.OfClass {

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    handlers.subscribers().forEach(subscriber -> check(subscriber, diagnostics));
  }

  private static void check(SubscriberModel subscriber, Diagnostics diagnostics) {
    if (subscriber.isHandler()) {
      report(
          subscriber.at(),
          "%s has both @Handler and @Subscribes.".formatted(subscriber.shown()),
          "keep one: a step runs as a part of a task, a subscriber after it.",
          diagnostics);
      return;
    }
    if (!subscriber.returned().name().equals(TypeName.VOID)) {
      report(
          subscriber.at(),
          "subscriber method %s returns %s, which nobody reads."
              .formatted(subscriber.shown(), TypeText.simple(subscriber.returned().name())),
          "make it void.",
          diagnostics);
    }
    int events = 0;
    for (ParameterModel parameter : subscriber.parameters()) {
      if (parameter instanceof ParameterModel.Event) {
        events++;
      } else if (!(parameter instanceof ParameterModel.Service)) {
        report(
            parameter.slot().at(),
            "nothing supplies parameter '%s' of subscriber method %s."
                .formatted(parameter.slot().name(), subscriber.shown()),
            "take DomainEvent, or annotate a service of the application with @Provided.",
            diagnostics);
      }
    }
    if (events != 1) {
      report(
          subscriber.at(),
          "subscriber method %s takes %s."
              .formatted(
                  subscriber.shown(), events == 0 ? "no DomainEvent" : "several DomainEvents"),
          "take one parameter of type io.tasker.event.DomainEvent.",
          diagnostics);
    }
  }

  private static void report(SourceRef at, String headline, String fix, Diagnostics diagnostics) {
    diagnostics.report(Problem.error(Code.INVALID_SUBSCRIBER, at, headline, "fix: " + fix));
  }
}
