package io.tasker.engine;

import static io.tasker.engine.Templates.retries;
import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.HandlerRegistry;
import io.tasker.StepState;
import io.tasker.TaskHandle;
import io.tasker.TaskRequest;
import io.tasker.event.DomainEvent;
import io.tasker.handler.BatchPlan;
import io.tasker.handler.PermanentException;
import io.tasker.handler.RetryableException;
import io.tasker.template.BackoffStrategy;
import io.tasker.template.BatchConfiguration;
import io.tasker.template.BatchConfiguration.FailureStrategy;
import io.tasker.template.EventDeclaration;
import io.tasker.template.EventDeclaration.Condition;
import io.tasker.template.HandlerReference;
import io.tasker.template.RetryPolicy;
import io.tasker.template.StepDefinition;
import io.tasker.template.StepType;
import io.tasker.template.TaskTemplate;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which outcome publishes which event, and what the event says. */
@Timeout(60)
class EventConditionsTest {
  private static final TaskRequest FLOW =
      TaskRequest.of("test", "flow").correlationId(new UUID(4, 2));

  // One event of each condition, named after it.
  private static final EventDeclaration[] ALL =
      Arrays.stream(Condition.values())
          .map(condition -> EventFlow.event("on." + condition.yamlName(), condition))
          .toArray(EventDeclaration[]::new);

  private final ManualTimer timer = new ManualTimer();
  private final List<DomainEvent> events = new ArrayList<>();

  /** Runs the step; each failure but null is thrown by one attempt. */
  private TaskHandle run(RetryPolicy retry, @Nullable Exception... failures) throws Exception {
    TaskTemplate template = EventFlow.step(retry, ALL);
    int[] attempts = {0};
    HandlerRegistry handlers =
        HandlerRegistry.empty()
            .register(
                "a",
                context -> {
                  Exception failure = failures[attempts[0]++];
                  if (failure != null) {
                    throw failure;
                  }
                  return Map.of("attempts", attempts[0]);
                });
    try (LocalEngine engine =
        EventFlow.direct(template)
            .registry(handlers)
            .timer(timer)
            .subscribe("*", events::add)
            .build()) {
      TaskHandle task = engine.submit(FLOW);
      while (timer.pending() > 0) {
        timer.advance();
      }
      task.await();
      return task;
    }
  }

