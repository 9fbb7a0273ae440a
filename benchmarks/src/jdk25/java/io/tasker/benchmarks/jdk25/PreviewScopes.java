package io.tasker.benchmarks.jdk25;

import io.tasker.benchmarks.StructuredScopes;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.function.BiFunction;

/** Scopes as JDK 25 has them, on virtual threads as is their default. */
public final class PreviewScopes implements StructuredScopes {

  @Override
  public <T> Future<T> start(Callable<T> workflow) {
    FutureTask<T> task = new FutureTask<>(workflow);
    Thread.startVirtualThread(task);
    return task;
  }

  @Override
  public <A, B, R> R join(Callable<A> one, Callable<B> other, BiFunction<A, B, R> next)
      throws InterruptedException {
    try (var scope = StructuredTaskScope.open()) {
      Subtask<A> first = scope.fork(one);
      Subtask<B> second = scope.fork(other);
      scope.join();
      return next.apply(first.get(), second.get());
    }
  }

  @Override
  public <T> List<T> join(List<Callable<T>> steps) throws InterruptedException {
    try (var scope = StructuredTaskScope.open(Joiner.<T>allSuccessfulOrThrow())) {
      for (Callable<T> step : steps) {
        scope.fork(step);
      }
      return scope.join().map(Subtask::get).toList();
    }
  }
}
