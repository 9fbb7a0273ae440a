package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decisions, convergences and batches of templates, against the handlers they name. */
class TemplateBranchesTest {
  private static final String APPROVAL =
      """
      name: approval
      namespace_name: shop
      version: "1.0.0"
      steps:
        - {name: check, handler: {callable: check}}
        - {name: decide, type: decision, dependencies: [check], handler: {callable: decide}}
        - {name: pay, dependencies: [decide], handler: {callable: pay}}
        - {name: refuse, dependencies: [decide], handler: {callable: refuse}}
        - {name: notify, dependencies: [pay], handler: {callable: notify}}
        - {name: close, type: deferred_convergence, dependencies: [notify, refuse], handler: {callable: close}}
        - {name: archive, dependencies: [close], handler: {callable: archive}}
      """;

  private static final String HANDLERS =
      """
      enum Route { PAY, REFUSE }
      @Handler static int check(@Input("sum") int sum) { return sum; }
      @Handler static Decision<Route> decide(@Depends("check") int sum) { return Decision.to(Route.PAY); }
      @Handler static String pay(@Depends("check") int sum) { return ""; }
      @Handler static String refuse(@Depends("check") int sum) { return ""; }
      @Handler("notify") static String tell(@Depends("pay") String paid) { return paid; }
      @Handler static int close(@Depends("pay") Optional<String> paid, @Depends("check") int sum) { return 1; }
      @Handler static int archive(%s) { return 1; }
      """;

  @TempDir Path folder;
  private TemplateProject project;

  @BeforeEach
  void create() throws IOException {
    project = new TemplateProject(folder).template("approval.yaml", APPROVAL);
  }

  @Test
  void stepOfOneBranch_readsWhatThatBranchHas() {
    assertThat(problems("@Depends(\"close\") int closed, @Depends(\"refuse\") Optional<String> no"))
        .isEmpty();
  }

  @Test
  void stepBehindAConvergence_needsNoBranch() {
    assertThat(problems("@Depends(\"notify\") String told"))
        .containsExactly(
            """
            Handlers.java:13:55: error: [Tasker/ConditionalDependency] step 'archive' needs the result of 'notify', which a decision may leave out.
                'notify' runs on route 'pay'
                template: templates/approval.yaml:11:12
                fix: declare 'told' as Optional<String>, or mark it @Nullable.""");
  }

  @Test
  void stepThatTheDecisionNeverChooses_isNeverCreated() throws IOException {
    project.template(
        "approval.yaml",
        APPROVAL + "  - {name: audit, dependencies: [decide], handler: {callable: check}}\n");

    assertThat(problems("@Depends(\"check\") int sum"))
        .containsExactly(
            """
            Handlers.java:5:7: error: [Tasker/UnroutedStep] templates/approval.yaml:12:12: step 'audit' depends on decision 'decide', but is none of its routes, so Tasker Core never creates it.
                routes: pay, refuse
                fix: make it a route, or let it depend on one, or on what is above the decision.""");
  }

  @Test
  void convergence_needsNoBranch() {
    project.handlers(
        HANDLERS
            .formatted("@Depends(\"check\") int sum")
            .replace("Optional<String> paid", "String paid"));

    assertThat(project.problems())
        .containsExactly(
            """
            Handlers.java:12:50: error: [Tasker/ConditionalDependency] step 'close' needs the result of 'pay', which a decision may leave out.
                'pay' runs on route 'pay'
                template: templates/approval.yaml:10:12
                fix: declare 'paid' as Optional<String>, or mark it @Nullable.""");
  }

  @Test
  void optionalOfTheOwnBranch_isNeedless() {
    project.handlers(
        HANDLERS
            .formatted("@Depends(\"check\") int sum")
            .replace(
                "@Depends(\"pay\") String paid) {", "@Depends(\"pay\") Optional<String> paid) {")
            .replace("return paid;", "return paid.get();"));

    assertThat(project.problems())
        .containsExactly(
            """
            Handlers.java:11:72: warning: [Tasker/NeedlessOptional] step 'notify' takes the result of 'pay' as Optional, but that step always runs before it.
                fix: take String.""");
  }

  @Test
  void convergenceWithoutItsType_isTold() throws IOException {
    project.template("approval.yaml", APPROVAL.replace("type: deferred_convergence, ", ""));

    assertThat(problems("@Depends(\"check\") int sum"))
        .containsExactly(
            """
            Handlers.java:12:21: error: [Tasker/StepTypeMismatch] step 'close' takes the result of 'pay' as Optional, but is of type 'standard' in template shop/approval@1.0.0, so it runs only if each route above it is taken.
                'notify' runs on route 'pay'
                'refuse' runs on route 'refuse'
                template: templates/approval.yaml:10:5
                fix: write type: deferred_convergence.""");
  }

  @Test
  void stepThatNeedsSeveralRoutes_canBeMeant() throws IOException {
    project.template("approval.yaml", APPROVAL.replace("type: deferred_convergence, ", ""));
    project.handlers(
        HANDLERS
            .formatted("@Depends(\"check\") int sum")
            .replace("Optional<String> paid", "String paid"));

    assertThat(project.problems()).isEmpty();
  }

