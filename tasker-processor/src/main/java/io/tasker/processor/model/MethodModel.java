package io.tasker.processor.model;

import java.util.List;

/** A method that generated code calls: a handler or a subscriber. */
public sealed interface MethodModel permits HandlerModel, SubscriberModel {

  /** What the declaration of a method says. */
  enum Trait {
    PRIVATE,
    INSTANCE,
    GENERIC,
    VARARGS,
    DEPRECATED,
    DEPRECATED_FOR_REMOVAL,
    THROWS_CHECKED,
    THROWS_RETRYABLE,
    NULLABLE
  }

  /** Returns the method. */
  SourceRef at();

  /** Returns the class as messages show it, without its package. */
  String declaringClass();

  /** Returns the name of the method. */
  String methodName();

  /** Returns the parameters in order. */
  List<ParameterModel> parameters();

  /** Returns the type that the method returns as it is written. */
  JavaType returned();

  /** Returns whether the declaration has a trait. */
  boolean is(Trait trait);

  /** Returns what messages call it: {@code handler method}. */
  String noun();

  /** Returns the method for messages: {@code Orders.pay}. */
  default String shown() {
    return declaringClass() + "." + methodName();
  }
}
