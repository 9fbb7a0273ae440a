package io.tasker.worker.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterFitTest {
  private static List<String> problems(String steps) {
    return ClusterFit.problems(RegisteredTemplate.of(RegisteredTemplateTest.flow(steps)));
  }

  @Test
  void branchesThatJoinAndGoOn_fit() {
    assertThat(
            problems(
                """
                - {name: a, handler: {callable: h}}
                - {name: route, type: decision, handler: {callable: h}, dependencies: [a]}
                - {name: yes, handler: {callable: h}, dependencies: [route, a]}
                - {name: more, handler: {callable: h}, dependencies: [yes, a]}
                - {name: no, handler: {callable: h}, dependencies: [route]}
                - name: end
                  type: deferred_convergence
                  handler: {callable: h}
                  dependencies: [more, no, a]
                - {name: after, handler: {callable: h}, dependencies: [end, a]}
                """))
        .isEmpty();
  }

  @Test
  void aDecisionThatFollowsEachBranchOfAnother_fits() {
    assertThat(
            problems(
                """
                - {name: a, handler: {callable: h}}
                - {name: first, type: decision, handler: {callable: h}, dependencies: [a]}
                - {name: yes, handler: {callable: h}, dependencies: [first]}
                - {name: second, type: decision, handler: {callable: h}, dependencies: [yes]}
                - {name: left, handler: {callable: h}, dependencies: [second, yes]}
                - {name: right, handler: {callable: h}, dependencies: [second]}
                """))
        .isEmpty();
  }

  @Test
  void batchesOfABranch_fit() {
    assertThat(
            problems(
                """
                - {name: a, handler: {callable: h}}
                - {name: route, type: decision, handler: {callable: h}, dependencies: [a]}
                - {name: plan, type: batchable, handler: {callable: h}, dependencies: [route, a]}
                - {name: work, type: batch_worker, handler: {callable: h}, dependencies: [plan, a], batch_config: {batch_size: 2, parallelism: 2, cursor_field: id, worker_template: work, failure_strategy: fail_fast}}
                - {name: total, type: deferred_convergence, handler: {callable: h}, dependencies: [work]}
                """))
        .isEmpty();
  }

  @Test
  void aDecisionForABranchOfAnother_isRefused() {
    assertThat(
            problems(
                """
                - {name: a, handler: {callable: h}}
                - {name: first, type: decision, handler: {callable: h}, dependencies: [a]}
                - {name: yes, handler: {callable: h}, dependencies: [first]}
                - {name: second, type: decision, handler: {callable: h}, dependencies: [first]}
                - {name: left, handler: {callable: h}, dependencies: [second]}
                """))
        .containsExactly(
            "shop/flow@1.0.0: step 'second' depends on 'first', and both are decisions: Tasker Core"
                + " takes no decision for a branch of another, so all branches would be lost."
                + " Decide both in one step");
  }

  @Test
  void aDecisionBelowOneBranchOfSeveral_isRefused() {
    assertThat(
            problems(
                """
                - {name: a, handler: {callable: h}}
                - {name: first, type: decision, handler: {callable: h}, dependencies: [a]}
                - {name: yes, handler: {callable: h}, dependencies: [first]}
                - {name: no, handler: {callable: h}, dependencies: [first]}
                - {name: second, type: decision, handler: {callable: h}, dependencies: [yes]}
                - {name: left, handler: {callable: h}, dependencies: [second]}
                """))
        .containsExactly(
            "shop/flow@1.0.0: step 'second' depends on 'yes', but Tasker Core would create it with"
                + " each branch of 'first'. Take both decisions in 'first', or let 'second' depend"
                + " on a convergence of all branches");
  }

  @Test
  void aBranchThatWaitsForAStepBesideItsDecision_isRefused() {
    assertThat(
            problems(
                """
                - {name: a, handler: {callable: h}}
                - {name: beside, handler: {callable: h}, dependencies: [a]}
                - {name: route, type: decision, handler: {callable: h}, dependencies: [a]}
                - {name: yes, handler: {callable: h}, dependencies: [route, beside]}
                """))
        .containsExactly(
            "shop/flow@1.0.0: step 'yes' depends on 'beside', which Tasker Core would not wait for."
                + " Let 'route', which creates the step, depend on it, too");
  }

  @Test
  void aStepBelowABranchThatWaitsForOneBesideItsDecision_isRefused() {
    assertThat(
            problems(
                """
                - {name: a, handler: {callable: h}}
                - {name: beside, handler: {callable: h}, dependencies: [a]}
                - {name: route, type: decision, handler: {callable: h}, dependencies: [a]}
                - {name: yes, handler: {callable: h}, dependencies: [route]}
                - {name: no, handler: {callable: h}, dependencies: [route]}
                - {name: end, type: deferred_convergence, handler: {callable: h}, dependencies: [yes, no]}
                - {name: after, handler: {callable: h}, dependencies: [end, beside]}
                - {name: more, handler: {callable: h}, dependencies: [yes, beside]}
                """))
        .containsExactlyInAnyOrder(
            "shop/flow@1.0.0: step 'after' depends on 'beside', which Tasker Core would not wait"
                + " for. Let 'route', which creates the step, depend on it, too",
            "shop/flow@1.0.0: step 'more' depends on 'beside', which Tasker Core would not wait"
                + " for. Let 'route', which creates the step, depend on it, too");
  }

  @Test
  void aConvergenceThatWaitsForAStepBesideItsDecision_isRefused() {
    assertThat(
            problems(
                """
                - {name: a, handler: {callable: h}}
                - {name: beside, handler: {callable: h}, dependencies: [a]}
                - {name: route, type: decision, handler: {callable: h}, dependencies: [a]}
                - {name: yes, handler: {callable: h}, dependencies: [route]}
                - {name: end, type: deferred_convergence, handler: {callable: h}, dependencies: [yes, beside]}
                """))
        .containsExactly(
            "shop/flow@1.0.0: step 'end' depends on 'beside', which Tasker Core would not wait for."
                + " Let 'route', which creates the step, depend on it, too");
  }

  @Test
  void aConvergenceOfBranchesOfTwoDecisions_isRefused() {
    assertThat(
            problems(
                """
                - {name: a, handler: {callable: h}}
                - {name: first, type: decision, handler: {callable: h}, dependencies: [a]}
                - {name: yes, handler: {callable: h}, dependencies: [first]}
                - {name: second, type: decision, handler: {callable: h}, dependencies: [a]}
                - {name: left, handler: {callable: h}, dependencies: [second]}
                - {name: end, type: deferred_convergence, handler: {callable: h}, dependencies: [yes, left]}
                """))
        .containsExactly(
            "shop/flow@1.0.0: step 'end' depends on 'left', which Tasker Core would not wait for."
                + " Take the decisions of 'first' and 'second' in one step");
  }

  private static final String BATCHES =
      """
      - {name: a, handler: {callable: h}}
      - {name: beside, handler: {callable: h}}
      - {name: plan, type: batchable, handler: {callable: h}, dependencies: [a]}
      - {name: total, type: deferred_convergence, handler: {callable: h}, dependencies: [work]}
      - name: work
        type: batch_worker
        handler: {callable: h}
        batch_config: {batch_size: 2, parallelism: 2, cursor_field: id, worker_template: work, failure_strategy: fail_fast}
      """;

  @Test
  void batchesBesideADecision_areRefused() {
    assertThat(
            problems(
                BATCHES
                    + """
                        dependencies: [plan]
                      - {name: route, type: decision, handler: {callable: h}, dependencies: [a]}
                      - {name: yes, handler: {callable: h}, dependencies: [route]}
                      """))
        .containsExactly(
            "shop/flow@1.0.0: step 'total' depends on 'work', whose batches Tasker Core would not"
                + " wait for: where there is a decision, it creates all that is below none at the"
                + " start. Make 'plan' a branch of 'route', or give decision and batches a workflow"
                + " each");
  }

  @Test
  void batchesThatAreMadeABranchOfTheDecision_fit() {
    assertThat(
            problems(
                BATCHES.replace("[a]", "[route]")
                    + """
                        dependencies: [plan]
                      - {name: route, type: decision, handler: {callable: h}, dependencies: [a]}
                      - {name: yes, handler: {callable: h}, dependencies: [route]}
                      """))
        .isEmpty();
  }

  @Test
  void aStepBelowTheConvergenceOfBatches_isRefused() {
    assertThat(
            problems(
                BATCHES
                    + """
                        dependencies: [plan]
                      - {name: after, handler: {callable: h}, dependencies: [total]}
                      """))
        .containsExactly(
            "shop/flow@1.0.0: step 'after' depends on 'total', which Tasker Core would not wait"
                + " for. Do what 'after' does in 'total'");
  }

  @Test
  void aStepBelowTheConvergenceOfBatchesOfABranch_isRefused() {
    assertThat(
            problems(
                BATCHES.replace("[a]", "[route]")
                    + """
                        dependencies: [plan]
                      - {name: route, type: decision, handler: {callable: h}, dependencies: [a]}
                      - {name: after, handler: {callable: h}, dependencies: [total]}
                      """))
        .containsExactly(
            "shop/flow@1.0.0: step 'after' depends on 'total', with which Tasker Core would not"
                + " create it. Do what 'after' does in 'total'");
  }

  @Test
  void aBatchThatWaitsForAStepBesideItsPlan_isRefused() {
    assertThat(problems(BATCHES + "  dependencies: [plan, beside]\n"))
        .containsExactly(
            "shop/flow@1.0.0: step 'work' depends on 'beside', which Tasker Core would not wait"
                + " for. Let 'plan', which creates the step, depend on it, too");
  }
}
