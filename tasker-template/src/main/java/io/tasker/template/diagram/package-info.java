/**
 * Pictures of a workflow: Mermaid for documents, plain text for terminals.
 *
 * <p>This package draws acyclic graphs only and knows neither YAML nor checks.
 */
package io.tasker.template.diagram;
