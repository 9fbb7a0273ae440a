package io.tasker.processor.check.rule;

import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.Located;
import io.tasker.processor.model.SnakeCase;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The form of the names of steps and workflows, as Tasker Core takes them. */
public final class LowerSnakeCase {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,254}");

  private LowerSnakeCase() {}

  /** Returns whether a name has the form. */
  public static boolean is(String name) {
    return FORM.matcher(name).matches();
  }

  /**
   * Returns the error for a name that has not.
   *
   * @param what what it names, with its article
   */
  public static Problem problem(Code code, Located<String> name, String what) {
    List<String> details = new ArrayList<>();
    String corrected = corrected(name.value());
    if (is(corrected)) {
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
