package io.tasker.processor.read;

import static java.util.Map.entry;

import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.PayloadType.OptionalType;
import io.tasker.processor.model.PayloadType.Scalar;
import io.tasker.processor.model.ScalarKind;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.type.TypeKind;

/** The JDK types that are one JSON value. */
final class ScalarTypes {
  private static final Map<String, PayloadType> BY_NAME =
      Map.ofEntries(
          entry("java.lang.Boolean", new Scalar(ScalarKind.BOOLEAN)),
          entry("java.lang.Byte", new Scalar(ScalarKind.BYTE)),
          entry("java.lang.Short", new Scalar(ScalarKind.SHORT)),
          entry("java.lang.Integer", new Scalar(ScalarKind.INT)),
          entry("java.lang.Long", new Scalar(ScalarKind.LONG)),
          entry("java.math.BigInteger", new Scalar(ScalarKind.BIG_INTEGER)),
          entry("java.lang.Float", new Scalar(ScalarKind.FLOAT)),
          entry("java.lang.Double", new Scalar(ScalarKind.DOUBLE)),
          entry("java.math.BigDecimal", new Scalar(ScalarKind.BIG_DECIMAL)),
          entry("java.lang.Character", new Scalar(ScalarKind.CHAR)),
          entry("java.lang.String", new Scalar(ScalarKind.STRING)),
          entry("java.lang.CharSequence", new Scalar(ScalarKind.STRING)),
          entry("java.util.UUID", new Scalar(ScalarKind.UUID)),
          entry("java.net.URI", new Scalar(ScalarKind.URI)),
          entry("java.time.Instant", new Scalar(ScalarKind.INSTANT)),
          entry("java.time.OffsetDateTime", new Scalar(ScalarKind.OFFSET_DATE_TIME)),
          entry("java.time.ZonedDateTime", new Scalar(ScalarKind.ZONED_DATE_TIME)),
          entry("java.time.LocalDateTime", new Scalar(ScalarKind.LOCAL_DATE_TIME)),
          entry("java.time.LocalDate", new Scalar(ScalarKind.LOCAL_DATE)),
          entry("java.time.LocalTime", new Scalar(ScalarKind.LOCAL_TIME)),
          entry("java.time.Month", new Scalar(ScalarKind.MONTH)),
          entry("java.time.Duration", new Scalar(ScalarKind.DURATION)),
          entry("java.util.OptionalInt", new OptionalType(new Scalar(ScalarKind.INT))),
          entry("java.util.OptionalLong", new OptionalType(new Scalar(ScalarKind.LONG))),
          entry("java.util.OptionalDouble", new OptionalType(new Scalar(ScalarKind.DOUBLE))),
          entry("java.lang.Void", new PayloadType.VoidType()),
          entry("java.lang.Object", new PayloadType.Open()));

  private ScalarTypes() {}

  static Optional<PayloadType> named(String qualifiedName) {
    return Optional.ofNullable(BY_NAME.get(qualifiedName));
  }

  /** Returns the shape of a primitive type. */
  static PayloadType primitive(TypeKind kind) {
    return new Scalar(ScalarKind.valueOf(kind.name()));
  }
}
