package io.tasker.template.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.template.TaskTemplate;
import io.tasker.template.check.TemplateChecks;
import io.tasker.template.problem.TemplateProblem;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for all templates and all texts, tried on many; the seed of a failure is printed. */
class RandomTemplatesTest {
  private static final List<String> TOKENS =
      List.of(
          ":",
          "- ",
          "\n",
          "  ",
          "\t",
          "{",
          "}",
          "[",
          "]",
          "\"",
          "'",
          "&a ",
          "*a",
          "!!str ",
          "!x ",
          "<<: ",
          "? ",
          "|\n",
          ">-\n",
          "#",
          "---\n",
          "...\n",
          "%YAML 1.1\n",
          "null",
          "1.0",
          "\u0000",
          "\uFEFF",
          "\uD800",
          "\u2028",
          "name: x\n",
          "steps: []\n",
          "\\");

  @Test
  void anyTemplate_isReadAsItWasWritten() {
    for (int seed = 0; seed < 500; seed++) {
      TaskTemplate template = new RandomTemplates(seed).next();
      String yaml = new TemplateWriter().write(template);

      TemplateReading reading = new TemplateReader().read("random.yaml", yaml);

      assertThat(reading.problems())
          .as("seed %d%n%s", seed, yaml)
          .noneMatch(TemplateProblem::isError);
      assertThat(reading.orThrow().template()).as("seed %d%n%s", seed, yaml).isEqualTo(template);
      assertThat(new TemplateWriter().write(reading.orThrow().template())).isEqualTo(yaml);
    }
  }

  @Test
  void anyText_endsInProblemsWithinTheFile() {
    for (int seed = 0; seed < 2_000; seed++) {
      String yaml = mutate(seed);

      List<TemplateProblem> problems =
          TemplateChecks.check(new TemplateReader().read("random.yaml", yaml));

      long lines =
          yaml.chars().filter(character -> "\n\r\u0085\u2028\u2029".indexOf(character) >= 0).count()
              + 1;
      assertThat(problems)
          .as("seed %d%n%s", seed, yaml)
          .allSatisfy(
              problem -> {
                assertThat((long) problem.line()).isBetween(1L, lines);
                assertThat(problem.column()).isPositive();
                assertThat(problem.headline()).isNotBlank().doesNotContain("\n", "snakeyaml");
              });
    }
  }

  private static String mutate(int seed) {
    Random random = new Random(seed);
    StringBuilder yaml =
        new StringBuilder(new TemplateWriter().write(new RandomTemplates(seed % 100).next()));
    for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
      int at = random.nextInt(yaml.length() + 1);
      int end = Math.min(yaml.length(), at + random.nextInt(8));
      String token = TOKENS.get(random.nextInt(TOKENS.size()));
      switch (random.nextInt(3)) {
        case 0 -> yaml.delete(at, end);
        case 1 -> yaml.insert(at, token);
        default -> yaml.replace(at, end, token);
      }
    }
    return yaml.toString();
  }
}
