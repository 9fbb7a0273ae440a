package io.tasker.engine;

import io.tasker.event.PublisherRegistry;
import io.tasker.event.StepEventPublisher;
import io.tasker.internal.InputSchema;
import io.tasker.internal.JacksonCodec;
import io.tasker.internal.event.DeclaredEvent;
import io.tasker.template.EventDeclaration;
import io.tasker.template.StepDefinition;
import io.tasker.template.TaskTemplate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Joins the events that templates declare with their publishers and schemas. */
final class EventCompiler {
  private final PublisherRegistry publishers;
  private final JacksonCodec codec;
  private final List<String> problems;

  /** The publisher of events that name none, unless the application has one of that name. */
  private record PlainPublisher(String name) implements StepEventPublisher {}

  EventCompiler(PublisherRegistry publishers, JacksonCodec codec, List<String> problems) {
    this.publishers = publishers;
    this.codec = codec;
    this.problems = problems;
  }

  /** Returns the events by step, for the steps that have any. */
  Map<String, List<DeclaredEvent>> compile(TaskTemplate template) {
    Map<String, List<DeclaredEvent>> events = new LinkedHashMap<>();
    for (StepDefinition step : template.steps()) {
      // By name, for of two declarations of one event the last one counts.
      Map<String, DeclaredEvent> ofStep = new LinkedHashMap<>();
      for (EventDeclaration event : step.publishesEvents()) {
        String place =
            "%s: step '%s', event '%s'".formatted(template.identity(), step.name(), event.name());
        ofStep.put(
            event.name(), new DeclaredEvent(event, publisher(event, place), schema(event, place)));
      }
      if (!ofStep.isEmpty()) {
        events.put(step.name(), List.copyOf(ofStep.values()));
      }
    }
    return events;
  }

  private StepEventPublisher publisher(EventDeclaration event, String place) {
    StepEventPublisher plain = new PlainPublisher(StepEventPublisher.DEFAULT_NAME);
    String name = event.publisher().isEmpty() ? plain.name() : event.publisher();
    if (name.equals(plain.name())) {
      return publishers.get(name).orElse(plain);
    }
    try {
      return publishers.require(name);
    } catch (IllegalArgumentException e) {
      problems.add(place + ": " + e.getMessage());
      return plain;
    }
  }

  private InputSchema schema(EventDeclaration event, String place) {
    try {
      return InputSchema.of(event.schema(), codec);
    } catch (RuntimeException e) {
      problems.add(place + ": the schema cannot be used: " + e.getMessage());
      return InputSchema.of(Optional.empty(), codec);
    }
  }
}