  @Test
  void success_publishesSuccessAndAlways() throws Exception {
    TaskHandle task = run(Templates.ONCE, (Exception) null);

    assertThat(EventFlow.names(events)).containsExactly("on.success", "on.always");
    DomainEvent event = events.get(0);
    assertThat(event.version()).isEqualTo("1.0");
    assertThat(event.payload().toString()).isEqualTo("{\"attempts\":1}");
    assertThat(event.metadata().taskUuid()).isEqualTo(task.id());
    assertThat(event.metadata().stepUuid()).isEqualTo(TaskIds.step(task.id(), 0));
    assertThat(event.metadata().stepName()).isEqualTo("a");
    assertThat(event.metadata().namespace()).isEqualTo("test");
    assertThat(event.metadata().correlationId()).isEqualTo(new UUID(4, 2));
    assertThat(event.metadata().firedAt()).isEqualTo(Instant.EPOCH);
    assertThat(event.metadata().firedBy()).isEqualTo("default");
    assertThat(events)
        .extracting(DomainEvent::id)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.version() == 7)
        .isSortedAccordingTo(Comparator.comparing(UUID::toString));
  }

  @Test
  void aPermanentError_publishesPermanentFailure() throws Exception {
    run(
        retries(3, BackoffStrategy.NONE, 0, 0),
        new PermanentException("Card declined", "CARD_DECLINED").with("card", "4000"));

    assertThat(EventFlow.names(events))
        .containsExactly("on.failure", "on.permanent_failure", "on.always");
    assertThat(events.get(0).payload().toString())
        .isEqualTo(
            "{\"message\":\"Card declined\",\"error_type\":\"permanent_error\","
                + "\"error_code\":\"CARD_DECLINED\",\"retryable\":false,"
                + "\"context\":{\"card\":\"4000\"}}");
  }

  @Test
  void anErrorThatIsRetried_publishesRetryableFailure_andThenTheOutcome() throws Exception {
    run(retries(3, BackoffStrategy.LINEAR, 1000, 1000), new RetryableException("busy"), null);

    assertThat(EventFlow.names(events))
        .containsExactly(
            "on.failure", "on.retryable_failure", "on.always", "on.success", "on.always");
    assertThat(events.get(2).payload().path("retryable").asBoolean()).isTrue();
    assertThat(events.get(3).payload().path("attempts").asInt()).isEqualTo(2);
    assertThat(events.get(3).metadata().firedAt()).isEqualTo(Instant.EPOCH.plusSeconds(1));
  }

  @Test
  void aRetryWithoutAWait_isARetry() throws Exception {
    run(retries(2, BackoffStrategy.NONE, 0, 0), new RetryableException("busy"), null);

    assertThat(EventFlow.names(events)).contains("on.retryable_failure", "on.success");
    assertThat(EventFlow.names(events)).doesNotContain("on.permanent_failure");
  }

  @Test
  void theLastAttempt_publishesPermanentFailure_whateverItsError() throws Exception {
    run(
        retries(2, BackoffStrategy.LINEAR, 1000, 1000),
        new RetryableException("busy"),
        new RetryableException("still busy"));

    assertThat(EventFlow.names(events))
        .containsExactly(
            "on.failure",
            "on.retryable_failure",
            "on.always",
            "on.failure",
            "on.permanent_failure",
            "on.always");
    assertThat(events.get(4).payload().path("message").asString()).isEqualTo("still busy");
    assertThat(events.get(4).payload().path("retryable").asBoolean()).isTrue();
  }

  @Test
  void anOutcomeAfterTheCancellation_publishesNothing() throws Exception {
    TaskHandle[] task = new TaskHandle[1];
    HandlerRegistry handlers =
        HandlerRegistry.empty()
            .register("a", context -> 1)
            .register(
                "b",
                context -> {
                  task[0].cancel("enough");
                  return 2;
                });
    TaskTemplate template =
        TaskTemplate.template("test", "flow", "1.0.0")
            .step(Templates.step("a").retry(Templates.ONCE).build())
            .step(
                Templates.step("b <- a")
                    .retry(Templates.ONCE)
                    .publishesEvents(List.of(ALL))
                    .build())
            .build();
    Queue<Runnable> ready = new ArrayDeque<>();
    try (LocalEngine engine =
        EventFlow.direct(template)
            .executor(ready::add)
            .registry(handlers)
            .subscribe("*", events::add)
            .build()) {
      task[0] = engine.submit(FLOW);
      while (!ready.isEmpty()) {
        ready.remove().run();
      }
      assertThat(task[0].await().step("b").state()).isEqualTo(StepState.CANCELLED);
    }
    assertThat(events).isEmpty();
  }

  @Test
  void aDecisionAndAnAnalyzer_publishAsOtherStepsDo() throws Exception {
    TaskTemplate template =
        TaskTemplate.template("test", "flow", "1.0.0")
            .step(Templates.step("first").build())
            .step(
                Templates.step("choose <- first")
                    .type(StepType.DECISION)
                    .publishesEvents(List.of(EventFlow.event("choice.made", Condition.SUCCESS)))
                    .build())
            .step(
                StepDefinition.step(
                        "plan",
                        new HandlerReference(
                            "plan", "", "", Map.of("worker_template_name", "work")))
                    .dependencies(List.of("choose"))
                    .type(StepType.BATCHABLE)
                    .publishesEvents(List.of(EventFlow.event("plan.made", Condition.ALWAYS)))
                    .build())
            .step(
                Templates.step("work <- plan")
                    .type(StepType.BATCH_WORKER)
                    .batch(new BatchConfiguration(1, 1, "id", "work", FailureStrategy.FAIL_FAST))
                    .publishesEvents(List.of(EventFlow.event("batch.done", Condition.SUCCESS)))
                    .build())
            .build();
    HandlerRegistry handlers =
        HandlerRegistry.empty()
            .register("first", context -> null)
            .register(
                "choose",
                context ->
                    Map.of(
                        "decision_point_outcome",
                        Map.of("type", "create_steps", "step_names", List.of("plan"))))
            .register(
                Adapters.adapter(
                    Adapters.handler("plan").batchAnalyzer(),
                    invocation -> BatchPlan.of(2).size(1)))
            .register("work", context -> null);
    try (LocalEngine engine =
        EventFlow.direct(template).registry(handlers).subscribe("*", events::add).build()) {
      engine.submit(FLOW).await().orThrow();
    }

    assertThat(EventFlow.names(events))
        .containsExactly("choice.made", "plan.made", "batch.done", "batch.done");
    assertThat(events.get(0).payload().at("/decision_point_outcome/step_names/0").asString())
        .isEqualTo("plan");
    assertThat(events.get(3).metadata().stepName()).isEqualTo("work_002");
  }
}
