package io.tasker.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The templates of a cluster.
 *
 * @param namespaces the namespaces
 * @param templates the templates
 */
public record ClusterTemplates(List<Namespace> namespaces, List<Template> templates) {

  /** Copies the lists. */
  public ClusterTemplates {
    namespaces = List.copyOf(namespaces);
    templates = List.copyOf(templates);
  }

  /**
   * A namespace.
   *
   * @param name the name
   * @param description what it is for, or null
   * @param templateCount how many templates it has
   */
  public record Namespace(String name, @Nullable String description, int templateCount) {}

  /**
   * A template.
   *
   * @param namespace its namespace
   * @param name the name of the workflow
   * @param version its version
   * @param description what it is for, or null
   * @param stepCount how many steps it has
   */
  public record Template(
      String namespace, String name, String version, @Nullable String description, int stepCount) {}
}
