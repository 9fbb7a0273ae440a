package io.tasker.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The threads handlers run on if the application brings none. The number of handlers that run at
 * once is bounded elsewhere, so threads are not: a handler that ignores its timeout keeps its
 * thread, and another takes its place.
 */
final class EngineThreads {
  // A handler that computes for ever keeps the processor's carrier of virtual threads, and with as
  // many of them as processors no virtual thread runs any more. So few handlers get real threads.
  private static final int MOST_PLATFORM_THREADS = 256;

  private EngineThreads() {}

  /** Returns a cached pool of daemon threads of the operating system. */
  static ExecutorService create() {
    return Executors.newCachedThreadPool(platformThreads());
  }

  /**
   * Returns an executor for so many handlers at once: for few of them as above, for more a virtual
   * thread each where the JDK has them.
   */
  static ExecutorService create(int handlers) {
    MethodHandle virtual = handlers > MOST_PLATFORM_THREADS ? virtualThreads() : null;
    if (virtual == null) {
      return create();
    }
    try {
      return (ExecutorService) virtual.invoke();
    } catch (Throwable e) {
      throw new IllegalStateException("The JDK refuses virtual threads", e);
    }
  }

  private static ThreadFactory platformThreads() {
    AtomicLong count = new AtomicLong();
    return action -> {
      Thread thread = new Thread(action, "tasker-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  // Compiled for Java 17, where the method does not exist.
  private static @Nullable MethodHandle virtualThreads() {
    try {
      return MethodHandles.publicLookup()
          .findStatic(
              Executors.class,
              "newVirtualThreadPerTaskExecutor",
              MethodType.methodType(ExecutorService.class));
    } catch (NoSuchMethodException | IllegalAccessException e) {
      // Java 17 to 20: there are none, or only as a preview.
      return null;
    }
  }
}
