package io.tasker.processor.model;

import java.util.regex.Pattern;

/** The names of what an artifact carries for others to find. */
public final class TemplateResource {
  private static final String ROOT = "META-INF/tasker/";
  private static final String SCHEMAS = ROOT + "schemas/";
  private static final Pattern UNFIT = Pattern.compile("[^A-Za-z0-9_.-]");

  private TemplateResource() {}

  /** Returns the resource of a template, without a leading slash. */
  public static String ofTemplate(String namespace, String name, String version) {
    return of("templates", namespace, name, version, "yaml");
  }

  /** Returns the resource of a workflow's diagram, without a leading slash. */
  public static String ofDiagram(String namespace, String name, String version) {
    return of("diagrams", namespace, name, version, "mmd");
  }

  /** Returns the resource of a workflow's schemas, without a leading slash. */
  public static String ofSchemas(String namespace, String name, String version) {
    return of("schemas", namespace, name, version, "json");
  }

  /** Returns what tells the schemas of a resource from all others. */
  public static String schemaName(String resource) {
    return resource.substring(SCHEMAS.length(), resource.lastIndexOf('.')).replace('/', ':');
  }

  private static String of(
      String folder, String namespace, String name, String version, String ending) {
    return ROOT
        + "%s/%s/%s-%s.%s".formatted(folder, part(namespace), part(name), part(version), ending);
  }

  /** Returns the resource that names the handler classes of a callable. */
  public static String ofCallable(String callable) {
    return ROOT + "handlers/" + part(callable) + ".txt";
  }

  /** Spells out characters that are not fit for a path. */
  public static String part(String text) {
    return UNFIT
        .matcher(text)
        .replaceAll(match -> "~" + Integer.toHexString(match.group().codePointAt(0)));
  }
}
