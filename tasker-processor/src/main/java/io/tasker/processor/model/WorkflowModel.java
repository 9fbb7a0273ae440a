package io.tasker.processor.model;

import java.util.regex.Pattern;

/**
 * An annotation {@code @Workflow}, as written.
 *
 * @param at the annotation
 * @param namespace the namespace
 * @param name the name
 * @param version the version
 * @param description one sentence, or empty
 */
public record WorkflowModel(
    SourceRef at,
    Located<String> namespace,
    Located<String> name,
    Located<String> version,
    String description) {

  /** Returns the identity for messages. */
  public String identity() {
    return namespace.value() + "/" + name.value() + "@" + version.value();
  }

  /** Returns the class path resource of the task template, without a leading slash. */
  public String templateResource() {
    return templateResource(namespace.value(), name.value(), version.value());
  }

  /** Returns the resource of a template; characters that are not fit for a path are spelt out. */
  static String templateResource(String namespace, String name, String version) {
    return "META-INF/tasker/templates/%s/%s-%s.yaml"
        .formatted(pathPart(namespace), pathPart(name), pathPart(version));
  }

  private static String pathPart(String text) {
    return Pattern.compile("[^A-Za-z0-9_.-]")
        .matcher(text)
        .replaceAll(match -> "~" + Integer.toHexString(match.group().codePointAt(0)));
  }
}
