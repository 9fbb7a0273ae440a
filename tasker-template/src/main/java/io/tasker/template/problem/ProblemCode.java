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
  UNKNOWN_KEY(Severity.WARNING),
  /** A template without steps. */
  NO_STEPS(Severity.ERROR),
  /** Several steps have one name. */
  DUPLICATE_STEP(Severity.ERROR),
  /** A step depends on a step that does not exist. */
  UNKNOWN_DEPENDENCY(Severity.ERROR),
  /** Steps depend on each other, so none of them can run. */
  DEPENDENCY_CYCLE(Severity.ERROR),
  /** A step names no handler. */
  EMPTY_CALLABLE(Severity.ERROR),
  /** A namespace that queues cannot be named after. */
  INVALID_NAMESPACE(Severity.ERROR),
  /** A template name out of style, too long or empty; the last two are errors. */
  INVALID_TEMPLATE_NAME(Severity.WARNING),
  /** A step name out of style, too long or empty; the last two are errors. */
  INVALID_STEP_NAME(Severity.WARNING),
  /** A version that is not {@code major.minor.patch}; too long or empty is an error. */
  INVALID_VERSION(Severity.WARNING),
  /** A step that is connected to no other. */
  ORPHAN_STEP(Severity.WARNING),
  /** A step that does not describe its result. */
  NO_RESULT_SCHEMA(Severity.NOTE),
  /** A result that is no object, which other languages' tools do not expect. */
  SCHEMA_NOT_OBJECT(Severity.NOTE),
  /** A keyword of a schema has a value of the wrong shape. */
  MALFORMED_SCHEMA(Severity.ERROR),
  /** A schema requires a property it does not declare; an error where it forbids others. */
  UNDECLARED_REQUIRED(Severity.WARNING),
  /** A schema names a type that JSON Schema does not have. */
  UNKNOWN_SCHEMA_TYPE(Severity.ERROR),
  /** A schema lists a value that is not of its own type. */
  ENUM_TYPE_MISMATCH(Severity.ERROR),
  /** A schema leaves open what a list or object holds. */
  UNTYPED_SCHEMA(Severity.WARNING),
  /** A decision that depends on nothing, which Tasker Core refuses. */
  DECISION_WITHOUT_DEPENDENCY(Severity.ERROR),
  /** A decision below which there is nothing to choose. */
  DECISION_WITHOUT_BRANCHES(Severity.ERROR),
  /** A batchable step that does not say who takes its place if there are no batches. */
  MISSING_WORKER_TEMPLATE(Severity.WARNING),
  /** A batch worker is named that is none. */
  UNKNOWN_BATCH_WORKER(Severity.ERROR),
  /** A batch worker that does not say how it is multiplied. */
  MISSING_BATCH_CONFIG(Severity.ERROR),
  /** A batch worker that depends on no batchable step. */
  BATCH_WORKER_WITHOUT_ANALYZER(Severity.ERROR),
  /** A batch configuration on a step that is no batch worker, where nothing reads it. */
  MISPLACED_BATCH_CONFIG(Severity.WARNING),
  /** A convergence whose dependencies always exist, so that it is never created. */
  NO_CONDITIONAL_DEPENDENCY(Severity.ERROR),
  /** A retry setting out of range; an error if no attempt would be made. */
  INVALID_RETRY(Severity.WARNING),
  /** A time limit that leaves no time. */
  INVALID_DURATION(Severity.ERROR),
  /** A batch setting out of range; an error if there could be no batch. */
  INVALID_BATCH(Severity.WARNING),
  /** A lifecycle setting out of range; an error below one minute. */
  INVALID_LIFECYCLE(Severity.WARNING),
  /** An event name that is not lower-case segments joined by dots. */
  INVALID_EVENT_NAME(Severity.ERROR),
  /** A publisher that is not a qualified name. */
  INVALID_PUBLISHER(Severity.ERROR),
  /** A step declares an event twice, and only the last declaration counts. */
  DUPLICATE_EVENT(Severity.WARNING),
  /** An environment changes a step that does not exist. */
  UNKNOWN_OVERRIDE_STEP(Severity.ERROR),
  /** An environment resets the retry settings it does not mention. */
  PARTIAL_RETRY_OVERRIDE(Severity.WARNING),
  /** An environment that Tasker Core's worker never selects. */
  INERT_ENVIRONMENT(Severity.NOTE),
  /** Settings that Tasker Core 0.1 stores and does not use. */
  INERT_SETTING(Severity.NOTE),
  /** Several templates have one identity, and the last one registered would win. */
  DUPLICATE_TEMPLATE(Severity.ERROR);

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
