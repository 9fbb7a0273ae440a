package io.tasker.engine;

import static io.tasker.template.EventDeclaration.Condition.ALWAYS;
import static io.tasker.template.EventDeclaration.Condition.SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.HandlerRegistry;
import io.tasker.TaskRequest;
import io.tasker.TaskState;
import io.tasker.event.DomainEvent;
import io.tasker.event.EventPublishingException;
import io.tasker.event.StepEventPublisher;
import io.tasker.event.StepOutcome;
import io.tasker.template.EventDeclaration;
import io.tasker.template.EventDeclaration.DeliveryMode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Publishers, schemas and ways of delivery, on the thread of the test. */
@Timeout(60)
class EventPublishingTest {
  private static final TaskRequest FLOW = TaskRequest.of("test", "flow");

  private final EventFlow.Recorder recorder = new EventFlow.Recorder();
  private final List<String> calls = new ArrayList<>();
  private final List<DomainEvent> events = new ArrayList<>();
  private final List<String> delivered = new ArrayList<>();

  /** Notes its calls and does what it is told at one of them. */
  private final class Scripted implements StepEventPublisher {
    private final String special;

    Scripted(String special) {
      this.special = special;
    }

    private boolean at(String method) {
      calls.add(method);
      if (special.equals(method + " throws")) {
        throw new AssertionError(method);
      }
      return !special.equals(method + " refuses");
    }

    @Override
    public String name() {
      return "Scripted";
    }

    @Override
    public boolean shouldPublish(String event, StepOutcome outcome) {
      return at("shouldPublish");
    }

    @Override
    public JsonNode transformPayload(String event, JsonNode payload, StepOutcome outcome) {
      at("transformPayload");
      return ((ObjectNode) payload).put("event", event);
    }

    @Override
    public Map<String, Object> additionalMetadata(String event, StepOutcome outcome) {
      at("additionalMetadata");
      return Map.of("attempt", outcome.attempt());
    }

    @Override
    public boolean beforePublish(DomainEvent event) {
      return at("beforePublish");
    }

    @Override
    public void afterPublish(DomainEvent event) {
      at("afterPublish");
    }

    @Override
    public void onPublishError(String event, StepOutcome outcome, Throwable error) {
      at("onPublishError");
      calls.add(error.getClass().getSimpleName());
    }
  }

  private LocalEngineBuilder engine(EventDeclaration... declarations) {
    return EventFlow.direct(EventFlow.step(Templates.ONCE, declarations))
        .registry(HandlerRegistry.empty().register("a", context -> Map.of("total", 12)))
        .listener(recorder)
        .subscribe("*", events::add)
        .subscribe("*", event -> delivered.add("bus " + event.name()));
  }

  private void run(LocalEngineBuilder builder) throws Exception {
    try (LocalEngine engine = builder.build()) {
      var result = engine.submit(FLOW).await();
      assertThat(result.state()).isEqualTo(TaskState.COMPLETE);
      assertThat(result.step("a").json().toString()).isEqualTo("{\"total\":12}");
    }
  }

  private LocalEngineBuilder scripted(String special) {
    return engine(EventFlow.event("order.paid", SUCCESS, DeliveryMode.FAST, "Scripted"))
        .publisher(new Scripted(special));
  }

  @Test
  void aPublisher_isCalledInOrder_andChangesPayloadAndMetadata() throws Exception {
    run(scripted(""));

    assertThat(calls)
        .containsExactly(
            "shouldPublish",
            "transformPayload",
            "additionalMetadata",
            "beforePublish",
            "afterPublish");
    assertThat(events.get(0).payload().toString())
        .isEqualTo("{\"total\":12,\"event\":\"order.paid\"}");
    assertThat(events.get(0).metadata().additional()).isEqualTo(Map.of("attempt", 1));
    assertThat(events.get(0).metadata().firedBy()).isEqualTo("Scripted");
    assertThat(recorder.published).containsExactly("a order.paid fast");
  }

