package io.tasker.processor.diagnostic;

import io.tasker.processor.model.SnakeCase;
import java.util.Locale;

/** The kinds of problems. Each has a page {@code docs/errors/<id>.md}, and its id is stable. */
public enum Code {
  AMBIGUOUS_PARAMETER,
  DEPENDENCY_CYCLE,
  DEPENDENCY_TYPE_MISMATCH,
  DUPLICATE_CALLABLE,
  DUPLICATE_STEP,
  DUPLICATE_WORKFLOW,
  GENERATED_NAME_COLLISION,
  HANDLER_NOT_STATIC,
  INACCESSIBLE_HANDLER,
  INPUT_NOT_AN_OBJECT,
  INPUT_TYPE_CONFLICT,
  INTERNAL,
  INVALID_CALLABLE,
  INVALID_DEFAULT,
  INVALID_DURATION,
  INVALID_NAMESPACE,
  INVALID_OPTION,
  INVALID_RETRY,
  INVALID_STEP_NAME,
  INVALID_VERSION,
  INVALID_WORKFLOW_NAME,
  MISSING_PROVIDES,
  UNBOUND_PARAMETER,
  UNKNOWN_DEPENDENCY,
  UNKNOWN_FIELD,
  UNREADABLE_PARAMETER,
  UNSERIALIZABLE_RESULT,
  UNSUPPORTED_HANDLER_METHOD,
  WORKFLOW_WITHOUT_HANDLERS;

  /** Returns the id users search for: {@code UnknownDependency}. */
  public String id() {
    return SnakeCase.camelCase(name().toLowerCase(Locale.ROOT));
  }
}