  @Test
  void decisionWithoutItsType_isToldOnce() throws IOException {
    project.template("approval.yaml", APPROVAL.replace("type: decision, ", ""));

    assertThat(problems("@Depends(\"check\") int sum"))
        .containsExactly(
            """
            Handlers.java:8:33: error: [Tasker/StepTypeMismatch] step 'decide' is of type 'standard' in template shop/approval@1.0.0, but its handler returns Decision.
                template: templates/approval.yaml:6:5
                fix: write type: decision, or change the signature.""");
  }

  @Test
  void analyzerWithoutFanOut_hasItsWorkerInTheTemplate() throws IOException {
    project
        .template(
            "approval.yaml",
            """
            name: import
            namespace_name: shop
            version: "1.0.0"
            steps:
              - {name: split, type: batchable, handler: {callable: split, initialization: {worker_template_name: work}}}
              - name: work
                type: batch_worker
                dependencies: [split]
                handler: {callable: work}
                batch_config: {batch_size: 10, parallelism: 2, cursor_field: id, worker_template: work, failure_strategy: isolate}
              - {name: sum, type: deferred_convergence, dependencies: [work], handler: {callable: sum}}
            """)
        .handlers(
            """
            @Handler static BatchPlan<Void> split(@Input("rows") long rows) { return BatchPlan.of(rows); }
            @Handler static long work(BatchSlice slice) { return slice.size(); }
            @Handler static long sum(@Depends("work") BatchResults<Long> counts) { return counts.results().size(); }
            """);

    assertThat(project.problems()).isEmpty();
  }

  @Test
  void oneResultOfABatchWorker_isTold() throws IOException {
    analyzerWithoutFanOut_hasItsWorkerInTheTemplate();
    TemplateProject single =
        new TemplateProject(folder)
            .handlers(
                """
                @Handler static BatchPlan<Void> split(@Input("rows") long rows) { return BatchPlan.of(rows); }
                @Handler static long work(BatchSlice slice) { return slice.size(); }
                @Handler static long sum(@Depends("work") long count) { return count; }
                """);

    assertThat(single.problems())
        .containsExactly(
            """
            Handlers.java:8:48: error: [Tasker/BatchResultsMismatch] step 'sum' takes one result of batch worker 'work', which has one for each batch.
                fix: declare 'count' as BatchResults<Long>.""");
  }

  @Test
  void constantWithoutAStep_isTold() throws IOException {
    project.template(
        "approval.yaml",
        APPROVAL.replace("refuse", "decline").replace("callable: decline", "callable: refuse"));

    assertThat(problems("@Depends(\"check\") int sum"))
        .containsExactly(
            """
            Handlers.java:8:33: error: [Tasker/UnknownRoute] decision 'decide' may choose 'refuse', but no step of template shop/approval@1.0.0 has that name.
                known steps below it: decline, pay
                template: templates/approval.yaml:6:12
                fix: name each constant of Route like a step.""");
  }

  @Test
  void routeBesideTheDecision_isTold() throws IOException {
    project.template(
        "approval.yaml",
        APPROVAL.replace("refuse, dependencies: [decide]", "refuse, dependencies: [check]"));

    assertThat(problems("@Depends(\"check\") int sum"))
        .containsExactly(
            """
            Handlers.java:8:33: error: [Tasker/UnknownRoute] decision 'decide' may choose 'refuse', but that step does not depend on it in template shop/approval@1.0.0.
                template: templates/approval.yaml:8:12
                fix: add 'decide' to the dependencies of 'refuse'.""");
  }

  @Test
  void standardHandlerOfADecision_isTold() {
    project.handlers(
        HANDLERS
            .formatted("@Depends(\"check\") int sum")
            .replace("static Decision<Route> decide", "static String decide")
            .replace("Decision.to(Route.PAY)", "\"pay\""));

    assertThat(project.problems())
        .containsExactly(
            """
            Handlers.java:8:24: error: [Tasker/StepTypeMismatch] step 'decide' is of type 'decision' in template shop/approval@1.0.0, but its handler does not return Decision.
                template: templates/approval.yaml:6:26
                fix: leave type out, or return Decision.""");
  }

  @Test
  void handlerThatBuildsItsOutcomeByHand_isTrusted() {
    project.handlers(
        HANDLERS
            .formatted("@Depends(\"check\") int sum")
            .replace("static Decision<Route> decide", "static Map<String, Object> decide")
            .replace("Decision.to(Route.PAY)", "Map.of()"));

    assertThat(project.problems()).isEmpty();
  }

  @Test
  void workflowOfTheSameIdentity_isADuplicate() {
    project
        .handlers(HANDLERS.formatted("@Depends(\"check\") int sum"))
        .source(
            "shop.Approval",
            """
            package shop;
            import io.tasker.annotation.*;
            @Workflow(namespace = "shop", name = "approval")
            final class Approval {
              @Handler static int only(@Input("sum") int sum) { return sum; }
            }
            """);

    assertThat(project.problems())
        .containsExactly(
            """
            Approval.java:3:1: error: [Tasker/DuplicateWorkflow] workflow 'shop/approval@1.0.0' is declared by a class and by a template.
                template: templates/approval.yaml:1:7
                fix: change the name or the version of one, or remove one of them.""");
  }

  private List<String> problems(String parameters) {
    return project.handlers(HANDLERS.formatted(parameters)).problems();
  }
}
