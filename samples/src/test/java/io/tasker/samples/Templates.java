package io.tasker.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tasker.template.TaskTemplate;
import io.tasker.template.yaml.TemplateReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The templates that lie next to the handlers they name. */
public final class Templates {
  private Templates() {}

  public static String text(Class<?> handlers, String fileName) {
    try (InputStream bytes = handlers.getResourceAsStream(fileName)) {
      if (bytes == null) {
        throw new IllegalArgumentException("There is no " + fileName + " next to " + handlers);
      }
      return new String(bytes.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static TaskTemplate read(Class<?> handlers, String fileName) {
    return of(fileName, text(handlers, fileName));
  }

  public static TaskTemplate of(String fileName, String yaml) {
    return new TemplateReader().read(fileName, yaml).orThrow().template();
  }
}
