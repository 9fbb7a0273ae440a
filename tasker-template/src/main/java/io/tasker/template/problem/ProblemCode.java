package io.tasker.template.problem;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The kinds of problem a template can have. Each has a page {@code docs/errors/<id>.md}; ids are
 * stable, and the compiler uses the same id for the same mistake in Java code.
 */
public enum ProblemCode {
  /** The text is not YAML. */
  MALFORMED_YAML(Severity.ERROR),
  /** YAML that a template cannot use: tags of its own, keys that are not texts, loops. */
  UNSUPPORTED_YAML(Severity.ERROR),
  /** The file says nothing. */
  EMPTY_TEMPLATE(Severity.ERROR),
  /** The file holds more than one YAML document. */
  SEVERAL_DOCUMENTS(Severity.ERROR),
  /**
   * The file is longer, deeper or, once its aliases are followed, larger than a template may be.
   */
  TEMPLATE_TOO_LARGE(Severity.ERROR),
  /** A mapping has a key twice. */
  DUPLICATE_KEY(Severity.ERROR),
  /** A required key is missing. */
  MISSING_KEY(Severity.ERROR),
  /** A value is of another type than its key needs. */
  WRONG_TYPE(Severity.ERROR),
  /** A value is none of the words its key knows. */
  UNKNOWN_VALUE(Severity.ERROR),
  /** A time is not RFC 3339. */
  INVALID_TIMESTAMP(Severity.ERROR),
  /** A key that Tasker Core ignores. */
  UNKNOWN_KEY(Severity.WARNING);

  private final Severity severity;

  ProblemCode(Severity severity) {
    this.severity = severity;
  }

  /**
   * Returns the stable name.
   *
   * @return the name in PascalCase, such as {@code UnknownDependency}
   */
  public String id() {
    return Arrays.stream(name().split("_", -1))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(java.util.Locale.ROOT))
        .collect(Collectors.joining());
  }

  /**
   * Returns the severity unless a rule says otherwise for a case.
   *
   * @return the usual severity
   */
  public Severity severity() {
    return severity;
  }
}
