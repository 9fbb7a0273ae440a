package io.tasker.processor.model;

/**
 * Which ways a field travels, and whether it can be left out.
 *
 * @param written whether it is in the JSON that is written
 * @param always whether it is there each time it is written
 * @param read whether it is taken from JSON
 * @param required whether the object cannot be read without it; if it is never taken from JSON
 *     either, the object cannot be read at all
 */
public record Presence(boolean written, boolean always, boolean read, boolean required) {
  /** Always written, and required to be read. */
  public static final Presence CERTAIN = new Presence(true, true, true, true);

  /** May be left out both ways. */
  public static final Presence OPTIONAL = new Presence(true, false, true, false);

  /** Returns what suits several readers. */
  public Presence merge(Presence other) {
    return new Presence(
        written || other.written,
        always || other.always,
        read || other.read,
        required || other.required);
  }
}
