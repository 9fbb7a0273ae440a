package io.tasker.engine;

import io.tasker.internal.AttemptEvents.Published;
import io.tasker.internal.AttemptEvents.Said;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the handler of an attempt said of its step's events, on the way to where they are made. */
public final class EventsByHand {

  /** Of a handler that said nothing. */
  public static final EventsByHand NONE = new EventsByHand(Said.NOTHING);

  private final Said said;

  private EventsByHand(Said said) {
    this.said = said;
  }

  static EventsByHand of(Said said) {
    return said.mentioned().isEmpty() ? NONE : new EventsByHand(said);
  }

  Said said() {
    return said;
  }

  /** Returns what was said here and after it, in this order. */
  EventsByHand and(EventsByHand later) {
    if (this == NONE || later == NONE) {
      return this == NONE ? later : this;
    }
    List<Published> published = new ArrayList<>(said.published());
    published.addAll(later.said.published());
    Set<String> mentioned = new HashSet<>(said.mentioned());
    mentioned.addAll(later.said.mentioned());
    return new EventsByHand(new Said(published, mentioned));
  }
}
