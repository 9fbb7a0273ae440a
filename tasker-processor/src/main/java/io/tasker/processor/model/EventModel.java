package io.tasker.processor.model;

/**
 * An annotation {@code @Publishes}, as written.
 *
 * @param name the event
 * @param on the name of the constant for the outcome
 * @param delivery the name of the constant for the way it travels
 * @param description one sentence, or empty
 * @param publisher the publisher, or empty
 */
public record EventModel(
    Located<String> name,
    String on,
    String delivery,
    String description,
    Located<String> publisher) {

  /** Returns whether the payload is the result, not an error. */
  public boolean carriesResult() {
    return on.equals("SUCCESS");
  }
}
