package io.tasker.http;

import io.tasker.handler.ValidationException;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Fields and files of a {@code multipart/form-data} upload. Immutable: each method returns a longer
 * body.
 *
 * <pre>{@code
 * api.upload("documents", new MultipartBody().field("kind", "invoice").file("file", invoice));
 * }</pre>
 */
public final class MultipartBody {
  private static final String ANY_TYPE = "application/octet-stream";

  private final List<Part> parts;

  /** Creates a body without parts. */
  public MultipartBody() {
    this(List.of());
  }

  private MultipartBody(List<Part> parts) {
    this.parts = parts;
  }

  /**
   * Adds a field.
   *
   * @param name the name of the field
   * @param value the text
   * @return the longer body
   */
  public MultipartBody field(String name, String value) {
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    return with(new Part(named(name), () -> BodyPublishers.ofByteArray(text)));
  }

  /**
   * Adds a file under its own name. It is read while it is sent, and must not change meanwhile.
   *
   * @param name the name of the field
   * @param file the file
   * @return the longer body
   */
  public MultipartBody file(String name, Path file) {
    return file(name, file, ANY_TYPE);
  }

  /**
   * Adds a file under its own name. It is read while it is sent, and must not change meanwhile.
   *
   * @param name the name of the field
   * @param file the file
   * @param contentType the media type
   * @return the longer body
   * @throws ValidationException if the media type cannot be one
   */
  public MultipartBody file(String name, Path file, String contentType) {
    String filename = Objects.requireNonNull(file.getFileName(), "file").toString();
    return with(new Part(named(name, filename, contentType), () -> read(file)));
  }

  /**
   * Adds a file that is in memory.
   *
   * @param name the name of the field
   * @param filename the name of the file
   * @param content the bytes, copied
   * @param contentType the media type
   * @return the longer body
   * @throws ValidationException if the media type cannot be one
   */
  public MultipartBody file(String name, String filename, byte[] content, String contentType) {
    byte[] copy = content.clone();
    return with(
        new Part(named(name, filename, contentType), () -> BodyPublishers.ofByteArray(copy)));
  }

  private record Part(String head, Supplier<BodyPublisher> content) {}

  private MultipartBody with(Part part) {
    return new MultipartBody(Stream.concat(parts.stream(), Stream.of(part)).toList());
  }

  RequestBody toBody() {
    if (parts.isEmpty()) {
      throw new ValidationException("An upload needs a field or a file", "INVALID_REQUEST");
    }
    // Random, so that no content holds it by accident or on purpose.
    String boundary = "tasker-" + UUID.randomUUID();
    return new RequestBody("multipart/form-data; boundary=" + boundary, () -> publish(boundary));
  }

  private BodyPublisher publish(String boundary) {
    List<BodyPublisher> pieces = new ArrayList<>();
    for (Part part : parts) {
      pieces.add(text("--" + boundary + "\r\n" + part.head() + "\r\n"));
      pieces.add(part.content().get());
      pieces.add(text("\r\n"));
    }
    pieces.add(text("--" + boundary + "--\r\n"));
    return BodyPublishers.concat(pieces.toArray(BodyPublisher[]::new));
  }

  private static BodyPublisher text(String text) {
    return BodyPublishers.ofString(text);
  }

  private static BodyPublisher read(Path file) {
    String message = "The file " + file + " to upload is absent or cannot be read";
    if (!Files.isRegularFile(file)) {
      throw new ValidationException(message, "FILE_NOT_READABLE");
    }
    try {
      return BodyPublishers.ofFile(file);
    } catch (FileNotFoundException e) {
      throw new ValidationException(message, e);
    }
  }

  private static String named(String name) {
    return "Content-Disposition: form-data; name=\"" + escaped(name) + "\"\r\n";
  }

  private static String named(String name, String filename, String contentType) {
    // Checked as a header, so that a type cannot add headers or parts.
    RequestHeaders.empty().with("Content-Type", contentType);
    return "Content-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n"
        .formatted(escaped(name), escaped(filename), contentType);
  }

  // As browsers do (HTML, "multipart/form-data encoding algorithm"); the rest is plain UTF-8.
  private static String escaped(String name) {
    return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }
}
