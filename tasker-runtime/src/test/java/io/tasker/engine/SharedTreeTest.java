package io.tasker.engine;

import static io.tasker.engine.Adapters.adapter;
import static io.tasker.engine.Adapters.handler;
import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.HandlerRegistry;
import io.tasker.StepReport;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.handler.StepContext;
import io.tasker.spi.JsonType;
import io.tasker.spi.Parameter;
import io.tasker.spi.StepInvocation;
import io.tasker.template.HandlerReference;
import io.tasker.template.StepDefinition;
import io.tasker.template.TaskTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON trees can be changed; what one step does to its own reaches no other. */
class SharedTreeTest {
  private static final Parameter<JsonNode> TREE =
      Parameter.dependency("produce", JsonType.of(JsonNode.class));
  private static final Parameter<Optional<JsonNode>> OPTIONAL =
      Parameter.dependency("produce", new JsonType<>() {});
  private static final Parameter<ObjectNode> OBJECT =
      Parameter.dependency("produce", JsonType.of(ObjectNode.class));
  private static final Parameter<JsonNode> INPUT = Parameter.input(JsonType.of(JsonNode.class));

  private static ObjectNode tree() {
    return JsonNodeFactory.instance.objectNode().put("key", "kept");
  }

  private static void spoil(JsonNode node) {
    ((ObjectNode) node).put("key", "spoilt");
  }

  private static TaskResult run(boolean isRoundTrip, Consumer<StepInvocation> spoiler)
      throws Exception {
    HandlerRegistry handlers =
        HandlerRegistry.empty()
            .register(
                adapter(
                    handler("produce").result(JsonType.of(JsonNode.class)), invocation -> tree()))
            .register(
                adapter(
                    handler("spoil").parameters(TREE, OPTIONAL, OBJECT, INPUT),
                    invocation -> {
                      spoiler.accept(invocation);
                      return null;
                    }))
            .register(
                adapter(
                    handler("read").parameters(TREE, INPUT),
                    invocation -> {
                      StepContext context = invocation.context();
                      return List.of(
                          invocation.argument(TREE),
                          invocation.argument(INPUT),
                          context.dependency("produce"),
                          context.inputs(),
                          Map.copyOf(context.config()));
                    }));
    TaskTemplate template =
        TaskTemplate.template("test", "flow", "1.0.0")
            .step(Templates.step("produce").build())
            .step(Templates.step("spoil <- produce").retry(Templates.ONCE).build())
            .step(
                StepDefinition.step(
                        "read",
                        new HandlerReference(
                            "read", "", "", Map.of("key", "kept", "list", List.of("kept"))))
                    .dependencies(List.of("spoil"))
                    .build())
            .build();
    try (LocalEngine engine =
        LocalEngine.builder()
            .registry(handlers)
            .template(template)
            .jsonRoundTrip(isRoundTrip)
            .build()) {
      return engine.submit(TaskRequest.of("test", "flow").input(tree())).await().orThrow();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatAHandlerChanges_reachesNoOtherStep(boolean isRoundTrip) throws Exception {
    TaskResult result =
        run(
            isRoundTrip,
            invocation -> {
              StepContext context = invocation.context();
              spoil(invocation.argument(TREE));
              spoil(invocation.argument(OPTIONAL).orElseThrow());
              spoil(invocation.argument(OBJECT));
              spoil(invocation.argument(INPUT));
              spoil(context.inputs());
              spoil(context.inputs(JsonNode.class));
              spoil(context.inputs(ObjectNode.class));
              spoil(context.dependency("produce"));
              spoil(context.dependency("produce", JsonNode.class));
              spoil(context.dependency("produce", ObjectNode.class));
              spoil(context.dependencies("", ObjectNode.class).get("produce"));
            });

    assertThat(result.step("read").json().toString())
        .contains("\"list\":[\"kept\"]")
        .doesNotContain("spoilt");
    assertThat(result.step("produce").json()).isEqualTo(tree());
  }

  @Test
  void whatAReaderOfAReportChanges_isItsOwn() throws Exception {
    StepReport report = run(false, invocation -> {}).step("produce");
    spoil(report.json());
    spoil(report.result(JsonNode.class));
    spoil(report.result(ObjectNode.class));

    assertThat(report.json()).isEqualTo(tree());
  }
}
