package io.tasker.internal;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The types that can say that there is no value, and what says so. */
final class EmptyValues {
  private static final Map<Class<?>, Object> BY_TYPE =
      Map.of(
          Optional.class, Optional.empty(),
          OptionalInt.class, OptionalInt.empty(),
          OptionalLong.class, OptionalLong.empty(),
          OptionalDouble.class, OptionalDouble.empty());

  private EmptyValues() {}

  /** Returns what stands for an absent value of a type, or null if nothing of that type does. */
  static @Nullable Object of(Class<?> type) {
    return BY_TYPE.get(type);
  }

  /** Returns whether a type can say that there is no value. */
  static boolean isKnownTo(Class<?> type) {
    return BY_TYPE.containsKey(type);
  }
}
