package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of options. What their values may be is judged where they are used. */
class OptionsTest {
  private static final String OPTIONS =
      "\n    known options: tasker.client, tasker.lock, tasker.lock.update, tasker.module, tasker.templates, tasker.unresolved";

  @ParameterizedTest
  @CsvSource({
    "tasker.template, tasker.templates",
    "tasker.locks, tasker.lock",
    "tasker.Client, tasker.client",
  })
  void misspeltOption_isOneWarning(String option, String meant) {
    assertThat(messages("-A" + option + "=x"))
        .containsExactly(
            "[Tasker/UnknownOption] there is no option "
                + option
                + ", so it changes nothing.\n    did you mean: '"
                + meant
                + "'"
                + OPTIONS);
  }

  @Test
  void optionOfNoName_isTold() {
    assertThat(messages("-Atasker.xyzzy"))
        .containsExactly(
            "[Tasker/UnknownOption] there is no option tasker.xyzzy, so it changes nothing."
                + OPTIONS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Atasker.client=false", "-Atasker.unresolved=warn"})
  void optionOfOurs_isFine(String option) {
    assertThat(messages(option)).isEmpty();
  }

  @Test
  void optionOfAnotherProcessor_isLeftToTheCompiler() {
    assertThat(messages("-Ataskery.template=x"))
        .singleElement()
        .asString()
        .doesNotContain("Tasker/")
        .contains("taskery.template");
  }

  private static List<String> messages(String option) {
    Compilation compilation =
        Compilations.strict(option)
            .compile(
                JavaFileObjects.forSourceString(
                    "Steps",
                    "final class Steps { @io.tasker.annotation.Handler static int one() { return 1; } }"));
    return compilation.diagnostics().stream()
        .filter(each -> !each.getCode().equals("compiler.err.warnings.and.werror"))
        .map(each -> each.getMessage(Locale.ROOT))
        .toList();
  }
}
