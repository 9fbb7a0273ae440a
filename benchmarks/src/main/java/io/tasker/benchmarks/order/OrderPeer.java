package io.tasker.benchmarks.order;

import io.tasker.benchmarks.StructuredScopes;
import io.tasker.benchmarks.Threads;
import java.util.concurrent.ExecutorService;

/** Ways to run an order. */
public enum OrderPeer {
  /** Five calls, one after the other. */
  HAND_WRITTEN {
    @Override
    OrderRunner open(ExecutorService executor) {
      return new HandWrittenOrder();
    }
  },
  COMPLETABLE_FUTURE {
    @Override
    OrderRunner open(ExecutorService executor) {
      return new FutureOrder(executor);
    }
  },
  TASKER {
    @Override
    OrderRunner open(ExecutorService executor) {
      return new TaskerOrder(executor, false);
    }
  },
  /** With the template that the compiler wrote, whose schema the input is checked against. */
  TASKER_INPUT_CHECKED {
    @Override
    OrderRunner open(ExecutorService executor) {
      return new TaskerOrder(executor, true);
    }
  },
  DAGGER_PRODUCERS {
    @Override
    OrderRunner open(ExecutorService executor) {
      return new ProducersOrder(executor);
    }
  },
  PARSEQ {
    @Override
    OrderRunner open(ExecutorService executor) {
      return new ParSeqOrder(executor);
    }
  },
  /** On virtual threads; only where {@link StructuredScopes} were compiled. */
  STRUCTURED_TASK_SCOPE {
    @Override
    OrderRunner open(ExecutorService executor) {
      return new StructuredOrder(StructuredScopes.find().orElseThrow());
    }

    @Override
    public boolean runsOn(Threads threads) {
      return threads == Threads.POOL_OF_2 && StructuredScopes.find().isPresent();
    }
  };

  /** Starts the peer; steps run on {@code executor}, which the caller shuts down. */
  abstract OrderRunner open(ExecutorService executor);

  /**
   * Returns whether the peer can be measured beside others in this JVM.
   *
   * @param threads where the others run
   * @return whether it can
   */
  public boolean runsOn(Threads threads) {
    return true;
  }
}
