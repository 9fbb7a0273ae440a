package io.tasker.benchmarks;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.BiFunction;

/**
 * The JDK's {@code StructuredTaskScope}, a preview API whose shape changes with the JDK, so that
 * only JDK 25 compiles what implements this.
 */
public interface StructuredScopes {

  /**
   * Finds the implementation.
   *
   * @return the scopes, or nothing where they were not compiled
   */
  static Optional<StructuredScopes> find() {
    return ServiceLoader.load(StructuredScopes.class).findFirst();
  }

  /**
   * Starts a workflow on a virtual thread of its own.
   *
   * @param workflow what it does
   * @param <T> what it ends with
   * @return its end
   */
  <T> Future<T> start(Callable<T> workflow);

  /**
   * Runs two steps at a time, in a scope of their own, and goes on when both are done.
   *
   * @param one a step
   * @param other another step
   * @param next what takes their results
   * @param <A> the result of one step
   * @param <B> the result of the other step
   * @param <R> what comes of both
   * @return what {@code next} returns
   * @throws InterruptedException if the thread was interrupted meanwhile
   */
  <A, B, R> R join(Callable<A> one, Callable<B> other, BiFunction<A, B, R> next)
      throws InterruptedException;

  /**
   * Runs steps at a time, in a scope of their own.
   *
   * @param steps the steps
   * @param <T> the result of a step
   * @return the results in the order of the steps
   * @throws InterruptedException if the thread was interrupted meanwhile
   */
  <T> List<T> join(List<Callable<T>> steps) throws InterruptedException;
}
