package io.tasker.event;

import java.util.regex.Pattern;

/**
 * Which event names are meant: {@code *} for all; else a name in which each {@code *} stands for
 * exactly one segment, so that {@code payment.*} matches {@code payment.failed} but not {@code
 * payment.card.failed}.
 *
 * @param text the pattern as written
 */
public record EventPattern(String text) {
  private static final String ALL = "*";
  private static final Pattern SYNTAX =
      Pattern.compile("\\*|(\\*|[a-z0-9_]+)(\\.(\\*|[a-z0-9_]+))+");

  /**
   * Checks the pattern.
   *
   * @throws IllegalArgumentException if no event name could match it
   */
  public EventPattern {
    if (!SYNTAX.matcher(text).matches()) {
      throw new IllegalArgumentException(
          ("'%s' matches no event name: write '*', or at least two segments joined by dots, each"
                  + " '*' or of lower-case letters, digits and '_', such as 'payment.*'")
              .formatted(text));
    }
  }

  /**
   * Returns whether an event is meant.
   *
   * @param eventName the name of the event
   * @return true if it is
   */
  public boolean matches(String eventName) {
    if (text.equals(ALL)) {
      return true;
    }
    String[] wanted = text.split("\\.", -1);
    String[] actual = eventName.split("\\.", -1);
    if (wanted.length != actual.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (!wanted[i].equals(ALL) && !wanted[i].equals(actual[i])) {
        return false;
      }
    }
    return true;
  }
}
