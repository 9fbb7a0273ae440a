package io.tasker.internal;

import io.tasker.handler.ErrorTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;

/**
 * A typed value to be read from JSON: where in the document, as what type, what if it is absent,
 * and how to say so.
 */
final class JsonValue {
  private final JacksonCodec codec;
  private final List<String> path;
  private final JavaType type;
  private final Absence absence;
  private final @Nullable Object substitute;
  private final Site site;

  /** What happens where there is no value. */
  enum Absence {
    /** It is an error. */
    ERROR,
    /** A substitute is used: a default, an empty Optional or null. */
    SUBSTITUTE
  }

  /**
   * Whose value it is, for messages and error codes.
   *
   * @param what the value, for example {@code the result of step 'validate_cart'}
   * @param reader who reads it, for example {@code step 'charge' (Orders.charge(Cart))}
   * @param kind what sort of value it is
   * @param name the step, field or key
   */
  record Site(String what, String reader, Kind kind, String name) {}

  /** The sorts of value, which differ in their error codes. */
  enum Kind {
    DEPENDENCY(
        ErrorTypes.DEPENDENCY_ERROR,
        "MISSING_DEPENDENCY",
        "INVALID_DEPENDENCY_RESULT",
        "required_step"),
    INPUT(ErrorTypes.VALIDATION_ERROR, "MISSING_CONTEXT_FIELD", "INVALID_CONTEXT_FIELD", "field"),
    CONFIG(ErrorTypes.VALIDATION_ERROR, "MISSING_CONFIG_KEY", "INVALID_CONFIG_VALUE", "key");

    private final String missingType;
    private final String missingCode;
    private final String unfitCode;
    private final String key;

    Kind(String missingType, String missingCode, String unfitCode, String key) {
      this.missingType = missingType;
      this.missingCode = missingCode;
      this.unfitCode = unfitCode;
      this.key = key;
    }
  }

  JsonValue(
      JacksonCodec codec,
      List<String> path,
      JavaType type,
      Absence absence,
      @Nullable Object substitute,
      Site site) {
    this.codec = codec;
    this.path = path;
    this.type = type;
    this.absence = absence;
    this.substitute = substitute;
    this.site = site;
  }

  boolean isOptional() {
    return absence == Absence.SUBSTITUTE;
  }

  /** Returns the value in a document, or the substitute if it is absent or null. */
  @Nullable Object read(JsonNode document) {
    JsonNode node = document;
    for (String field : path) {
      node = node.path(field);
    }
    if (node.isMissingNode() || node.isNull()) {
      return type.hasRawClass(JsonNode.class) && node.isNull() ? node : absent();
    }
    try {
      return convert(node);
    } catch (UnfitValueException e) {
      BindingException failure =
          new BindingException(
              "%s: %s does not fit %s: %s"
                  .formatted(site.reader(), site.what(), type.toCanonical(), e.getMessage()),
              ErrorTypes.VALIDATION_ERROR,
              site.kind().unfitCode,
              e);
      failure.with(site.kind().key, site.name());
      if (!e.path().isEmpty()) {
        failure.with("path", e.path());
      }
      throw failure;
    }
  }

  // Configuration comes from environment variables and property files, too, which hold texts only;
  // they are read as a default is.
  private @Nullable Object convert(JsonNode node) {
    if (site.kind() != Kind.CONFIG || !node.isString()) {
      return codec.read(node, type);
    }
    try {
      return codec.read(node, type);
    } catch (UnfitValueException asText) {
      try {
        return codec.read(codec.parse(node.asString()), type);
      } catch (UnfitValueException asJson) {
        throw asText;
      }
    }
  }

  /** Returns the substitute, or fails because there must be a value. */
  @Nullable Object absent() {
    if (absence == Absence.SUBSTITUTE) {
      return substitute;
    }
    BindingException failure =
        new BindingException(
            "%s needs %s, which is absent".formatted(site.reader(), site.what()),
            site.kind().missingType,
            site.kind().missingCode,
            null);
    failure.with(site.kind().key, site.name());
    throw failure;
  }
}
