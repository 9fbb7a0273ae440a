package io.tasker.samples.dispatch;

import static io.tasker.testing.TaskerAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.EngineConfigurationException;
import io.tasker.HandlerRegistry;
import io.tasker.engine.LocalEngine;
import io.tasker.samples.ByReferenceAndAsJson;
import io.tasker.samples.Templates;
import io.tasker.testing.WorkflowRun;
import io.tasker.testing.WorkflowTest;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ByReferenceAndAsJson
class DispatchTest {
  private final boolean jsonRoundTrip;

  DispatchTest(boolean jsonRoundTrip) {
    this.jsonRoundTrip = jsonRoundTrip;
  }

  private WorkflowRun run(String template, Map<String, ?> input) {
    return WorkflowTest.of(HandlerRegistry.load(), Templates.read(MultiMethod.class, template))
        .jsonRoundTrip(jsonRoundTrip)
        .run(input);
  }

  @Test
  void eachStep_callsTheMethodItNames() {
    assertThat(
            run(
                "method_dispatch.yaml",
                Map.of("data", Map.of("amount", 100.0, "reason", "test_refund"))))
        .isComplete()
        .hasResult("validate_step", "/invoked_method", "validate")
        .hasResult("process_step", "/invoked_method", "process")
        .hasResult("process_step", "/processed_amount", 110.00000000000001)
        .hasResult("process_step", "/processing_fee", 10.000000000000014)
        .hasResult("refund_step", "", new MultiMethod.Refunded("refund", 100.0, "test_refund"))
        .hasResult("default_step", "/invoked_method", "call");
  }

  @Test
  void aMissingAmount_isRefusedForGood() {
    assertThat(run("method_dispatch.yaml", Map.of("data", Map.of("reason", "test_refund"))))
        .isError()
        .hasStep("validate_step")
        .isError()
        .hasAttempts(1)
        .hasErrorType("validation_error")
        .hasMessageContaining("amount");
  }

  @Test
  void handlers_areFoundByCallableStepNameAliasAndResolver() {
    assertThat(run("resolver_chain.yaml", Map.of("even_number", 6)))
        .isComplete()
        .hasResult("square", "", 36)
        .hasResult("square_again", "", 1296)
        .hasResult("square_once_more", "", 1679616)
        .hasResult("last_square", "", 2821109907456L);
  }

  @Test
  void aMethodThatIsNotThere_keepsTheEngineFromStarting() {
    String yaml =
        Templates.text(MultiMethod.class, "method_dispatch.yaml")
            .replace("method: refund", "method: refnd");

    assertThatThrownBy(
            () ->
                LocalEngine.builder()
                    .template("method_dispatch.yaml", yaml)
                    .provide(Clock.class, Clock.systemUTC())
                    .build()
                    .close())
        .isInstanceOf(EngineConfigurationException.class)
        .hasMessageContaining("refund_step");
  }

  @Test
  void aHandlerOfAResolver_isNotFoundWithoutIt() {
    String yaml =
        Templates.text(MultiMethod.class, "resolver_chain.yaml").replace("resolver: squares", "");

    assertThatThrownBy(
            () ->
                LocalEngine.builder()
                    .template("resolver_chain.yaml", yaml)
                    .provide(Clock.class, Clock.systemUTC())
                    .build()
                    .close())
        .isInstanceOf(EngineConfigurationException.class)
        .hasMessageContaining("last_square");
  }
}
