package io.tasker.worker.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.template.StepDefinition;
import io.tasker.template.TaskTemplate;
import io.tasker.template.yaml.TemplateReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisteredTemplateTest {
  static TaskTemplate flow(String steps) {
    String yaml = "name: flow\nnamespace_name: shop\nversion: '1.0.0'\nsteps:\n" + steps;
    return new TemplateReader().read("flow.yaml", yaml).orThrow().template();
  }

  private static List<String> dependencies(TaskTemplate template, String step) {
    return template.step(step).orElseThrow().dependencies();
  }

  @Test
  void aBranch_isGivenWithoutWhatIsAboveItsDecision() {
    TaskTemplate registered =
        RegisteredTemplate.of(
            flow(
                """
                - {name: a, handler: {callable: h}}
                - {name: b, handler: {callable: h}, dependencies: [a]}
                - {name: route, type: decision, handler: {callable: h}, dependencies: [b]}
                - {name: yes, handler: {callable: h}, dependencies: [b, route, a]}
                """));

    assertThat(dependencies(registered, "yes")).containsExactly("route");
    assertThat(dependencies(registered, "b")).containsExactly("a");
  }

  @Test
  void aStepFurtherBelow_isGivenWithTheNearestStepsOnly() {
    TaskTemplate registered =
        RegisteredTemplate.of(
            flow(
                """
                - {name: a, handler: {callable: h}}
                - {name: route, type: decision, handler: {callable: h}, dependencies: [a]}
                - {name: yes, handler: {callable: h}, dependencies: [route]}
                - {name: more, handler: {callable: h}, dependencies: [a, yes, route]}
                - {name: most, handler: {callable: h}, dependencies: [yes, more]}
                """));

    assertThat(dependencies(registered, "more")).containsExactly("yes");
    assertThat(dependencies(registered, "most")).containsExactly("more");
  }

  @Test
  void aConvergence_keepsWhatItHas() {
    TaskTemplate template =
        flow(
            """
            - {name: a, handler: {callable: h}}
            - {name: route, type: decision, handler: {callable: h}, dependencies: [a]}
            - {name: yes, handler: {callable: h}, dependencies: [route]}
            - {name: no, handler: {callable: h}, dependencies: [route]}
            - name: end
              type: deferred_convergence
              handler: {callable: h}
              dependencies: [a, route, yes, no]
            """);

    assertThat(RegisteredTemplate.of(template)).isEqualTo(template);
  }

  @Test
  void stepsThatNoDecisionCreates_keepWhatTheyHave() {
    TaskTemplate template =
        flow(
            """
            - {name: a, handler: {callable: h}}
            - {name: b, handler: {callable: h}, dependencies: [a]}
            - {name: c, handler: {callable: h}, dependencies: [a, b]}
            - {name: route, type: decision, handler: {callable: h}, dependencies: [b, c]}
            - {name: yes, handler: {callable: h}, dependencies: [route]}
            """);

    assertThat(RegisteredTemplate.of(template)).isEqualTo(template);
  }

  @Test
  void aConvergenceBelowAnother_isGivenAfterIt() {
    TaskTemplate template =
        flow(
            """
            - {name: a, handler: {callable: h}}
            - {name: route, type: decision, handler: {callable: h}, dependencies: [a]}
            - {name: yes, handler: {callable: h}, dependencies: [route]}
            - {name: no, handler: {callable: h}, dependencies: [route]}
            - {name: last, type: deferred_convergence, handler: {callable: h}, dependencies: [end, no]}
            - {name: end, type: deferred_convergence, handler: {callable: h}, dependencies: [yes, no]}
            """);

    assertThat(RegisteredTemplate.of(template).steps())
        .extracting(StepDefinition::name)
        .containsExactly("a", "route", "no", "yes", "end", "last");
  }
}
