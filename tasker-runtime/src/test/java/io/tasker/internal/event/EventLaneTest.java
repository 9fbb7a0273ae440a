package io.tasker.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventLaneTest {
  private final List<String> handled = new CopyOnWriteArrayList<>();
  private final List<String> dropped = new CopyOnWriteArrayList<>();
  private final Queue<Runnable> threads = new ArrayDeque<>();
  private final EventLane<String> lane =
      new EventLane<>("lane", 2, threads::add, handled::add, this::drop);

  private void drop(String item, long count) {
    dropped.add(item + " " + count);
  }

  private void runThreads() {
    while (!threads.isEmpty()) {
      threads.remove().run();
    }
  }

  @Test
  void items_areHandledInOrder_onOneThreadAtATime() {
    assertThat(lane.offer("a")).isTrue();
    assertThat(lane.offer("b")).isTrue();
    assertThat(threads).hasSize(1);
    runThreads();
    lane.offer("c");
    runThreads();

    assertThat(handled).containsExactly("a", "b", "c");
    assertThat(dropped).isEmpty();
  }

  @Test
  void whatFindsTheBufferFull_isDroppedAndCounted() {
    for (String item : List.of("a", "b", "c", "d")) {
      lane.offer(item);
    }
    runThreads();
    assertThat(lane.offer("e")).isTrue();
    runThreads();

    assertThat(handled).containsExactly("a", "b", "e");
    assertThat(dropped).containsExactly("c 1", "d 2");
    assertThat(lane.dropped()).isEqualTo(2);
  }

  @Test
  void close_dropsWhatWaits_andWhatComesLater() throws Exception {
    lane.offer("a");
    lane.offer("b");
    assertThat(lane.awaitIdle(System.nanoTime())).isFalse();
    lane.close();
    lane.offer("c");
    runThreads();

    assertThat(lane.awaitIdle(System.nanoTime())).isTrue();
    assertThat(handled).isEmpty();
    assertThat(dropped).containsExactly("a 1", "b 2", "c 3");
  }

  @Test
  void cancel_forgetsWhatWaits_silently() {
    lane.offer("a");
    lane.cancel();
    assertThat(lane.offer("b")).isFalse();
    runThreads();

    assertThat(handled).isEmpty();
    assertThat(dropped).isEmpty();
  }

  @Test
  void aClosedExecutor_isAsAClosedLane() throws Exception {
    EventLane<String> rejected =
        new EventLane<>(
            "lane",
            2,
            action -> {
              throw new RejectedExecutionException("closed");
            },
            handled::add,
            this::drop);

    rejected.offer("a");
    rejected.offer("b");

    assertThat(rejected.awaitIdle(System.nanoTime())).isTrue();
    assertThat(dropped).containsExactly("a 1", "b 2");
  }

  @Test
  void anExecutorWithoutAThread_costsWhatWaits_andTheNextItemTriesAgain() throws Exception {
    EventLane<String> starved =
        new EventLane<>(
            "lane",
            2,
            action -> {
              if (threads.isEmpty() && dropped.isEmpty()) {
                throw new OutOfMemoryError("unable to create native thread");
              }
              threads.add(action);
            },
            handled::add,
            this::drop);

    starved.offer("a");
    assertThat(starved.awaitIdle(System.nanoTime())).isTrue();
    starved.offer("b");
    runThreads();

    assertThat(dropped).containsExactly("a 1");
    assertThat(handled).containsExactly("b");
  }

  @Test
  void anErrorOfTheHandler_costsOneItem() {
    EventLane<String> fragile =
        new EventLane<>(
            "lane",
            2,
            threads::add,
            item -> {
              if (item.equals("a")) {
                throw new AssertionError("handler");
              }
              handled.add(item);
            },
            this::drop);

    fragile.offer("a");
    fragile.offer("b");
    runThreads();

    assertThat(handled).containsExactly("b");
  }

  @Test
  void theThread_bearsTheNameOfTheLane_whileItWorksThere() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    ExecutorService pool = Executors.newSingleThreadExecutor(task -> new Thread(task, "own"));
    try {
      EventLane<String> named =
          new EventLane<>(
              "tasker-lane",
              2,
              pool,
              item -> {
                handled.add(Thread.currentThread().getName());
                done.countDown();
              },
              this::drop);
      named.offer("a");
      done.await();
      assertThat(named.awaitIdle(System.nanoTime() + 60_000_000_000L)).isTrue();
      assertThat(handled).containsExactly("tasker-lane");
      assertThat(pool.submit(() -> Thread.currentThread().getName()).get()).isEqualTo("own");
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void manyWhoOffer_loseNothingThatFits() throws Exception {
    int offers = 20_000;
    List<Integer> seen = new ArrayList<>();
    ExecutorService pool = Executors.newCachedThreadPool();
    try {
      EventLane<Integer> wide =
          new EventLane<>("lane", offers, pool, seen::add, (item, count) -> drop("" + item, count));
      CountDownLatch offered = new CountDownLatch(2);
      for (int parity = 0; parity < 2; parity++) {
        int start = parity;
        pool.execute(
            () -> {
              for (int i = start; i < offers; i += 2) {
                wide.offer(i);
              }
              offered.countDown();
            });
      }
      offered.await();
      assertThat(wide.awaitIdle(System.nanoTime() + 60_000_000_000L)).isTrue();
      assertThat(seen).hasSize(offers);
      assertThat(seen.stream().filter(i -> i % 2 == 0).toList()).isSorted();
      assertThat(seen.stream().filter(i -> i % 2 == 1).toList()).isSorted();
    } finally {
      pool.shutdownNow();
    }
    assertThat(dropped).isEmpty();
  }
}
