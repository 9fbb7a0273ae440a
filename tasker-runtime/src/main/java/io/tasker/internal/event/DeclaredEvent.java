package io.tasker.internal.event;

import io.tasker.event.StepEventPublisher;
import io.tasker.internal.InputSchema;
import io.tasker.template.EventDeclaration;

/**
 * An event of a step with everything that is decided when the engine starts.
 *
 * @param declaration the event as the template has it
 * @param publisher its publisher
 * @param schema the check of its payload
 */
public record DeclaredEvent(
    EventDeclaration declaration, StepEventPublisher publisher, InputSchema schema) {

  String name() {
    return declaration.name();
  }

  String publisherName() {
    String written = declaration.publisher();
    return written.isEmpty() ? StepEventPublisher.DEFAULT_NAME : written;
  }
}
