package io.tasker.template.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.TemplateProblem;
import io.tasker.template.yaml.TemplateReader;
import io.tasker.template.yaml.TemplateReading;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every code has a page whose examples are true. {@code -Derrorpages.update=true} writes the actual
 * messages into the pages and fails, so that somebody reads them before they are committed.
 */
class ErrorPagesTest {
  private static List<TemplateProblem> check(List<String> files) {
    List<TemplateReading> readings = new ArrayList<>();
    for (String yaml : files) {
      String number = readings.isEmpty() ? "" : String.valueOf(readings.size() + 1);
      readings.add(new TemplateReader().read("workflow" + number + ".yaml", yaml));
    }
    return TemplateChecks.checkAll(readings);
  }

  private static String messages(ErrorPage page) {
    return check(page.failing()).stream()
        .filter(problem -> problem.code() == page.code())
        .map(problem -> problem.text() + "\n")
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @EnumSource
  void failingExample_hasExactlyTheMessageOfThePage(ProblemCode code) throws IOException {
    ErrorPage page = ErrorPage.of(code);
    if (Boolean.getBoolean("errorpages.update")) {
      String updated =
          page.markdown()
              .replace("```text\n" + page.messages().get(0), "```text\n" + messages(page));
      Files.writeString(ErrorPage.file(code), updated);
      assertThat(updated).as("updated, now read it").isEqualTo(page.markdown());
    }

    assertThat(messages(page)).isNotEmpty();
    assertThat(page.messages()).containsExactly(messages(page));
  }

  @ParameterizedTest
  @EnumSource
  void failingExample_hasNoOtherProblemThatCounts(ProblemCode code) {
    assertThat(check(ErrorPage.of(code).failing()))
        .filteredOn(problem -> problem.code() != code)
        .noneMatch(TemplateProblem::isError);
  }

  @ParameterizedTest
  @EnumSource
  void passingExample_hasNoSuchProblemAndNoError(ProblemCode code) {
    ErrorPage page = ErrorPage.of(code);

    assertThat(page.passing()).isNotEmpty();
    assertThat(check(page.passing()))
        .noneMatch(problem -> problem.code() == code || problem.isError());
  }

  @ParameterizedTest
  @EnumSource
  void page_beginsWithTheCodeAndItsSeverity(ProblemCode code) {
    String label = code.severity().label();

    assertThat(ErrorPage.of(code).markdown())
        .startsWith(
            "# %s\n\n**%s%s.** "
                .formatted(
                    code.id(),
                    label.substring(0, 1).toUpperCase(java.util.Locale.ROOT),
                    label.substring(1)));
  }
}
