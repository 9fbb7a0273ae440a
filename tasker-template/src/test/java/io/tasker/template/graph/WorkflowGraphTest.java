package io.tasker.template.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkflowGraphTest {
  private static final WorkflowGraph DIAMOND =
      graph("send: create", "create: charge reserve", "charge: check", "reserve: check", "check:");

  /** Each line is a step, a colon and what it needs. */
  private static WorkflowGraph graph(String... lines) {
    Map<String, List<String>> edges = new LinkedHashMap<>();
    for (String line : lines) {
      String[] sides = line.split(":", -1);
      edges.put(sides[0], sides[1].isBlank() ? List.of() : List.of(sides[1].trim().split(" ", -1)));
    }
    return WorkflowGraph.of(edges);
  }

  private static WorkflowGraph chain(int steps, boolean closed) {
    Map<String, List<String>> edges = new LinkedHashMap<>();
    for (int i = 0; i < steps; i++) {
      String before = "s" + (i == 0 ? steps - 1 : i - 1);
      edges.put("s" + i, i == 0 && !closed ? List.of() : List.of(before));
    }
    return WorkflowGraph.of(edges);
  }

  @Test
  void topologicalOrder_isTheSameHoweverStepsAreWritten() {
    assertThat(DIAMOND.topologicalOrder())
        .containsExactly("check", "charge", "reserve", "create", "send");
  }

  @Test
  void ancestors_areTransitive() {
    assertThat(DIAMOND.ancestors("send")).containsExactly("create", "charge", "reserve", "check");
    assertThat(DIAMOND.ancestors("check")).isEmpty();
  }

  @Test
  void descendants_areTransitive() {
    assertThat(DIAMOND.descendants("charge")).containsExactly("create", "send");
  }

  @Test
  void rootsAndLeaves_areTheEnds() {
    assertThat(DIAMOND.roots()).containsExactly("check");
    assertThat(DIAMOND.leaves()).containsExactly("send");
  }

  @Test
  void levels_followTheLongestWay() {
    assertThat(graph("a:", "b: a", "c: a b").levels())
        .containsExactly(List.of("a"), List.of("b"), List.of("c"));
  }

  @Test
  void unknownAndRepeatedDependencies_areNoEdges() {
    assertThat(graph("a:", "b: a a nowhere").dependencies("b")).containsExactly("a");
  }

  @Test
  void unknownStep_isRefused() {
    assertThatThrownBy(() -> DIAMOND.ancestors("nowhere"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no step has the name 'nowhere'");
  }

  @Test
  void acyclicGraph_hasNoCycles() {
    assertThat(DIAMOND.cycles()).isEmpty();
  }

  @Test
  void cycle_beginsAtItsAlphabeticallyFirstStep() {
    assertThat(graph("ship: label", "label: pack", "pack: ship", "other: pack").cycles())
        .containsExactly(List.of("label", "pack", "ship"));
  }

  @Test
  void cycle_isTheShortestOfItsGroup() {
    assertThat(graph("a: b", "b: c", "c: d a", "d: a c").cycles())
        .containsExactly(List.of("c", "d"));
  }

  @Test
  void cycles_areOnePerGroup() {
    assertThat(graph("z: z", "b: a", "a: b", "c: a").cycles())
        .containsExactly(List.of("a", "b"), List.of("z"));
  }

  @Test
  void cyclicGraph_hasNoOrder() {
    assertThatThrownBy(() -> graph("a: a").topologicalOrder())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the steps depend on each other: [[a]]");
  }

  @Test
  void tenThousandSteps_needNoRecursion() {
    WorkflowGraph chain = chain(10_000, false);

    assertThat(chain.topologicalOrder()).hasSize(10_000);
    assertThat(chain.levels()).hasSize(10_000);
    assertThat(chain.ancestors("s9999")).hasSize(9_999);
    assertThat(chain.cycles()).isEmpty();
  }

  @Test
  void ringOfTenThousandSteps_isOneCycle() {
    assertThat(chain(10_000, true).cycles())
        .singleElement()
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .hasSize(10_000)
        .startsWith("s0", "s9999");
  }

  @Test
  void denseGraph_isHandledInReasonableTime() {
    Map<String, List<String>> edges = new LinkedHashMap<>();
    List<String> before = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      edges.put("s" + i, List.copyOf(before));
      before.add("s" + i);
    }

    assertThat(WorkflowGraph.of(edges).levels()).hasSize(1_000);
  }
}
