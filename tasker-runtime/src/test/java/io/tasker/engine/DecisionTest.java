package io.tasker.engine;

import static io.tasker.engine.Adapters.adapter;
import static io.tasker.engine.Adapters.handler;
import static io.tasker.engine.Templates.ONCE;
import static io.tasker.engine.Templates.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.EngineConfigurationException;
import io.tasker.HandlerRegistry;
import io.tasker.StepReport;
import io.tasker.StepState;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.TaskState;
import io.tasker.handler.Decision;
import io.tasker.handler.StepFailure;
import io.tasker.spi.JsonType;
import io.tasker.spi.Parameter;
import io.tasker.template.StepType;
import io.tasker.template.TaskTemplate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class DecisionTest {
  private final HandlerRegistry handlers = HandlerRegistry.empty();
  private final TaskTemplate.Builder template = TaskTemplate.template("test", "flow", "1.0.0");

  private enum Route {
    AUTO_APPROVE,
    MANAGER_APPROVAL,
    FINANCE_REVIEW
  }

  record Reason(String tier) {}

  private void add(StepType type, String text) {
    template.step(step(text).type(type).retry(ONCE).build());
  }

  private void echo(String... names) {
    for (String name : names) {
      handlers.register(name, context -> Map.of("by", name));
    }
  }

  private TaskResult run(Map<String, Object> input) throws InterruptedException {
    try (LocalEngine engine =
        LocalEngine.builder()
            .registry(handlers)
            .template(template.build())
            .executor(Runnable::run)
            .build()) {
      return engine.submit(TaskRequest.of("test", "flow").input(input)).await();
    }
  }

  private static Decision<Route> route(double amount) {
    if (amount < 1000) {
      return Decision.to(Route.AUTO_APPROVE).with(new Reason("low"));
    }
    return amount < 5000
        ? Decision.to(Route.MANAGER_APPROVAL)
        : Decision.to(Route.MANAGER_APPROVAL, Route.FINANCE_REVIEW);
  }

  private void approval() {
    add(StepType.STANDARD, "validate");
    add(StepType.DECISION, "routing <- validate");
    add(StepType.STANDARD, "auto_approve <- routing");
    add(StepType.STANDARD, "manager_approval <- routing");
    add(StepType.STANDARD, "finance_review <- routing");
    add(StepType.DEFERRED_CONVERGENCE, "finalize <- auto_approve manager_approval finance_review");
    echo("validate", "auto_approve", "manager_approval", "finance_review");
    Parameter<Double> amount = Parameter.input("amount", JsonType.of(double.class));
    handlers.register(
        adapter(
            handler("routing")
                .decision("auto_approve", "manager_approval", "finance_review")
                .parameters(amount),
            invocation -> route(invocation.argument(amount))));
    Parameter<Optional<Map<String, String>>> auto =
        Parameter.dependency("auto_approve", new JsonType<>() {});
    Parameter<Optional<Map<String, String>>> finance =
        Parameter.dependency("finance_review", new JsonType<>() {});
    handlers.register(
        adapter(
            handler("finalize").parameters(auto, finance),
            invocation ->
                Map.of(
                    "auto",
                    invocation.argument(auto).isPresent(),
                    "finance",
                    invocation.argument(finance).isPresent(),
                    "names",
                    invocation.context().dependencyNames())));
  }

  @ParameterizedTest
  @CsvSource({
    "500, validate routing auto_approve finalize",
    "0.01, validate routing auto_approve finalize",
    "3000, validate routing manager_approval finalize",
    "10000, validate routing manager_approval finance_review finalize"
  })
  void onlyTheChosenSteps_existAndRun(double amount, String steps) throws Exception {
    approval();

    TaskResult result = run(Map.of("amount", amount));

    assertThat(result.state()).isEqualTo(TaskState.COMPLETE);
    assertThat(result.steps()).extracting(StepReport::name).containsExactly(steps.split(" ", -1));
    assertThat(result.steps()).allMatch(step -> step.state() == StepState.COMPLETE);
    assertThat(result.step("finalize").json().path("auto").asBoolean()).isEqualTo(amount < 1000);
    assertThat(result.step("finalize").json().path("finance").asBoolean())
        .isEqualTo(amount >= 5000);
  }

  @Test
  void theResult_isThatOfTaskerCore_withTheDetails() throws Exception {
    approval();

    assertThat(run(Map.of("amount", 1)).step("routing").json())
        .hasToString(
            "{\"decision_point_outcome\":{\"type\":\"create_steps\","
                + "\"step_names\":[\"auto_approve\"]},"
                + "\"steps_created\":[\"auto_approve\"],\"tier\":\"low\"}");
  }

  @Test
  void aStepThatWasNotChosen_isNotAStepOfTheTask() throws Exception {
    approval();
    TaskResult result = run(Map.of("amount", 1));

    assertThatThrownBy(() -> result.step("finance_review"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(
            "has no step 'finance_review', because no decision has chosen it; its steps: validate,"
                + " routing, auto_approve, finalize");
    assertThat(result.find("finance_review")).isEmpty();
    assertThat(result.find("auto_approve")).isPresent();
  }

  @Test
  void skip_completesTheTask_withItsReason() throws Exception {
    add(StepType.STANDARD, "validate");
    add(StepType.DECISION, "routing <- validate");
    add(StepType.STANDARD, "auto_approve <- routing");
    add(StepType.DEFERRED_CONVERGENCE, "finalize <- auto_approve");
    echo("validate", "auto_approve", "finalize");
    handlers.register(
        adapter(
            handler("routing").decision("auto_approve"),
            invocation -> Decision.<Route>skip("paid already").with(Map.of("by", "bank"))));

    TaskResult result = run(Map.of());

    assertThat(result.state()).isEqualTo(TaskState.COMPLETE);
    assertThat(result.steps()).extracting(StepReport::name).containsExactly("validate", "routing");
    assertThat(result.step("routing").json())
        .hasToString(
            "{\"decision_point_outcome\":{\"type\":\"no_branches\"},"
                + "\"skip_reason\":\"paid already\",\"reason\":\"paid already\",\"by\":\"bank\"}");
  }

  @Test
  void anUnknownRoute_failsForGood_andNamesTheStepsBelow() throws Exception {
    add(StepType.STANDARD, "validate");
    add(StepType.DECISION, "routing <- validate");
    add(StepType.STANDARD, "auto_approve <- routing");
    echo("validate", "auto_approve");
    handlers.register(
        "routing",
        context ->
            Map.of(
                "decision_point_outcome",
                Map.of("type", "create_steps", "step_names", new String[] {"validate"})));

    TaskResult result = run(Map.of());

    StepFailure failure = result.step("routing").failure().orElseThrow();
    assertThat(result.state()).isEqualTo(TaskState.ERROR);
    assertThat(failure.retryable()).isFalse();
    assertThat(failure.code()).contains("INVALID_DECISION_OUTCOME");
    assertThat(failure.message())
        .isEqualTo(
            "Step 'routing' chose 'validate', which is not a step below it; below it:"
                + " auto_approve");
  }

  @Test
  void aDecisionBelowADecision_bringsItsOwnSteps_andConvergenceWaitsForBoth() throws Exception {
    add(StepType.STANDARD, "validate");
    add(StepType.DECISION, "outer <- validate");
    add(StepType.STANDARD, "manager_approval <- outer");
    add(StepType.DECISION, "inner <- outer");
    add(StepType.STANDARD, "finance_review <- inner");
    add(StepType.STANDARD, "audit <- finance_review manager_approval");
    add(StepType.DEFERRED_CONVERGENCE, "finalize <- manager_approval finance_review");
    add(StepType.STANDARD, "notify <- finalize");
    echo("validate", "manager_approval", "finance_review", "audit", "notify");
    handlers.register("outer", context -> chosen("manager_approval", "inner"));
    handlers.register("inner", context -> chosen("finance_review"));
    AtomicReference<Object> seen = new AtomicReference<>();
    handlers.register(
        "finalize",
        (context, dependencies) -> {
          seen.set(dependencies.keySet());
          return null;
        });

    TaskResult result = run(Map.of());

    assertThat(result.state()).isEqualTo(TaskState.COMPLETE);
    assertThat(result.steps()).hasSize(8).allMatch(step -> step.state() == StepState.COMPLETE);
    assertThat(seen.get())
        .hasToString("[finance_review, inner, manager_approval, outer, validate]");
  }

  @Test
  void aDecisionBelowADecision_thatSkips_leavesOutItsOwnBranchOnly() throws Exception {
    add(StepType.STANDARD, "validate");
    add(StepType.DECISION, "outer <- validate");
    add(StepType.STANDARD, "manager_approval <- outer");
    add(StepType.DECISION, "inner <- outer");
    add(StepType.STANDARD, "finance_review <- inner");
    add(StepType.STANDARD, "audit <- finance_review manager_approval");
    add(StepType.DEFERRED_CONVERGENCE, "finalize <- manager_approval finance_review");
    add(StepType.STANDARD, "notify <- finalize");
    echo("validate", "manager_approval", "finance_review", "audit", "finalize", "notify");
    handlers.register("outer", context -> chosen("manager_approval", "inner"));
    handlers.register(
        "inner", context -> Map.of("decision_point_outcome", Map.of("type", "no_branches")));

    TaskResult result = run(Map.of());

    assertThat(result.state()).isEqualTo(TaskState.COMPLETE);
    assertThat(result.steps())
        .extracting(StepReport::name)
        .containsExactly("validate", "outer", "manager_approval", "inner", "finalize", "notify");
  }

  @Test
  void aStandardStep_thatNeedsWhatWasNotChosen_endsTheTaskAndSaysSo() throws Exception {
    add(StepType.STANDARD, "validate");
    add(StepType.DECISION, "routing <- validate");
    add(StepType.STANDARD, "a <- routing");
    add(StepType.STANDARD, "b <- routing");
    add(StepType.STANDARD, "both <- a b");
    echo("validate", "a", "b", "both");
    handlers.register("routing", context -> chosen("a"));

    TaskResult result = run(Map.of());

    assertThat(result.state()).isEqualTo(TaskState.ERROR);
    assertThat(result.failure().orElseThrow())
        .contains("step 'both' can never run, because no decision chose 'b'");
  }

  @Test
  void aHandlerForAnotherKindOfStep_isReportedWhenTheEngineStarts() {
    add(StepType.STANDARD, "routing");
    handlers.register(adapter(handler("routing").decision("a"), invocation -> null));

    assertThatThrownBy(() -> run(Map.of()))
        .isInstanceOf(EngineConfigurationException.class)
        .hasMessageContaining(
            "step 'routing' is of type standard, but its handler Handlers.routing is for the type"
                + " decision");
  }

  private static Map<String, Object> chosen(String... steps) {
    return Map.of("decision_point_outcome", Map.of("type", "create_steps", "step_names", steps));
  }
}
