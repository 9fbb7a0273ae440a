package io.tasker.template.yaml;

import io.tasker.template.BatchConfiguration;
import io.tasker.template.BatchConfiguration.FailureStrategy;
import io.tasker.template.EventDeclaration;
import io.tasker.template.EventDeclaration.Condition;
import io.tasker.template.EventDeclaration.DeliveryMode;
import io.tasker.template.HandlerReference;
import io.tasker.template.JsonSchema;
import io.tasker.template.RetryPolicy;
import io.tasker.template.StepDefinition;
import io.tasker.template.StepType;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.TemplatePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of a step. */
final class StepShape {
  private final ProblemCollector problems;
  private final Values values;
  private final AttemptShape attempt;

  StepShape(ProblemCollector problems) {
    this.problems = problems;
    this.values = new Values(problems);
    this.attempt = new AttemptShape(problems);
  }

  StepDefinition read(YamlNode.Mapping mapping, TemplatePath path) {
    Fields fields = new Fields(mapping, path, owner(mapping), problems);
    String name = fields.requiredText("name");
    StepDefinition.Builder step =
        StepDefinition.step(name, handler(fields, owner(mapping)))
            .description(fields.text("description"))
            .type(fields.word("type", StepType.class, StepType.STANDARD))
            .dependencies(fields.texts("dependencies"))
            .retry(attempt.retry(fields).orElse(RetryPolicy.DEFAULT))
            .publishesEvents(events(fields))
            .systemDependency(fields.text("system_dependency"))
            .composition(fields.data("composition"));
    attempt.timeout(fields).ifPresent(step::timeout);
    batch(fields).ifPresent(step::batch);
    fields.schema("result_schema").ifPresent(step::resultSchema);
    fields.reportUnknown();
    return step.build();
  }

  private static String owner(YamlNode.Mapping step) {
    return step.entry("name")
        .map(entry -> entry.value().node())
        .map(node -> node instanceof YamlNode.Scalar scalar ? scalar.text() : "")
        .filter(name -> !name.isEmpty())
        .map(name -> "step '" + Excerpt.of(name) + "'")
        .orElse("a step");
  }

  private HandlerReference handler(Fields step, String owner) {
    Optional<YamlNode.Mapping> mapping = step.requiredMapping("handler");
    if (mapping.isEmpty()) {
      return HandlerReference.to("");
    }
    Fields fields =
        new Fields(mapping.get(), step.path("handler"), "the handler of " + owner, problems);
    HandlerReference handler =
        new HandlerReference(
            fields.requiredText("callable"),
            fields.text("method"),
            fields.text("resolver"),
            fields.data("initialization"));
    fields.reportUnknown();
    return handler;
  }

  private Optional<BatchConfiguration> batch(Fields step) {
    return step.mapping("batch_config")
        .map(
            mapping -> {
              Fields fields =
                  new Fields(mapping, step.path("batch_config"), "'batch_config'", problems);
              BatchConfiguration batch =
                  new BatchConfiguration(
                      (int) fields.requiredNumber("batch_size", 0, Integer.MAX_VALUE),
                      (int) fields.requiredNumber("parallelism", 0, Integer.MAX_VALUE),
                      fields.requiredText("cursor_field"),
                      fields.requiredText("worker_template"),
                      fields.requiredWord(
                          "failure_strategy",
                          FailureStrategy.class,
                          FailureStrategy.CONTINUE_ON_FAILURE));
              fields.reportUnknown();
              return batch;
            });
  }

  private List<EventDeclaration> events(Fields step) {
    List<EventDeclaration> events = new ArrayList<>();
    for (Fields.Item item : step.items("publishes_events")) {
      values
          .mapping(item.node(), item.path(), "an item of 'publishes_events'")
          .ifPresent(mapping -> events.add(event(mapping, item.path())));
    }
    return events;
  }

  private EventDeclaration event(YamlNode.Mapping mapping, TemplatePath path) {
    Fields fields = new Fields(mapping, path, "an event", problems);
    Map<String, Object> schema =
        fields
            .requiredMapping("schema")
            .map(node -> values.data(node, fields.path("schema")))
            .orElse(Map.of());
    EventDeclaration event =
        new EventDeclaration(
            fields.requiredText("name"),
            fields.requiredText("description"),
            fields.word("condition", Condition.class, Condition.SUCCESS),
            Optional.of(new JsonSchema(schema)),
            fields.word("delivery_mode", DeliveryMode.class, DeliveryMode.DURABLE),
            fields.text("publisher"));
    fields.reportUnknown();
    return event;
  }
}
