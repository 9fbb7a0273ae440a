package io.tasker.template.problem;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in a template by its keys, such as {@code steps[2].handler.callable}. Keys are Tasker
 * Core's canonical ones ({@code dependencies}, {@code type}) whatever alias a file uses.
 */
public final class TemplatePath {
  private static final TemplatePath ROOT = new TemplatePath(null, "");

  private final @Nullable TemplatePath parent;

  /** A key as text, or the index of an item. */
  private final Object segment;

  private TemplatePath(@Nullable TemplatePath parent, Object segment) {
    this.parent = parent;
    this.segment = segment;
  }

  /**
   * Returns the place of the template itself.
   *
   * @return the path without segments
   */
  public static TemplatePath root() {
    return ROOT;
  }

  /**
   * Returns the place of a step.
   *
   * @param index the index of the step, the first one is 0
   * @return {@code steps[index]}
   */
  public static TemplatePath step(int index) {
    return ROOT.key("steps").item(index);
  }

  /**
   * Returns the place of a value in the mapping at this place.
   *
   * @param key the key
   * @return the longer path
   */
  public TemplatePath key(String key) {
    return new TemplatePath(this, Objects.requireNonNull(key, "key"));
  }

  /**
   * Returns the place of an item in the list at this place.
   *
   * @param index the index, the first one is 0
   * @return the longer path
   */
  public TemplatePath item(int index) {
    return new TemplatePath(this, index);
  }

  /**
   * Returns the place of the mapping or list that holds this one.
   *
   * @return the path without its last segment, or empty for the root
   */
  public Optional<TemplatePath> parent() {
    return Optional.ofNullable(parent);
  }

  /**
   * Returns the segments from the root.
   *
   * @return keys as {@link String}, indexes as {@link Integer}
   */
  public List<Object> segments() {
    Deque<Object> segments = new ArrayDeque<>();
    for (TemplatePath path = this; path.parent != null; path = path.parent) {
      segments.addFirst(path.segment);
    }
    return List.copyOf(segments);
  }

  /**
   * Returns whether this is another place or holds it.
   *
   * @param other the other place
   * @return whether {@code other} is this path or begins with it
   */
  public boolean contains(TemplatePath other) {
    for (TemplatePath path = other; path != null; path = path.parent) {
      if (path.equals(this)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TemplatePath that
        && segment.equals(that.segment)
        && Objects.equals(parent, that.parent);
  }

  @Override
  public int hashCode() {
    return 31 * Objects.hashCode(parent) + segment.hashCode();
  }

  /**
   * Returns the path for messages.
   *
   * @return the segments, such as {@code steps[2].handler.callable}
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Object part : segments()) {
      if (part instanceof Integer index) {
        text.append('[').append(index).append(']');
      } else {
        text.append(text.isEmpty() ? "" : ".").append(part);
      }
    }
    return text.toString();
  }
}
