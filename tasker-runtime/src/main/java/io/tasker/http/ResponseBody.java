package io.tasker.http;

import io.tasker.internal.JacksonCodec;
import io.tasker.internal.UnfitValueException;
import java.lang.reflect.Type;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.type.TypeFactory;

/** A body and its readings. What a body holds is in none of the messages. */
final class ResponseBody {
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final byte[] bytes;
  private final String contentType;
  private final JacksonCodec codec;

  ResponseBody(byte[] bytes, String contentType, JacksonCodec codec) {
    this.bytes = bytes;
    this.contentType = contentType;
    this.codec = codec;
  }

  /** A body that is not what the caller asked for; the message continues "the body ". */
  static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String what) {
      super(what);
    }
  }

  byte[] bytes() {
    return bytes.clone();
  }

  int length() {
    return bytes.length;
  }

  String text() throws UnreadableException {
    Matcher declared = CHARSET.matcher(contentType);
    Charset charset = declared.find() ? charset(declared.group(1)) : StandardCharsets.UTF_8;
    return new String(bytes, charset);
  }

  private static Charset charset(String name) throws UnreadableException {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new UnreadableException("is in a charset that this JDK does not know");
    }
  }

  /** Returns the JSON; a missing node for an empty body. */
  JsonNode json() throws UnreadableException {
    String text = text();
    String json =
        text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    if (json.isBlank()) {
      return JsonNodeFactory.instance.missingNode();
    }
    try {
      return codec.parse(json);
    } catch (UnfitValueException e) {
      throw new UnreadableException("is not JSON" + position(e) + declaredType());
    }
  }

  private static String position(UnfitValueException e) {
    return e.position().isEmpty() ? "" : " at " + e.position();
  }

  private String declaredType() {
    String mediaType = contentType.split(";", 2)[0].strip();
    return mediaType.isEmpty() ? "" : " (" + mediaType + ")";
  }

  /**
   * Returns a value of a type; neither an absent value nor JSON null is one.
   *
   * @param where the place of the node in the body, for messages; empty for the body itself
   */
  Object read(JsonNode node, Type type, String where) throws UnreadableException {
    JavaType target = codec.type(type);
    if (node.isMissingNode()) {
      throw new UnreadableException("is empty where " + target.toCanonical() + " is expected");
    }
    // As the element of a list, because a lone object {"result": …} is taken apart for scalars and
    // maps. That is the custom of steps, and no other service has it.
    JavaType list =
        TypeFactory.createDefaultInstance().constructCollectionType(ArrayList.class, target);
    try {
      List<?> values = (List<?>) codec.read(JsonNodeFactory.instance.arrayNode().add(node), list);
      Object value = values == null ? null : values.get(0);
      if (value == null) {
        throw new UnreadableException(
            "is null%s where %s is expected".formatted(at(where), target.toCanonical()));
      }
      return value;
    } catch (UnfitValueException e) {
      throw new UnreadableException("does not fit " + target.toCanonical() + reason(e, where));
    }
  }

  private static String at(String place) {
    return place.isEmpty() ? "" : " at " + place;
  }

  private static String reason(UnfitValueException e, String place) {
    String inner = e.path().replaceFirst("^\\[0]\\.?", "");
    boolean isNested = !place.isEmpty() && !inner.isEmpty() && !inner.startsWith("[");
    String where = at(place + (isNested ? "." : "") + inner);
    return where + ": " + e.reason();
  }
}
