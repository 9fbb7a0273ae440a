package io.tasker.testing;

import static io.tasker.testing.TaskerAssertions.assertThat;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.HandlerRegistry;
import io.tasker.handler.RetryableException;
import io.tasker.handler.StepContext;
import io.tasker.handler.StepExecutionResult;
import io.tasker.handler.StepHandler;
import io.tasker.spi.HandlerDescriptor;
import io.tasker.spi.JsonType;
import io.tasker.spi.StepAdapter;
import io.tasker.spi.StepInvocation;
import io.tasker.template.HandlerReference;
import io.tasker.template.StepDefinition;
import io.tasker.template.TaskTemplate;
import io.tasker.template.yaml.TemplateReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StubbedWorkflowTest {
  private static final Parcels.Parcel PARCEL = new Parcels.Parcel(new BigDecimal("4"), "Ada");

  @Test
  void whatATestSaysOfAStep_addsUpInAnyOrder() {
    assertThat(
            parcels()
                .returning("label", "Bin")
                .taking("label", ofSeconds(5))
                .failing("label", 1, new RetryableException("Busy").retryAfter(ofSeconds(3)))
                .run(PARCEL))
        .hasResult("label", "", "Bin")
        .hasElapsed(ofSeconds(13));
    assertThat(
            parcels()
                .failing("label", 1, new RetryableException("Busy").retryAfter(ofSeconds(3)))
                .taking("label", ofSeconds(5))
                .returning("label", "Bin")
                .run(PARCEL))
        .hasResult("label", "", "Bin")
        .hasElapsed(ofSeconds(13));
  }

  @Test
  void takingAsLongAsTheTimeout_timesOut() {
    assertThat(parcels().taking("pay", ofSeconds(10)).run(PARCEL))
        .hasStep("pay")
        .isError()
        .hasErrorType("handler_timeout");
    assertThat(parcels().taking("pay", ofSeconds(10).minusNanos(1)).run(PARCEL)).isComplete();
  }

  @Test
  void takingNegativeTime_isRefused() {
    assertThatThrownBy(() -> parcels().taking("pay", ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A step cannot take less than no time: PT-1S");
    assertThat(parcels().taking("pay", ofSeconds(0)).run(PARCEL)).isComplete();
  }

  @Test
  void failingNoAttempt_isRefused() {
    assertThatThrownBy(() -> parcels().failing("pay", 0, new RetryableException("Busy")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("At least 1 attempt fails, not 0");
    assertThatThrownBy(() -> parcels().failing("pay", -1, new RetryableException("Busy")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void retriedStep_isStartedOnce() {
    WorkflowRun run = parcels().failing("label", 1, new RetryableException("Busy")).run(PARCEL);

    assertThat(run.startedSteps()).containsExactly("weigh", "pay", "label", "dispatch");
  }

  @Test
  void answerOfOneOfTwoStepsOfAHandler_mayBeOfAnyType() {
    TaskTemplate template =
        TaskTemplate.template("test", "twice", "1.0.0")
            .step(weigh("weigh"))
            .step(weigh("weigh_again"))
            .step(
                StepDefinition.step("pay", HandlerReference.to("parcels_pay"))
                    .dependencies(List.of("weigh", "weigh_again"))
                    .build())
            .build();

    WorkflowRun run =
        WorkflowTest.of(Parcels.registry(), template)
            .jsonRoundTrip(false)
            .config("weigh_again", Map.of("rate", 2))
            .config("weigh", Map.of("rate", 2))
            .returning("weigh", Map.of("amount", 7, "currency", "EUR"))
            .run(PARCEL);

    assertThat(run)
        .isComplete()
        .hasResult("weigh_again", "/amount", 8)
        .hasResult("pay", "/paid", 7);
  }

  @Test
  void handlerIsFoundByItsAlias_withSomethingInItsPlaceOrNot() {
    StepAdapter renamed =
        new StepAdapter() {
          @Override
          public HandlerDescriptor descriptor() {
            return HandlerDescriptor.handler("new_name", "greet")
                .declaredAt("StubbedWorkflowTest")
                .aliases("old_name")
                .result(JsonType.of(String.class))
                .build();
          }

          @Override
          public Object call(StepInvocation invocation) {
            return "real";
          }
        };
    WorkflowTest test =
        WorkflowTest.of(
            HandlerRegistry.empty().register(renamed), one(HandlerReference.to("old_name")));

    assertThat(test.run(Map.of())).hasResult("only", "", "real");
    assertThat(test.returning("only", "stub").run(Map.of())).hasResult("only", "", "stub");
  }

  @Test
  void methodAndResolverOfATemplate_mayBeReplacedWithoutAHandler() {
    TaskTemplate template =
        new TemplateReader()
            .read(
                "w.yaml",
                """
                name: w
                namespace_name: test
                version: "1.0.0"
                steps:
                  - name: only
                    handler: {callable: c, method: refund}
                """)
            .orThrow()
            .template();

    assertThat(
            WorkflowTest.of(HandlerRegistry.empty(), template).returning("only", 5).run(Map.of()))
        .isComplete();
  }

  @Test
  void handlersOfANamespace_areFoundByItsWorkflows() {
    HandlerRegistry handlers =
        HandlerRegistry.empty().register(new Greeter("test")).register(new Greeter("other"));

    assertThat(WorkflowTest.of(handlers, one(HandlerReference.to("greet"))).run(Map.of()))
        .hasResult("only", "", "from test");
  }

  private static StepDefinition weigh(String name) {
    return StepDefinition.step(name, HandlerReference.to("parcels_weigh")).build();
  }

  private static TaskTemplate one(HandlerReference handler) {
    return TaskTemplate.template("test", "one", "1.0.0")
        .step(StepDefinition.step("only", handler).build())
        .build();
  }

  private static WorkflowTest parcels() {
    return WorkflowTest.of(Parcels.registry(), "parcels", "send");
  }

  private record Greeter(String home) implements StepHandler {
    @Override
    public StepExecutionResult call(StepContext context) {
      return StepExecutionResult.success(context, "from " + home);
    }

    @Override
    public String name() {
      return "greet";
    }

    @Override
    public Optional<String> namespace() {
      return Optional.of(home);
    }
  }
}
