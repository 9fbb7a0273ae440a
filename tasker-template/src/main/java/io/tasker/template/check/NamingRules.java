package io.tasker.template.check;

import static io.tasker.template.problem.ProblemCode.INVALID_EVENT_NAME;
import static io.tasker.template.problem.ProblemCode.INVALID_NAMESPACE;
import static io.tasker.template.problem.ProblemCode.INVALID_STEP_NAME;
import static io.tasker.template.problem.ProblemCode.INVALID_TEMPLATE_NAME;
import static io.tasker.template.problem.ProblemCode.INVALID_VERSION;

import io.tasker.template.problem.Details;
import io.tasker.template.problem.Finding;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What names have to look like, wherever they are written.
 *
 * <p>Tasker Core accepts names out of style, so in a template they are warnings; a caller may be
 * stricter about names it has a say in.
 */
public final class NamingRules {
  /** The longest namespace: 47 characters of a queue name less {@code _domain_events_dlq}. */
  public static final int LONGEST_NAMESPACE = 29;

  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_VERSION = 50;
  private static final int LONGEST_SHOWN = 60;
  private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
  private static final Pattern VERSION =
      Pattern.compile("(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*)){2}([-+][0-9A-Za-z.+-]+)?");
  private static final Pattern EVENT_SEGMENT = Pattern.compile("[a-z0-9_]+");

  private NamingRules() {}

  /**
   * Checks a namespace.
   *
   * @param namespace the namespace
   * @return what is wrong with it, or empty
   */
  public static Optional<Finding> namespace(String namespace) {
    if (namespace.length() > LONGEST_NAMESPACE) {
      return error(
          INVALID_NAMESPACE,
          "namespace '"
              + shown(namespace)
              + "' has "
              + namespace.length()
              + " characters, but queue names leave room for "
              + LONGEST_NAMESPACE
              + ".",
          Details.none().fix("shorten it."));
    }
    if (NAMESPACE.matcher(namespace).matches()) {
      return Optional.empty();
    }
    return error(
        INVALID_NAMESPACE,
        "'"
            + shown(namespace)
            + "' is not a namespace: use letters, digits and '_', no digit first.",
        corrected(namespace));
  }

  /**
   * Checks the name of a template.
   *
   * @param name the name
   * @return what is wrong with it, or empty
   */
  public static Optional<Finding> templateName(String name) {
    return name(INVALID_TEMPLATE_NAME, "a template name", name);
  }

  /**
   * Checks the name of a step.
   *
   * @param name the name
   * @return what is wrong with it, or empty
   */
  public static Optional<Finding> stepName(String name) {
    return name(INVALID_STEP_NAME, "a step name", name);
  }

  /**
   * Checks a version.
   *
   * @param version the version
   * @return what is wrong with it, or empty
   */
  public static Optional<Finding> version(String version) {
    if (VERSION.matcher(version).matches() && version.length() <= LONGEST_VERSION) {
      return Optional.empty();
    }
    boolean isRefused = version.isEmpty() || version.length() > LONGEST_VERSION;
    return finding(
        INVALID_VERSION,
        isRefused ? Severity.ERROR : Severity.WARNING,
        isRefused
            ? "the version has " + version.length() + " characters, but needs 1 to 50."
            : "version '" + shown(version) + "' is not major.minor.patch.",
        Details.none().fix("write three numbers, such as \"1.0.0\"."));
  }

  /**
   * Checks the name of an event.
   *
   * @param name the name
   * @return what is wrong with it, or empty
   */
  public static Optional<Finding> eventName(String name) {
    // By segment, because a pattern for all of them would recurse as deep as there are segments.
    String[] segments = name.split("\\.", -1);
    boolean isWellFormed =
        Arrays.stream(segments).allMatch(segment -> EVENT_SEGMENT.matcher(segment).matches());
    if (isWellFormed && segments.length > 1) {
      return Optional.empty();
    }
    return error(
        INVALID_EVENT_NAME,
        "'"
            + shown(name)
            + "' is not an event name: join at least two segments of lower-case letters, digits and"
            + " '_' with dots.",
        Details.none().fix("write a name like 'payment.processed'."));
  }

  /**
   * Returns the name in lower_snake_case.
   *
   * @param name any text
   * @return its letters and digits in lower case, words joined by {@code _}; may be empty
   */
  public static String toSnakeCase(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "_")
        .replaceAll("^[_0-9]+|_+$", "");
  }

  private static Optional<Finding> name(ProblemCode code, String what, String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return error(
          code,
          what + " has " + name.length() + " characters, but needs 1 to 255.",
          Details.none());
    }
    if (SNAKE_CASE.matcher(name).matches()) {
      return Optional.empty();
    }
    return finding(
        code,
        Severity.WARNING,
        "'" + shown(name) + "' is not " + what + ": use lower_snake_case, starting with a letter.",
        corrected(name));
  }

  private static Details corrected(String name) {
    String corrected = toSnakeCase(name);
    return Details.none().didYouMean(corrected.isEmpty() ? List.of() : List.of(corrected));
  }

  private static String shown(String name) {
    return name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "…" : name;
  }

  private static Optional<Finding> error(ProblemCode code, String headline, Details details) {
    return finding(code, Severity.ERROR, headline, details);
  }

  private static Optional<Finding> finding(
      ProblemCode code, Severity severity, String headline, Details details) {
    return Optional.of(new Finding(code, severity, headline, details));
  }
}
