package io.tasker.engine;

import static io.tasker.engine.EventFlow.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.HandlerRegistry;
import io.tasker.TaskRequest;
import io.tasker.TaskState;
import io.tasker.event.DomainEvent;
import io.tasker.handler.BatchCheckpoint;
import io.tasker.handler.BatchPlan;
import io.tasker.handler.BatchProgress;
import io.tasker.handler.PermanentException;
import io.tasker.handler.RetryableException;
import io.tasker.handler.StepContext;
import io.tasker.template.BackoffStrategy;
import io.tasker.template.BatchConfiguration;
import io.tasker.template.BatchConfiguration.FailureStrategy;
import io.tasker.template.EventDeclaration;
import io.tasker.template.EventDeclaration.Condition;
import io.tasker.template.StepType;
import io.tasker.template.TaskTemplate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a batch says of its events before and after its checkpoints. */
@Timeout(60)
class EventsOfBatchesTest {
  private final List<DomainEvent> events = new ArrayList<>();

  private interface Worker {
    @Nullable Object call(StepContext context, long from);
  }

  private TaskState run(Worker worker, EventDeclaration... declared) throws Exception {
    TaskTemplate template =
        TaskTemplate.template("test", "flow", "1.0.0")
            .step(Templates.step("plan").type(StepType.BATCHABLE).build())
            .step(
                Templates.step("work <- plan")
                    .type(StepType.BATCH_WORKER)
                    .batch(new BatchConfiguration(10, 1, "id", "work", FailureStrategy.FAIL_FAST))
                    .retry(Templates.retries(2, BackoffStrategy.NONE, 0, 0))
                    .publishesEvents(List.of(declared))
                    .build())
            .build();
    HandlerRegistry handlers =
        HandlerRegistry.empty()
            .register(
                Adapters.adapter(
                    Adapters.handler("plan").batchAnalyzer(), invocation -> BatchPlan.of(5)))
            .register(
                Adapters.adapter(
                    Adapters.handler("work"),
                    invocation -> {
                      StepContext context = invocation.context();
                      return worker.call(
                          context, context.checkpoint().map(BatchCheckpoint::cursor).orElse(0L));
                    }));
    try (LocalEngine engine =
        EventFlow.direct(template).registry(handlers).subscribe("*", events::add).build()) {
      return engine.submit(TaskRequest.of("test", "flow")).await().state();
    }
  }

  private List<String> seen() {
    return events.stream().map(event -> event.name() + " " + event.payload()).toList();
  }

  @Test
  void aBatchThatYields_publishesWhatItHasPublishedSoFar() throws Exception {
    TaskState end =
        run(
            (context, from) -> {
              context.events().publish("batch.part", from);
              if (from == 2) {
                throw new PermanentException("broken");
              }
              return BatchProgress.checkpoint(from + 1, 1, null);
            },
            event("batch.part", Condition.SUCCESS));

    assertThat(end).isEqualTo(TaskState.ERROR);
    assertThat(seen()).containsExactly("batch.part 0", "batch.part 1");
  }

  @Test
  void whatItMentionedBeforeACheckpoint_isNotPublishedForIt() throws Exception {
    TaskState end =
        run(
            (context, from) -> {
              if (from == 2) {
                return "result";
              }
              if (from == 0) {
                context.events().publish("batch.part", from);
                context.events().withhold("batch.quiet");
              }
              return BatchProgress.checkpoint(from + 1, 1, null);
            },
            event("batch.part", Condition.SUCCESS),
            event("batch.quiet", Condition.SUCCESS),
            event("batch.done", Condition.SUCCESS));

    assertThat(end).isEqualTo(TaskState.COMPLETE);
    assertThat(seen()).containsExactly("batch.part 0", "batch.done \"result\"");
  }

  @Test
  void whatAnotherAttemptMentioned_isPublishedAsEver() throws Exception {
    TaskState end =
        run(
            (context, from) -> {
              if (from == 1) {
                if (context.isRetry()) {
                  return "result";
                }
                throw new RetryableException("busy");
              }
              context.events().withhold("batch.done");
              return BatchProgress.checkpoint(1, 1, null);
            },
            event("batch.done", Condition.SUCCESS));

    assertThat(end).isEqualTo(TaskState.COMPLETE);
    assertThat(seen()).containsExactly("batch.done \"result\"");
  }
}
