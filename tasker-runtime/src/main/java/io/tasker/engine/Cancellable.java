package io.tasker.engine;

/** Something scheduled that can be called off. */
@FunctionalInterface
public interface Cancellable {

  /** Calls it off; has no effect if it runs or has run. */
  void cancel();
}
