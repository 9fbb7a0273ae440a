package io.tasker.http;

import io.tasker.handler.ValidationException;
import io.tasker.internal.JacksonCodec;
import io.tasker.internal.UnfitValueException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a request carries.
 *
 * @param contentType the media type; empty without a body
 * @param publisher makes the bytes anew for each transmission
 */
record RequestBody(String contentType, Supplier<BodyPublisher> publisher) {
  static final RequestBody NONE = new RequestBody("", BodyPublishers::noBody);

  static RequestBody bytes(byte[] content, String contentType) {
    byte[] copy = content.clone();
    return new RequestBody(contentType, () -> BodyPublishers.ofByteArray(copy));
  }

  static RequestBody json(JacksonCodec codec, Object value) {
    String json;
    try {
      json = codec.write(value);
    } catch (UnfitValueException e) {
      // The reason is in the cause alone: it may quote the value.
      throw new ValidationException(
          "The body of the request, a %s, cannot be written as JSON%s"
              .formatted(
                  value.getClass().getSimpleName(), e.path().isEmpty() ? "" : " at " + e.path()),
          e);
    }
    return new RequestBody("application/json", () -> BodyPublishers.ofString(json));
  }

  static RequestBody form(Map<String, ?> fields) {
    String form =
        fields.entrySet().stream()
            .map(
                field ->
                    PercentEncoding.component(field.getKey())
                        + "="
                        + PercentEncoding.component(String.valueOf(field.getValue())))
            .collect(Collectors.joining("&"));
    return new RequestBody(
        "application/x-www-form-urlencoded", () -> BodyPublishers.ofString(form));
  }

  boolean isNone() {
    return equals(NONE);
  }
}
