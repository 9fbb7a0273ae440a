package io.tasker.template.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.template.HandlerReference;
import io.tasker.template.StepDefinition;
import io.tasker.template.StepType;
import io.tasker.template.TaskTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextDiagramTest {
  @Test
  void chain_isOneColumn() {
    assertThat(
            Workflows.drawing(
                "extract:", "clean: extract", "transform: clean", "load: transform", "tell: load"))
        .isEqualTo(
            """
             extract
                │
                ▼
              clean
                │
                ▼
            transform
                │
                ▼
               load
                │
                ▼
               tell
            """);
  }

  @Test
  void diamond_branchesAndJoins() {
    assertThat(
            Workflows.drawing(
                "validate_cart:",
                "process_payment: validate_cart",
                "update_inventory: validate_cart",
                "create_order: process_payment update_inventory",
                "send_confirmation: create_order"))
        .isEqualTo(
            """
                      validate_cart
                            │
                   ┌────────┴────────┐
                   ▼                 ▼
            process_payment   update_inventory
                   │                 │
                   └────────┬────────┘
                            ▼
                       create_order
                            │
                            ▼
                    send_confirmation
            """);
  }

  @Test
  void lineOverSeveralLevels_passesBeside() {
    assertThat(
            Workflows.drawing(
                "check:", "charge: check", "book: charge", "reserve: check", "pack: book reserve"))
        .isEqualTo(
            """
                 check
                   │
              ┌────┴────┐
              ▼         ▼
            charge   reserve
              │         │
              └─┐     ┌─┘
                ▼     │
               book   │
                │     │
                └──┬──┘
                   ▼
                  pack
            """);
  }

  @Test
  void lineThatFollowsFromOthers_isLeftOut() {
    assertThat(Workflows.drawing("check:", "charge: check", "pack: check charge"))
        .isEqualTo(
            """
            check
              │
              ▼
            charge
              │
              ▼
             pack
            """);
  }

  @Test
  void linesThatLeadToDifferentPlaces_doNotMeet() {
    assertThat(Workflows.drawing("a:", "b:", "x: a b", "y: b"))
        .isEqualTo(
            """
            a    b
            │   │ │
            └┬──┘ │
             │   ┌┘
             ▼   ▼
             x   y
            """);
  }

  @Test
  void kindOfStep_showsInItsBrackets() {
    TaskTemplate template =
        TaskTemplate.template("ns", "n", "1.0.0")
            .step(step("route", StepType.DECISION))
            .step(step("split", StepType.BATCHABLE, "route"))
            .step(step("work", StepType.BATCH_WORKER, "split"))
            .step(step("join", StepType.DEFERRED_CONVERGENCE, "work"))
            .build();

    assertThat(new TextDiagram(template).text())
        .contains("{route}", "/split/", "[[work]]", "/join/");
  }

  @Test
  void wideWorkflow_isListedByLevel() {
    String[] lines =
        IntStream.range(0, 12)
            .mapToObj(i -> "a_rather_long_name_" + i + ":")
            .toArray(String[]::new);
    lines[11] = "last: a_rather_long_name_0 a_rather_long_name_1";

    assertThat(Workflows.drawing(lines))
        .startsWith("a_rather_long_name_0\na_rather_long_name_1\n")
        .endsWith("   ▼\nlast ← a_rather_long_name_0, a_rather_long_name_1\n");
  }

  @Test
  void noSteps_drawNothing() {
    assertThat(Workflows.drawing()).isEmpty();
  }

  @Test
  void anyWorkflow_isDrawnWithEveryStepOnce() {
    for (int seed = 0; seed < 300; seed++) {
      TaskTemplate template = random(seed);

      String drawing = new TextDiagram(template).text();

      assertThat(drawing.lines().mapToInt(String::length).max().orElse(0))
          .as("seed %d", seed)
          .isLessThanOrEqualTo(100);
      assertThat(template.steps())
          .as("seed %d", seed)
          .allSatisfy(step -> assertThat(drawing).contains(step.name()));
    }
  }

  @Test
  void tenThousandSteps_areListed() {
    String[] lines =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "s" + i + ":" + (i == 0 ? "" : " s" + (i - 1)))
            .toArray(String[]::new);

    assertThat(Workflows.drawing(lines)).endsWith("s9999 ← s9998\n");
  }

  private static StepDefinition step(String name, StepType type, String... dependencies) {
    return StepDefinition.step(name, HandlerReference.to(name))
        .type(type)
        .dependencies(List.of(dependencies))
        .build();
  }

  private static TaskTemplate random(int seed) {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(12); i++) {
      StringBuilder line = new StringBuilder("step_" + i + ":");
      for (int j = 0; j < i; j++) {
        line.append(random.nextInt(i) < 2 ? " step_" + j : "");
      }
      lines.add(line.toString());
    }
    return Workflows.template(lines.toArray(String[]::new));
  }
}
