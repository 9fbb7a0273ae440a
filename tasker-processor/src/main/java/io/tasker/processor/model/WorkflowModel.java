package io.tasker.processor.model;

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
    return TemplateResource.ofTemplate(namespace.value(), name.value(), version.value());
  }
}