  @ParameterizedTest
  @ValueSource(strings = {"shouldPublish", "beforePublish"})
  void aPublisher_mayRefuse_whichIsNoError(String method) throws Exception {
    run(scripted(method + " refuses"));

    assertThat(calls).endsWith(method).doesNotContain("afterPublish", "onPublishError");
    assertThat(events).isEmpty();
    assertThat(recorder.published).isEmpty();
    assertThat(recorder.failed).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"shouldPublish", "transformPayload", "additionalMetadata", "beforePublish"})
  void aPublisherThatThrows_failsNoStep_andIsTold(String method) throws Exception {
    run(scripted(method + " throws"));

    assertThat(calls).endsWith(method, "onPublishError", "AssertionError");
    assertThat(events).isEmpty();
    assertThat(recorder.failed)
        .singleElement()
        .satisfies(failed -> assertThat(failed.where()).isEqualTo("publisher 'Scripted'"))
        .satisfies(failed -> assertThat(failed.cause()).hasMessage(method));
  }

  @Test
  void aPublisherThatThrowsAfterwards_doesNotTakeTheEventBack() throws Exception {
    run(scripted("afterPublish throws"));

    assertThat(events).hasSize(1);
    assertThat(calls).endsWith("afterPublish");
    assertThat(recorder.published).hasSize(1);
    assertThat(recorder.failed).hasSize(1);
  }

  @Test
  void aPublisherUnderTheDefaultName_getsTheEventsThatNameNone() throws Exception {
    List<String> seen = new ArrayList<>();
    StepEventPublisher everywhere =
        new StepEventPublisher() {
          @Override
          public String name() {
            return DEFAULT_NAME;
          }

          @Override
          public void afterPublish(DomainEvent event) {
            seen.add(event.name());
          }
        };
    run(
        engine(EventFlow.event("a.b", SUCCESS), EventFlow.event("a.c", ALWAYS))
            .publisher(everywhere));

    assertThat(seen).containsExactly("a.b", "a.c");
  }

  @Test
  void aPayloadThatBreaksItsSchema_isNotPublished_andFailsNoStep() throws Exception {
    Map<String, Object> texts =
        Map.of("type", "object", "properties", Map.of("total", Map.of("type", "string")));
    Map<String, Object> numbers =
        Map.of("type", "object", "properties", Map.of("total", Map.of("type", "integer")));
    run(
        engine(
            EventFlow.checked("order.odd", SUCCESS, texts),
            EventFlow.checked("order.paid", SUCCESS, numbers)));

    assertThat(EventFlow.names(events)).containsExactly("order.paid");
    assertThat(recorder.failed)
        .singleElement()
        .satisfies(failed -> assertThat(failed.event()).isEqualTo("order.odd"))
        .satisfies(failed -> assertThat(failed.where()).isEqualTo("publisher 'default'"))
        .satisfies(
            failed ->
                assertThat(failed.cause())
                    .isInstanceOf(EventPublishingException.class)
                    .hasMessage(
                        "The payload of 'order.odd' does not fit the event's schema:"
                            + " total: integer found, string expected"));
  }

  @Test
  void ofTwoDeclarationsOfOneEvent_theLastCounts() throws Exception {
    run(engine(EventFlow.event("a.b", SUCCESS), EventFlow.event("a.b", SUCCESS)));

    assertThat(EventFlow.names(events)).containsExactly("a.b");
  }

  @Test
  void withoutASink_allEventsStayInTheProcess() throws Exception {
    run(engine(ofEachMode()));

    assertThat(delivered)
        .containsExactly("bus mode.durable", "bus mode.fast", "bus mode.broadcast");
  }

  @Test
  void withASink_durableEventsGoThere_andBroadcastOnesBothWays() throws Exception {
    run(engine(ofEachMode()).eventSink(event -> delivered.add("sink " + event.name())));

    assertThat(delivered)
        .containsExactly(
            "sink mode.durable", "bus mode.fast", "bus mode.broadcast", "sink mode.broadcast");
    assertThat(recorder.published)
        .containsExactly(
            "a mode.durable durable", "a mode.fast fast", "a mode.broadcast broadcast");
  }

  private static EventDeclaration[] ofEachMode() {
    return Arrays.stream(DeliveryMode.values())
        .map(mode -> EventFlow.event("mode." + mode.yamlName(), SUCCESS, mode, ""))
        .toArray(EventDeclaration[]::new);
  }

  @Test
  void aSinkThatFails_isReported_andTheNextEventComesAllTheSame() throws Exception {
    run(
        engine(
                EventFlow.event("order.paid", SUCCESS, DeliveryMode.DURABLE, "Scripted"),
                EventFlow.event("order.sent", SUCCESS, DeliveryMode.DURABLE, ""))
            .publisher(new Scripted(""))
            .eventSink(
                event -> {
                  if (event.name().equals("order.paid")) {
                    throw new IOException("queue is down");
                  }
                  delivered.add("sink " + event.name());
                }));

    assertThat(delivered).containsExactly("sink order.sent");
    assertThat(calls).endsWith("beforePublish", "onPublishError", "IOException");
    assertThat(recorder.failed)
        .singleElement()
        .satisfies(failed -> assertThat(failed.where()).isEqualTo("the event sink"));
    assertThat(recorder.published).containsExactly("a order.sent durable");
  }
}
