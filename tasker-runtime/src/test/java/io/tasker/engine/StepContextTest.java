package io.tasker.engine;

import static io.tasker.engine.Templates.ONCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.HandlerRegistry;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.handler.PermanentException;
import io.tasker.handler.StepContext;
import io.tasker.handler.StepExecutionResult;
import io.tasker.handler.StepFailure;
import io.tasker.handler.StepHandler;
import io.tasker.template.HandlerReference;
import io.tasker.template.StepDefinition;
import io.tasker.template.TaskTemplate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;

/** What hand-written handlers see and return. */
class StepContextTest {
  record Input(String email, List<Integer> codes) {}

  record Batch(int processed, Map<String, String> data) {}

  private record Handler(String name, Function<StepContext, StepExecutionResult> body)
      implements StepHandler {
    @Override
    public StepExecutionResult call(StepContext context) {
      return body.apply(context);
    }
  }

  private static TaskResult run(boolean roundTrip, Function<StepContext, StepExecutionResult> body)
      throws InterruptedException {
    HandlerRegistry handlers =
        HandlerRegistry.empty()
            .register("batch_002", context -> new Batch(2, Map.of("k", "v")))
            .register("batch_001", context -> new Batch(1, Map.of()))
            .register(new Handler("sum", body));
    TaskTemplate template =
        TaskTemplate.template("test", "flow", "1.0.0")
            .step(Templates.step("batch_002").build())
            .step(Templates.step("batch_001 <- batch_002").build())
            .step(
                StepDefinition.step(
                        "sum",
                        new HandlerReference(
                            "sum", "", "", Map.of("limit", 10, "codes", List.of(1, 2))))
                    .dependencies(List.of("batch_001"))
                    .retry(ONCE)
                    .build())
            .build();
    try (LocalEngine engine =
        LocalEngine.builder()
            .registry(handlers)
            .template(template)
            .jsonRoundTrip(roundTrip)
            .build()) {
      return engine
          .submit(
              TaskRequest.of("test", "flow")
                  .correlationId(new UUID(1, 2))
                  .input(new Input("a@b", List.of(1, 2))))
          .await();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theContext_knowsTheTaskAndAllItsValues(boolean roundTrip) throws Exception {
    TaskResult result =
        run(
            roundTrip,
            context -> {
              check(context);
              return StepExecutionResult.success(context, Map.of("ok", true));
            });

    assertThat(result.failure()).isEmpty();
    assertThat(result.step("sum").json().toString()).isEqualTo("{\"ok\":true}");
  }

  private static void check(StepContext context) {
    assertThat(context.namespace()).isEqualTo("test");
    assertThat(context.taskName()).isEqualTo("flow");
    assertThat(context.taskVersion()).isEqualTo("1.0.0");
    assertThat(context.stepName()).isEqualTo("sum");
    assertThat(context.templateStepName()).isEqualTo("sum");
    assertThat(context.handlerName()).isEqualTo("sum");
    assertThat(context.correlationId()).isEqualTo(new UUID(1, 2));
    assertThat(context.stepUuid()).isNotEqualTo(context.taskUuid());
    assertThat(context.attempt()).isEqualTo(1);
    assertThat(context.maxAttempts()).isEqualTo(1);
    assertThat(context.isRetry()).isFalse();
    assertThat(context.isLastAttempt()).isTrue();
    assertThat(context.input("email", String.class)).isEqualTo("a@b");
    assertThat(context.input("codes", new TypeReference<List<Integer>>() {})).containsExactly(1, 2);
    assertThat(context.inputOr("missing", Integer.class, 7)).isEqualTo(7);
    assertThat(context.inputs(Input.class)).isEqualTo(new Input("a@b", List.of(1, 2)));
    assertThat(context.inputs().get("email").asString()).isEqualTo("a@b");
    assertThat(context.config()).containsEntry("limit", 10);
    assertThat(context.config("limit", Integer.class)).isEqualTo(10);
    assertThat(context.config("codes", new TypeReference<List<Integer>>() {}))
        .containsExactly(1, 2);
    assertThat(context.configOr("missing", String.class, "x")).isEqualTo("x");
    assertThat(context.dependencyNames()).containsExactly("batch_001", "batch_002");
    assertThat(context.dependency("batch_002", Batch.class).processed()).isEqualTo(2);
    assertThat(context.dependency("batch_002").get("processed").asInt()).isEqualTo(2);
    assertThat(context.dependencyField("batch_002", "data.k", String.class)).isEqualTo("v");
    assertThat(context.dependencies("batch_", Batch.class))
        .containsExactly(
            Map.entry("batch_001", new Batch(1, Map.of())),
            Map.entry("batch_002", new Batch(2, Map.of("k", "v"))));
    assertThat(
            context.dependencyField(
                "batch_002", "data", new TypeReference<Map<String, String>>() {}))
        .containsExactly(Map.entry("k", "v"));
    assertThat(context.dependencies("batch_", new TypeReference<Map<String, Object>>() {}))
        .containsExactly(
            Map.entry("batch_001", Map.of("processed", 1, "data", Map.of())),
            Map.entry("batch_002", Map.of("processed", 2, "data", Map.of("k", "v"))));
    assertThat(context.stepInputs().isEmpty()).isTrue();
    assertThatThrownBy(() -> context.input("email", Integer.class))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("input field 'email' does not fit");
    assertThatThrownBy(() -> context.config("codes", new TypeReference<List<String>>() {}))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("configuration key 'codes' does not fit");
    assertThatThrownBy(() -> context.dependency("other"))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("'other', which is absent; present: batch_001, batch_002");
    assertThatThrownBy(() -> context.dependencyField("batch_001", "data.x", String.class))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("'data.x' of the result of step 'batch_001', which is absent");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aReportedFailure_isTheStepsFailure(boolean roundTrip) throws Exception {
    TaskResult result =
        run(
            roundTrip,
            context ->
                StepExecutionResult.failure(
                    context, "Invalid order data", "VALIDATION", "ValidationError", false));
    StepFailure failure = result.step("sum").failure().orElseThrow();

    assertThat(failure.message()).isEqualTo("Invalid order data");
    assertThat(failure.code()).contains("VALIDATION");
    assertThat(failure.errorType()).isEqualTo("ValidationError");
    assertThat(failure.retryable()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nullIsNoResultOfAHandler(boolean roundTrip) throws Exception {
    assertThat(run(roundTrip, context -> null).failure().orElseThrow())
        .endsWith("sum returned null in place of a StepExecutionResult");
  }
}
