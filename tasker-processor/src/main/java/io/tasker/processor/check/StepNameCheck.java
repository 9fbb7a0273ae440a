package io.tasker.processor.check;

import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.Located;
import io.tasker.processor.model.SnakeCase;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A step name is lower_snake_case. */
final class StepNameCheck implements Check.OfClass {
  static final Pattern LOWER_SNAKE_CASE = Pattern.compile("[a-z][a-z0-9_]{0,254}");

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    handlers.handlers().stream()
        .map(handler -> handler.names().step())
        .filter(step -> !LOWER_SNAKE_CASE.matcher(step.value()).matches())
        .map(step -> problem(Code.INVALID_STEP_NAME, step, "a step name"))
        .forEach(diagnostics::report);
  }

  static Problem problem(Code code, Located<String> name, String what) {
    List<String> details = new ArrayList<>();
    String corrected = corrected(name.value());
    if (LOWER_SNAKE_CASE.matcher(corrected).matches()) {
      details.add("did you mean: " + Words.quoted(corrected));
    }
    if (code == Code.INVALID_STEP_NAME && name.at().member().isEmpty() && !details.isEmpty()) {
      // The method may keep its name.
      details.add("fix: name the step: @Handler(step = \"%s\").".formatted(corrected));
    }
    return Problem.error(
        code,
        name.at(),
        "'%s' is not %s: use lower_snake_case, starting with a letter."
            .formatted(name.value(), what),
        details);
  }

  private static String corrected(String name) {
    return SnakeCase.stepName(unaccented(name.strip()).replaceAll("[^A-Za-z0-9]+", "_"))
        .replaceAll("_+", "_")
        .replaceAll("^[_0-9]+|_+$", "");
  }

  private static String unaccented(String name) {
    return Normalizer.normalize(name.replace("ß", "ss"), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "");
  }
}
