package io.tasker.processor.check.dependency;

import static io.tasker.processor.check.Models.bare;
import static io.tasker.processor.check.Models.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.ModuleModel;
import java.util.List;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.Test;

/** The rules about edges, over all classes of a module, without a compiler. */
class DependencyRulesTest {

  @Test
  void cycle_acrossClasses_isReportedOnceAtItsFirstStep() {
    List<Problem> problems =
        problems(
            new DependencyCycleCheck(),
            bare("Label", step("Label", "label", "pack")),
            bare("Pack", step("Pack", "pack", "ship")),
            bare("Ship", step("Ship", "ship", "label")));

    assertThat(problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.at().type()).isEqualTo("a.Label");
              assertThat(problem.headline())
                  .startsWith("steps 'label' -> 'pack' -> 'ship' -> 'label' depend");
            });
  }

  @Test
  void selfDependency_isACycleOfOne() {
    assertThat(problems(new DependencyCycleCheck(), bare("Pack", step("Pack", "pack", "pack"))))
        .extracting(Problem::headline)
        .containsExactly("step 'pack' depends on itself, so it can never run.");
  }

  @Test
  void twoCycles_areTwoProblems() {
    assertThat(
            problems(
                new DependencyCycleCheck(),
                bare("A", step("A", "a", "b"), step("A", "b", "a"), step("A", "c", "c"))))
        .hasSize(2);
  }

  @Test
  void diamond_isNoCycle() {
    assertThat(
            problems(
                new DependencyCycleCheck(),
                bare(
                    "A",
                    step("A", "a"),
                    step("A", "b", "a"),
                    step("A", "c", "a"),
                    step("A", "d", "b", "c"))))
        .isEmpty();
  }

  @Test
  void unknownStep_isNotFoundInTheModule() {
    assertThat(
            problems(
                new UnknownDependencyCheck(true),
                bare("A", step("A", "a")),
                bare("B", step("B", "b", "aa"), step("B", "c", "a"))))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(Kind.ERROR);
              assertThat(problem.details()).startsWith("did you mean: 'a'", "known steps: a, c");
            });
  }

  @Test
  void unknownStep_isAWarningWhereTheUserSaysSo() {
    assertThat(problems(new UnknownDependencyCheck(false), bare("B", step("B", "b", "elsewhere"))))
        .extracting(Problem::kind)
        .containsExactly(Kind.WARNING);
  }

  @Test
  void manyKnownSteps_areCutShort() {
    assertThat(
            problems(
                new UnknownDependencyCheck(false),
                bare(
                    "A",
                    step("A", "s1"),
                    step("A", "s2"),
                    step("A", "s3"),
                    step("A", "s4"),
                    step("A", "s5"),
                    step("A", "s6"),
                    step("A", "s7"),
                    step("A", "s8"),
                    step("A", "s9"),
                    step("A", "x", "unrelated"))))
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.details())
                    .containsExactly("known steps: s1, s2, s3, s4, s5, s6, s7, s8, … and 1 more"));
  }

  private static List<Problem> problems(Check.OfModule check, HandlerClass... classes) {
    Diagnostics diagnostics = new Diagnostics();
    check.check(new ModuleModel(List.of(classes)), diagnostics);
    return List.copyOf(diagnostics.pending());
  }
}
