package io.tasker.engine;

import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The steps above a step by name. Found when its handler first asks for them: those with parameters
 * of their own never do.
 */
final class AncestorNames {
  private final Ancestry ancestry;
  private final StepPlan step;
  private volatile @Nullable Map<String, Integer> found;

  AncestorNames(Ancestry ancestry, StepPlan step) {
    this.ancestry = ancestry;
    this.step = step;
  }

  /** Returns the indexes by name, ordered by name; the same for all tasks. */
  Map<String, Integer> get() {
    Map<String, Integer> names = found;
    if (names == null) {
      names = Collections.unmodifiableMap(ancestry.aboveByName(step));
      found = names;
    }
    return names;
  }
}
