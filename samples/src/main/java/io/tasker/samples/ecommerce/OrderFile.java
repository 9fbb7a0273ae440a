package io.tasker.samples.ecommerce;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads the text of a file; whether it is an order is for the workflow's schema to say. */
final class OrderFile {
  private static final int MOST_BYTES = 1 << 20;

  /** A file without text; the message is for the person who named it. */
  static final class NotReadable extends Exception {
    private static final long serialVersionUID = 1L;

    NotReadable(String message) {
      super(message);
    }
  }

  private OrderFile() {}

  static String read(String name) throws NotReadable {
    Path file = path(name);
    if (Files.notExists(file)) {
      throw new NotReadable("There is no file " + name);
    }
    if (Files.isDirectory(file)) {
      throw new NotReadable(name + " is a directory, not a JSON file");
    }
    if (!Files.isReadable(file)) {
      throw new NotReadable(name + " may not be read by this user");
    }
    try (InputStream content = Files.newInputStream(file)) {
      byte[] bytes = content.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new NotReadable(name + " is larger than 1 MiB, which no order is");
      }
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new NotReadable(name + " is not a text in UTF-8");
    } catch (IOException e) {
      throw new NotReadable(name + " cannot be read: " + e.getMessage());
    }
  }

  private static Path path(String name) throws NotReadable {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new NotReadable("That is not the name of a file: " + e.getMessage());
    }
  }
}
