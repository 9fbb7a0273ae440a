package io.tasker.processor.check.lock;

import io.tasker.processor.model.FieldSignature;
import io.tasker.processor.model.FieldSignatures;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Compares the parts of an input or a result with those released. */
final class LockedParts {

  /**
   * A change that breaks someone.
   *
   * @param path the path of the part
   * @param text what changed, as the rest of a sentence that begins with the part
   */
  record Change(String path, String text) {}

  private final SortedMap<String, FieldSignature> released;
  private final SortedMap<String, FieldSignature> now;
  private final List<Change> changes = new ArrayList<>();

  private LockedParts(
      SortedMap<String, FieldSignature> released, SortedMap<String, FieldSignature> now) {
    this.released = released;
    this.now = now;
  }

  /** Returns how a result no longer gives what was given. */
  static List<Change> given(
      SortedMap<String, FieldSignature> released, SortedMap<String, FieldSignature> now) {
    LockedParts parts = new LockedParts(released, now);
    released.forEach((path, before) -> parts.compare(path, before, false));
    return parts.changes;
  }

  /** Returns how an input no longer takes what was taken. */
  static List<Change> taken(
      SortedMap<String, FieldSignature> released, SortedMap<String, FieldSignature> now) {
    LockedParts parts = new LockedParts(released, now);
    released.forEach((path, before) -> parts.compare(path, before, true));
    now.forEach(parts::needed);
    return parts.changes;
  }

  private void compare(String path, FieldSignature before, boolean taken) {
    if (changes.stream().anyMatch(change -> isWithin(path, change.path()))) {
      return;
    }
    FieldSignature after = now.get(path);
    if (after == null) {
      if (!isWithinAny(path)) {
        changes.add(new Change(path, "is gone, but is released as " + before.type()));
      }
      return;
    }
    boolean fits = taken ? before.fits(after) : after.fits(before);
    if (!fits) {
      String text =
          after.type().equals(before.type())
              ? "%s, but is released as %s"
                  .formatted("is " + presence(after, taken), presence(before, taken))
              : "is %s, but is released as %s".formatted(after.type(), before.type());
      changes.add(new Change(path, text));
    }
  }

  private static String presence(FieldSignature part, boolean taken) {
    if (part.optional()) {
      return "optional";
    }
    return taken ? "required" : "always there";
  }

  private void needed(String path, FieldSignature after) {
    int dot = path.lastIndexOf('.');
    boolean isField = dot >= 0 && !path.endsWith("]") && !path.endsWith("}");
    if (isField
        && !after.optional()
        && !released.containsKey(path)
        && released.containsKey(path.substring(0, dot))) {
      changes.add(new Change(path, "is required, but is released without"));
    }
  }

  /** Returns whether a part is in one that may be anything now. */
  private boolean isWithinAny(String path) {
    return now.entrySet().stream()
        .filter(part -> part.getValue().type().equals(FieldSignatures.ANY))
        .anyMatch(part -> isWithin(path, part.getKey()));
  }

  private static boolean isWithin(String path, String outer) {
    return path.length() > outer.length()
        && path.startsWith(outer)
        && ".[{".indexOf(path.charAt(outer.length())) >= 0;
  }
}
