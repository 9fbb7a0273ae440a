package io.tasker.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.type.LogicalType;

/**
 * Turns payloads into JSON and back. Names are snake_case, unknown fields are ignored, null and
 * empty Optional components are left out, and what does not fit is an error: numbers are never
 * narrowed or read from texts, required components are never null, a field is never there twice and
 * a number is never NaN. Bounds keep one document from using up the memory.
 */
public final class JacksonCodec {
  private static final int MAX_DOCUMENT_LENGTH = 64 * 1024 * 1024;
  private static final int MAX_DEPTH = 200;
  private static final int MAX_NUMBER_LENGTH = 400;
  private static final String WRAPPED = "result";

  private final JsonMapper mapper;

  /** Creates the codec. */
  public JacksonCodec() {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxDocumentLength(MAX_DOCUMENT_LENGTH)
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .build())
            .build();
    this.mapper =
        JsonMapper.builder(factory)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addModule(new StrictPayloads())
            .changeDefaultPropertyInclusion(
                inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(
                MapperFeature.ALLOW_COERCION_OF_SCALARS,
                MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .withCoercionConfig(
                LogicalType.Textual,
                texts ->
                    texts
                        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(
                EnumFeature.READ_ENUMS_USING_TO_STRING, EnumFeature.WRITE_ENUMS_USING_TO_STRING)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .build();
  }

  /**
   * Returns a type in the terms of the mapper.
   *
   * @param type a class, a parameterized type or an array of these
   * @return the type
   */
  public JavaType type(Type type) {
    return mapper.constructType(type);
  }

  /**
   * Reads JSON text.
   *
   * @param json the text
   * @return the value
   * @throws UnfitValueException if the text is empty, is not JSON, has a field twice or exceeds a
   *     bound; the message starts with line and column
   */
  public JsonNode parse(String json) {
    if (json.isBlank()) {
      throw new UnfitValueException("", "", "it is empty");
    }
    try {
      JsonNode node = mapper.readTree(json);
      if (!node.isMissingNode()) {
        return node;
      }
    } catch (JacksonException e) {
      throw new UnfitValueException(lineAndColumn(e), "", ConversionMessage.ofReading(e));
    }
    throw new UnfitValueException("", "", "it is empty");
  }

  /**
   * Writes a value as JSON text.
   *
   * @param value the value; null stands for an empty object
   * @return the text
   * @throws UnfitValueException if the value cannot be JSON
   */
  public String write(@Nullable Object value) {
    try {
      return mapper.writeValueAsString(toTree(value));
    } catch (JacksonException e) {
      throw unwritable(e);
    }
  }

  /**
   * Writes JSON so that the order of the fields does not matter.
   *
   * @param node the JSON
   * @return the text, the fields of each object in alphabetical order
   */
  public String canonical(JsonNode node) {
    return mapper.writer(JsonNodeFeature.WRITE_PROPERTIES_SORTED).writeValueAsString(node);
  }

  /**
   * Returns a value as JSON.
   *
   * @param value the value; null stands for an empty object
   * @return the JSON; a node is returned as it is
   * @throws UnfitValueException if the value cannot be JSON
   */
  public JsonNode toTree(@Nullable Object value) {
    if (value == null) {
      return JsonNodeFactory.instance.objectNode();
    }
    if (value instanceof JsonNode node) {
      return node;
    }
    return written(() -> mapper.valueToTree(value));
  }

  /**
   * Returns a value as JSON, written as what it is declared to be.
   *
   * @param value the value; null stands for an empty object
   * @param declared the type it is declared as, which it need not have
   * @return the JSON; a node is returned as it is
   * @throws UnfitValueException if the value cannot be JSON
   */
  public JsonNode toTree(@Nullable Object value, JavaType declared) {
    boolean knowsMore = declared.hasGenericTypes() || declared.isArrayType();
    if (!knowsMore || !declared.getRawClass().isInstance(value) || value instanceof JsonNode) {
      return toTree(value);
    }
    boolean isContainer = declared.isContainerType() || declared.isReferenceType();
    // Of a class of the application, what it adds to its declared type is written, too.
    JavaType type =
        isContainer
            ? declared
            : mapper.getTypeFactory().constructSpecializedType(declared, value.getClass());
    return written(() -> mapper.valueToTree(new DeclaredValue(value, type)));
  }

  private static JsonNode written(Supplier<JsonNode> writing) {
    try {
      return writing.get();
    } catch (JacksonException e) {
      throw unwritable(e);
    } catch (StackOverflowError e) {
      // Trees have no bound of depth, and a value may contain itself.
      throw new UnfitValueException("", "", ConversionMessage.TOO_DEEP);
    }
  }

  /**
   * Sends a value through JSON text, as a cluster would.
   *
   * @param value the value; null stands for an empty object
   * @return what arrives
   * @throws UnfitValueException if the value cannot be JSON
   */
  public JsonNode roundTrip(@Nullable Object value) {
    return parse(write(value));
  }

  /**
   * Reads a value of a type. A scalar, list or array is also read from an object whose only field
   * is {@code result}, as other workers write it.
   *
   * @param node the JSON
   * @param type the type
   * @return the value; null only for JSON null
   * @throws UnfitValueException if the JSON does not fit the type
   */
  public @Nullable Object read(JsonNode node, JavaType type) {
    JsonNode source = isWrapped(node) && readsBare(type) ? node.get(WRAPPED) : node;
    try {
      // The mapper itself hands out the very node that it is given.
      boolean isTree = JsonNode.class.isAssignableFrom(type.getRawClass());
      return mapper.treeToValue(isTree ? source.deepCopy() : source, type);
    } catch (JacksonException e) {
      throw unreadable(e);
    }
  }

  private static boolean isWrapped(JsonNode node) {
    return node.isObject() && node.size() == 1 && node.has(WRAPPED);
  }

  private static boolean readsBare(JavaType type) {
    JavaType bare = type.isReferenceType() ? type.getContentType() : type;
    if (bare.isMapLikeType() || bare.isJavaLangObject()) {
      return false;
    }
    return bare.isCollectionLikeType()
        || bare.isArrayType()
        || bare.isEnumType()
        || bare.isPrimitive()
        || SCALARS.contains(bare.getRawClass().getPackageName());
  }

  // Numbers, texts, booleans, dates and ids; a payload record is in none of these packages.
  private static final List<String> SCALARS =
      List.of("java.lang", "java.math", "java.time", "java.util", "java.net");

  private static String lineAndColumn(JacksonException e) {
    TokenStreamLocation location = e.getLocation();
    return location == null || location.getLineNr() < 1
        ? ""
        : "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
  }

  private static UnfitValueException unreadable(JacksonException e) {
    return new UnfitValueException("", path(e), ConversionMessage.ofReading(e));
  }

  private static UnfitValueException unwritable(JacksonException e) {
    return new UnfitValueException("", path(e), ConversionMessage.ofWriting(e));
  }

  private static String path(JacksonException e) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference reference : e.getPath()) {
      if (reference.getPropertyName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        // The keys of a map are payload as its values are.
        boolean isKey = reference.from() instanceof Map;
        path.append(path.isEmpty() ? "" : ".").append(isKey ? "*" : reference.getPropertyName());
      }
    }
    return path.toString();
  }
}
