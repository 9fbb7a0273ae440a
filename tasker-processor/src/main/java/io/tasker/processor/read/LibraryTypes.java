package io.tasker.processor.read;

import com.palantir.javapoet.TypeName;
import io.tasker.processor.model.PayloadType.Unsupported;
import io.tasker.processor.model.TypeText;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Knows which types that were not made for JSON survive it, and what to do about the others. */
final class LibraryTypes {

  /** The types of the JDK, beside numbers, texts and dates, that are read as they were written. */
  private static final Set<String> SURVIVING =
      Set.of(
          "java.io.File",
          "java.io.Serializable",
          "java.lang.Iterable",
          "java.lang.Number",
          "java.lang.StackTraceElement",
          "java.lang.StringBuffer",
          "java.lang.StringBuilder",
          "java.net.InetAddress",
          "java.net.InetSocketAddress",
          "java.net.URL",
          "java.nio.ByteBuffer",
          "java.nio.charset.Charset",
          "java.nio.file.Path",
          "java.sql.Date",
          "java.sql.Time",
          "java.sql.Timestamp",
          "java.time.MonthDay",
          "java.time.OffsetTime",
          "java.time.Period",
          "java.time.Year",
          "java.time.YearMonth",
          "java.time.ZoneId",
          "java.time.ZoneOffset",
          "java.util.Calendar",
          "java.util.Currency",
          "java.util.Date",
          "java.util.GregorianCalendar",
          "java.util.Locale",
          "java.util.TimeZone",
          "java.util.concurrent.atomic.AtomicBoolean",
          "java.util.concurrent.atomic.AtomicInteger",
          "java.util.concurrent.atomic.AtomicLong",
          "java.util.concurrent.atomic.AtomicReference",
          "java.util.regex.Pattern");

  private final Supertypes supertypes;

  LibraryTypes(Supertypes supertypes) {
    this.supertypes = supertypes;
  }

  /** Returns whether a type of the JDK is read as it was written. */
  static boolean survives(String name) {
    return SURVIVING.contains(name);
  }

  /** Returns why a type, whoever declares it, does not survive because of what it inherits. */
  Optional<Unsupported> inherited(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    if (Supertypes.isNamed(type, "io.tasker.handler.StepExecutionResult")) {
      return unsupported(
          type,
          "the outcome that a hand-written StepHandler returns",
          "return StepResult<T>, which says success and failure too, or the value itself.",
          false);
    }
    if (JacksonAnnotations.hasCustomShape(element)) {
      return Optional.empty();
    }
    if (supertypes.find(type, "java.util.Map.Entry").isPresent()) {
      return unsupported(
          type,
          "a Map.Entry, which JSON holds as a map of one key",
          "declare a record with two components, which is no Map.Entry.",
          true);
    }
    return supertypes.find(type, "java.lang.Throwable").isPresent()
        ? unsupported(
            type,
            "an exception, which does not survive JSON",
            "throw it, or pass its message.",
            false)
        : Optional.empty();
  }

  /** Returns why a type of the JDK that is none of those does not survive. */
  Optional<Unsupported> unknown(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    String name = element.getQualifiedName().toString();
    if (!name.startsWith("java.")) {
      return Optional.empty();
    }
    // What is written in its place is not known here.
    boolean isWritable =
        element.getKind() == ElementKind.INTERFACE
            || element.getModifiers().contains(Modifier.ABSTRACT);
    return unsupported(
        type,
        "a type of the JDK that does not survive JSON",
        "pass what it holds: a record, a list, a text or a number.",
        isWritable);
  }

  private static Optional<Unsupported> unsupported(
      DeclaredType type, String why, String fix, boolean isWritable) {
    return Optional.of(new Unsupported(TypeText.simple(TypeName.get(type)), why, fix, isWritable));
  }
}
