package io.tasker.engine;

import static io.tasker.engine.EventFlow.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tasker.HandlerRegistry;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.TaskState;
import io.tasker.event.DomainEvent;
import io.tasker.handler.EventPublisher;
import io.tasker.handler.RetryableException;
import io.tasker.handler.StepContext;
import io.tasker.handler.StepFailure;
import io.tasker.template.BackoffStrategy;
import io.tasker.template.EventDeclaration;
import io.tasker.template.EventDeclaration.Condition;
import io.tasker.template.RetryPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a handler says of its step's events takes the place of what the step says by itself. */
@Timeout(60)
class EventByHandTest {
  private static final RetryPolicy TWICE = Templates.retries(2, BackoffStrategy.NONE, 0, 0);

  private final List<DomainEvent> events = new ArrayList<>();
  private final EventFlow.Recorder recorder = new EventFlow.Recorder();

  record Receipt(String id) {}

  private interface Handler {
    Object call(StepContext context) throws Exception;
  }

  private TaskResult run(Handler handler, EventDeclaration... declared) throws Exception {
    try (LocalEngine engine =
        EventFlow.direct(EventFlow.step(TWICE, declared))
            .registry(
                HandlerRegistry.empty()
                    .register(
                        Adapters.adapter(
                            Adapters.handler("a"),
                            invocation -> handler.call(invocation.context()))))
            .listener(recorder)
            .subscribe("*", events::add)
            .build()) {
      return engine.submit(TaskRequest.of("test", "flow")).await();
    }
  }

  private List<String> seen() {
    return events.stream().map(event -> event.name() + " " + event.payload()).toList();
  }

  @Test
  void whatTheHandlerPublishes_takesThePlaceOfTheResult() throws Exception {
    run(
        context -> {
          context.events().publish("a.paid", new Receipt("r1"));
          context.events().publish("a.paid", new Receipt("r2"));
          context.events().withhold("a.left_out");
          return Map.of("done", true);
        },
        event("a.done", Condition.SUCCESS),
        event("a.paid", Condition.SUCCESS),
        event("a.left_out", Condition.ALWAYS));

    assertThat(seen())
        .containsExactly(
            "a.paid {\"id\":\"r1\"}", "a.paid {\"id\":\"r2\"}", "a.done {\"done\":true}");
    assertThat(events.get(0).metadata().stepName()).isEqualTo("a");
    assertThat(events.get(0).id()).isNotEqualTo(events.get(1).id());
  }

  @Test
  void anAttemptThatFails_publishesWhatItsOutcomeMeets_andTheRetryStartsAnew() throws Exception {
    TaskResult result =
        run(
            context -> {
              context.events().publish("a.paid", Map.of("attempt", context.attempt()));
              context.events().publish("a.tried", Map.of("attempt", context.attempt()));
              if (!context.isRetry()) {
                throw new RetryableException("busy");
              }
              return null;
            },
            event("a.paid", Condition.SUCCESS),
            event("a.tried", Condition.ALWAYS),
            event("a.broken", Condition.FAILURE));

    assertThat(result.state()).isEqualTo(TaskState.COMPLETE);
    assertThat(EventFlow.names(events)).containsExactly("a.tried", "a.broken", "a.paid", "a.tried");
    assertThat(seen()).contains("a.paid {\"attempt\":2}").doesNotContain("a.paid {\"attempt\":1}");
  }

  @Test
  void aStage_mayPublishUntilItIsComplete() throws Exception {
    CompletableFuture<String> gateway = new CompletableFuture<>();
    run(
        context -> {
          CompletionStage<String> paid =
              gateway.whenComplete(
                  (id, failure) -> context.events().publish("a.paid", new Receipt(id)));
          gateway.complete("r3");
          return paid;
        },
        event("a.paid", Condition.SUCCESS));

    assertThat(seen()).containsExactly("a.paid {\"id\":\"r3\"}");
  }

  @Test
  void anEventThatIsNotDeclared_failsTheStepForGood() throws Exception {
    StepFailure failure =
        run(
                context -> {
                  context.events().publish("a.payd", Map.of());
                  return null;
                },
                event("a.paid", Condition.SUCCESS))
            .step("a")
            .failure()
            .orElseThrow();

    assertThat(failure.message())
        .isEqualTo(
            "Step 'a' does not declare the event 'a.payd'. Did you mean 'a.paid'? Declared: a.paid."
                + " Add @Publishes, or an entry under publishes_events of the template");
    assertThat(failure.code()).contains("UNDECLARED_EVENT");
    assertThat(failure.retryable()).isFalse();
    assertThat(events).isEmpty();
  }

  @Test
  void aPayloadThatCannotBeJson_failsTheStepForGood_withoutItsValues() throws Exception {
    Object[] loop = {"secret", null};
    loop[1] = loop;
    StepFailure failure =
        run(
                context -> {
                  context.events().publish("a.paid", loop);
                  return null;
                },
                event("a.paid", Condition.SUCCESS))
            .step("a")
            .failure()
            .orElseThrow();

    assertThat(failure.code()).contains("INVALID_EVENT_PAYLOAD");
    assertThat(failure.message()).doesNotContain("secret");
  }

  @Test
  void aPayloadThatBreaksTheSchema_isReported_andFailsNoStep() throws Exception {
    TaskResult result =
        run(
            context -> {
              context.events().publish("a.paid", Map.of("id", 7));
              return null;
            },
            EventFlow.checked(
                "a.paid",
                Condition.SUCCESS,
                Map.of("type", "object", "properties", Map.of("id", Map.of("type", "string")))));

    assertThat(result.state()).isEqualTo(TaskState.COMPLETE);
    assertThat(events).isEmpty();
    assertThat(recorder.failed).hasSize(1);
  }

  @Test
  void aPayload_isTakenAsItIsWhenItIsPublished() throws Exception {
    run(
        context -> {
          List<String> ids = new ArrayList<>(List.of("r1"));
          context.events().publish("a.paid", ids);
          ids.add("too late");
          return null;
        },
        event("a.paid", Condition.SUCCESS));

    assertThat(seen()).containsExactly("a.paid [\"r1\"]");
  }

  @Test
  void afterItsEnd_anAttemptPublishesNothing() throws Exception {
    EventPublisher[] kept = new EventPublisher[1];
    run(
        context -> {
          kept[0] = context.events();
          return null;
        },
        event("a.paid", Condition.SUCCESS));

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> kept[0].publish("a.paid", Map.of()))
        .withMessageContaining("has ended");
    assertThat(EventFlow.names(events)).containsExactly("a.paid");
  }

  @Test
  void anAttempt_publishesAThousandEventsAtMost() throws Exception {
    StepFailure failure =
        run(
                context -> {
                  for (int i = 0; i <= 1000; i++) {
                    context.events().publish("a.paid", i);
                  }
                  return null;
                },
                event("a.paid", Condition.SUCCESS))
            .step("a")
            .failure()
            .orElseThrow();

    assertThat(failure.code()).contains("TOO_MANY_EVENTS");
    assertThat(events).isEmpty();
  }
}
