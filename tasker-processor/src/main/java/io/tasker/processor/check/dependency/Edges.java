package io.tasker.processor.check.dependency;

import io.tasker.processor.check.payload.Conversion;
import io.tasker.processor.check.payload.Conversion.Mismatch;
import io.tasker.processor.check.payload.LeafSearch;
import io.tasker.processor.check.payload.Projection;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.ParameterModel.Dependency;
import io.tasker.processor.model.ParameterModel.Results;
import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.SourceRef;
import io.tasker.processor.model.StepKind;
import io.tasker.processor.model.TemplateSet;
import io.tasker.processor.model.TemplateStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The parameters that take the result of a step, each with the one step that produces it. */
public final class Edges {

  /** A parameter and its producer; outside of a template, the usage is empty. */
  public record Edge(
      HandlerModel consumer,
      Dependency dependency,
      HandlerModel producer,
      Optional<TemplateSet.Usage> usage) {

    /** Returns the name of the step that reads. */
    public String reader() {
      return usage.map(used -> used.step().name()).orElse(consumer.step());
    }

    /** Returns the name of the step that is read. */
    public String source() {
      return dependency.step().value();
    }

    /** Returns what is in the way of the value, or empty if nothing certain is. */
    public Optional<Mismatch> mismatch() {
      PayloadType produced = producer.result().value().payload();
      // A result that is not JSON at all is told at the producer.
      if (LeafSearch.unwritable(produced).isPresent()) {
        return Optional.empty();
      }
      return Projection.follow(produced, dependency.path().value())
          .flatMap(found -> Conversion.find(found, dependency.slot().taken()));
    }

    /** Returns the two lines that name both ends, aligned. */
    public List<String> ends() {
      return Ends.of(this);
    }
  }

  private record Reading(Dependency dependency, boolean ofAllBatches) {

    boolean suits(HandlerModel producer) {
      return ofAllBatches == (producer.kind() == StepKind.BATCH_WORKER);
    }
  }

  private Edges() {}

  /**
   * Returns the edges of a module. A name that is unknown or stands for several steps, and a worker
   * read without its batches, make none: other rules speak about it.
   */
  public static Stream<Edge> of(ModuleModel module) {
    return module.classes().stream().flatMap(handlers -> of(module, handlers));
  }

  /** Returns the edges that end in a class. */
  public static Stream<Edge> of(ModuleModel module, HandlerClass handlers) {
    return handlers.handlers().stream().flatMap(handler -> of(module, handlers, handler));
  }

  private static Stream<Edge> of(ModuleModel module, HandlerClass handlers, HandlerModel consumer) {
    return Stream.concat(
            consumer.parameters(Dependency.class).stream()
                .map(dependency -> new Reading(dependency, false)),
            consumer.parameters(Results.class).stream()
                .map(results -> new Reading(results.ofOne(), true)))
        .flatMap(
            reading -> {
              // Each producer makes one edge, whatever number of places puts it above.
              Map<SourceRef, Edge> edges = new LinkedHashMap<>();
              Stream.concat(
                      inClasses(module, handlers, consumer, reading),
                      inTemplates(module.templates(), consumer, reading))
                  .forEach(edge -> edges.putIfAbsent(edge.producer().at(), edge));
              return edges.values().stream();
            });
  }

  private static Stream<Edge> inClasses(
      ModuleModel module, HandlerClass handlers, HandlerModel consumer, Reading reading) {
    if (module.isPlacedByTemplates(handlers, consumer)) {
      return Stream.empty();
    }
    Dependency dependency = reading.dependency();
    List<HandlerModel> producers = module.resolve(handlers, consumer, dependency.step().value());
    return producers.size() == 1 && reading.suits(producers.get(0))
        ? Stream.of(new Edge(consumer, dependency, producers.get(0), Optional.empty()))
        : Stream.empty();
  }

  private static Stream<Edge> inTemplates(
      TemplateSet templates, HandlerModel consumer, Reading reading) {
    Dependency dependency = reading.dependency();
    return templates.usages(consumer).stream()
        .flatMap(
            usage ->
                usage
                    .above(dependency.step().value())
                    .flatMap(TemplateStep::handler)
                    .filter(reading::suits)
                    .map(producer -> new Edge(consumer, dependency, producer, Optional.of(usage)))
                    .stream());
  }
}
