package io.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.HandlerRegistry;
import io.tasker.StepReport;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.handler.StepFailure;
import io.tasker.handler.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What handlers say beside their results, and what they are not asked to convert. */
class StepMetadataTest {

  private static TaskResult run(HandlerRegistry handlers, String... steps) throws Exception {
    try (LocalEngine engine =
        LocalEngine.builder()
            .registry(handlers)
            .template(Templates.flow(Templates.ONCE, steps))
            .build()) {
      return engine.submit(TaskRequest.of("test", "flow")).await();
    }
  }

  @Test
  void aSuccess_reportsItsFacts() throws Exception {
    StepReport report =
        run(
                HandlerRegistry.empty()
                    .register("a", context -> StepResult.success(1).metadata("gateway", "north")),
                "a")
            .step("a");

    assertThat(report.metadata()).isEqualTo(Map.of("gateway", "north"));
  }

  @Test
  void whatWasSaid_isInTheJournal() throws Exception {
    InMemoryTaskStore memory = new InMemoryTaskStore();
    List<InMemoryTaskStore.Entry> seen = new ArrayList<>();
    try (LocalEngine engine =
        LocalEngine.builder()
            .registry(
                HandlerRegistry.empty()
                    .register("a", context -> StepResult.success(1).metadata("gateway", "north"))
                    .register(
                        "b", context -> seen.addAll(memory.events(memory.liveTasks().get(0).id()))))
            .template(Templates.flow(Templates.ONCE, "a", "b <- a"))
            .store(memory)
            .build()) {
      engine.submit(TaskRequest.of("test", "flow")).await();
    }

    assertThat(seen)
        .filteredOn(entry -> entry.event() instanceof TaskEvent.StepSucceeded)
        .extracting(InMemoryTaskStore.Entry::metadata)
        .containsExactly(Map.of("gateway", "north"));
  }

  @Test
  void aFailure_reportsAllThatWasSaid() throws Exception {
    StepReport report =
        run(
                HandlerRegistry.empty()
                    .register(
                        "a",
                        context ->
                            StepResult.failure("Card declined")
                                .code("CARD_DECLINED")
                                .type("gateway_error")
                                .context("limit", 100)
                                .metadata("gateway", "north")),
                "a")
            .step("a");
    StepFailure failure = report.failure().orElseThrow();

    assertThat(report.metadata()).isEqualTo(Map.of("gateway", "north"));
    assertThat(failure.code()).contains("CARD_DECLINED");
    assertThat(failure.errorType()).isEqualTo("gateway_error");
    assertThat(failure.context()).isEqualTo(Map.of("limit", 100));
  }

  @Test
  void aFunctionOfTheInputAlone_needsNoResultAsJson() throws Exception {
    HandlerRegistry handlers =
        HandlerRegistry.empty()
            .register("a", context -> Double.NaN)
            .register("b", context -> "done");

    assertThat(run(handlers, "a", "b <- a").step("b").result(String.class)).isEqualTo("done");
  }

  @Test
  void aReportReadAsAnotherType_saysWhatWasExpected() throws Exception {
    TaskResult result = run(HandlerRegistry.empty().register("a", context -> "sEcReT"), "a");

    assertThatThrownBy(() -> result.result("a", Integer.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(
            ": the result of step 'a' does not fit java.lang.Integer: expected Integer, found a text");
  }
}
