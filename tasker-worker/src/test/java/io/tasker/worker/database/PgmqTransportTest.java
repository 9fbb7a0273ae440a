package io.tasker.worker.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.internal.JacksonCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PgmqTransportTest {
  @AutoClose private final ClusterDatabase cluster = ClusterDatabase.create();
  private final Database database = Database.at(cluster.url(), 8);
  private final PgmqTransport transport = new PgmqTransport(database, Duration.ofSeconds(30));

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void queues_areThoseOfTheNamespacesAndOfTheOrchestrator() {
    transport.ensureQueues(List.of("shop"));
    transport.ensureQueues(List.of("shop", "billing"));

    assertThat(
            cluster.text("select string_agg(queue_name, ' ' order by queue_name) from pgmq.meta"))
        .isEqualTo(
            "billing_domain_events billing_domain_events_dlq orchestration_step_results"
                + " orchestration_task_finalizations orchestration_task_requests"
                + " shop_domain_events shop_domain_events_dlq"
                + " worker_billing_queue worker_shop_queue");
  }

  @Test
  void queuesThatSeveralCreateAtOnce_areThere() throws Exception {
    ExecutorService sessions = Executors.newFixedThreadPool(6);
    try {
      for (int round = 0; round < 10; round++) {
        String namespace = "ns" + round;
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
          all.add(
              sessions.submit(
                  () -> {
                    start.await();
                    transport.ensureQueues(List.of(namespace));
                    return null;
                  }));
        }
        start.countDown();
        for (Future<?> one : all) {
          one.get(30, TimeUnit.SECONDS);
        }
      }
    } finally {
      sessions.shutdownNow();
    }
    assertThat(cluster.text("select count(*) from pgmq.meta")).isEqualTo("33");
  }

  @Test
  void aMessage_isReceivedOnceAndGoneWhenAcknowledged() {
    transport.ensureQueues(List.of("shop"));
    cluster.execute("select pgmq_send_with_notify('worker_shop_queue', '{\"n\": 1}')");

    List<Delivery> received = database.transact(c -> transport.receive(c, "shop", 10));
    assertThat(received)
        .singleElement()
        .satisfies(
            delivery -> {
              assertThat(delivery)
                  .isEqualTo(new Delivery("shop", 1, 1, delivery.age(), "{\"n\": 1}"));
              assertThat(delivery.age()).isLessThan(Duration.ofMinutes(1));
            });
    List<Delivery> again = database.transact(c -> transport.receive(c, "shop", 10));
    assertThat(again).isEmpty();

    database.transact(
        c -> {
          transport.acknowledge(c, received.get(0));
          return null;
        });
    assertThat(cluster.text("select count(*) from pgmq.a_worker_shop_queue")).isEqualTo("1");
  }

  @Test
  void aResult_isSentNow() {
    transport.ensureQueues(List.of("shop"));
    database.transact(
        c -> {
          transport.sendResult(c, "{\"n\": 1}");
          return null;
        });

    assertThat(results()).isEqualTo("{\"n\": 1}true");
  }

  @Test
  void whatIsHeldBack_isSentOnceItsTaskCanTakeIt_andOnlyOnce() {
    transport.ensureQueues(List.of("shop"));
    UUID ready = task("evaluating_results");
    UUID busy = task("enqueuing_steps");
    List<HeldBack> messages =
        database.transact(
            c ->
                List.of(
                    transport.holdBack(c, ready, "{\"n\": 1}"),
                    transport.holdBack(c, busy, "{\"n\": 2}")));
    assertThat(results()).isEqualTo("{\"n\": 1}false {\"n\": 2}false");

    Set<HeldBack> first = database.transact(c -> transport.release(c, messages));
    assertThat(first).containsExactly(messages.get(0));
    assertThat(results()).isEqualTo("{\"n\": 2}false {\"n\": 1}true");

    Set<HeldBack> second = database.transact(c -> transport.release(c, messages));
    assertThat(second).isEmpty();
    assertThat(results()).isEqualTo("{\"n\": 2}false {\"n\": 1}true");
  }

  private UUID task(String state) {
    return UUID.fromString(
        cluster.text(
            """
            with n as (
              insert into task_namespaces (name, created_at, updated_at) values (?, now(), now())
              returning task_namespace_uuid),
            t as (
              insert into named_tasks (task_namespace_uuid, name, version, created_at, updated_at)
                select task_namespace_uuid, 'flow', '1', now(), now() from n
              returning named_task_uuid),
            k as (
              insert into tasks (named_task_uuid, requested_at, context, identity_hash,
                  correlation_id, created_at, updated_at)
                select named_task_uuid, now(), '{}', ?, gen_random_uuid(), now(), now() from t
              returning task_uuid)
            insert into task_transitions (task_uuid, to_state, sort_key, most_recent, created_at,
                updated_at)
              select task_uuid, ?, 1, true, now(), now() from k returning task_uuid
            """,
            state,
            state,
            state));
  }

  // Each message with whether it is visible.
  private String results() {
    return cluster.text(
        "select string_agg(message::text || (vt <= clock_timestamp()), ' ' order by msg_id)"
            + " from pgmq.q_orchestration_step_results");
  }

  @Test
  void whoListens_isToldOfMessages_alsoAfterTheConnectionWasLost() throws Exception {
    transport.ensureQueues(List.of("shop"));
    WakeUps wakeUps = new WakeUps();
    WorkerSession session = WorkerSession.open(database, new UUID(1, 1)).orElseThrow();
    try (MessageTransport.Listening listening =
        transport.listen(session, List.of("shop"), wakeUps)) {
      assertThat(listening).isNotNull();
      wakeUps.await(1);
      cluster.execute("select pgmq_send_with_notify('worker_shop_queue', '{}')");
      wakeUps.await(2);
      cluster.cutConnections();
      wakeUps.await(3);
      assertThat(wakeUps.told).startsWith("connected", "lost").endsWith("connected");
      cluster.execute("select pgmq_send_with_notify('worker_shop_queue', '{}')");
      wakeUps.await(4);
    }
  }

  private static final class WakeUps implements MessageTransport.Waiting {
    private final List<String> told = new CopyOnWriteArrayList<>();
    private int count;

    @Override
    public synchronized void wake() {
      count++;
      notifyAll();
    }

    @Override
    public void connected() {
      told.add("connected");
    }

    @Override
    public void lost() {
      told.add("lost");
    }

    synchronized void await(int least) throws InterruptedException {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (count < least) {
        long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        assertThat(millis).as("waiting for wake-up %d", least).isPositive();
        wait(millis);
      }
    }
  }

  @Test
  void aMessage_isReadOrIsNone() {
    JacksonCodec codec = new JacksonCodec();
    StepMessage message =
        new StepMessage(
            UUID.fromString("01900000-0000-7000-8000-000000000001"),
            UUID.fromString("01900000-0000-7000-8000-00000000000a"),
            UUID.fromString("01900000-0000-7000-8000-0000000000c0"));
    String json =
        "{\"task_uuid\":\"01900000-0000-7000-8000-000000000001\","
            + "\"step_uuid\":\"01900000-0000-7000-8000-00000000000a\","
            + "\"correlation_id\":\"01900000-0000-7000-8000-0000000000c0\"}";

    assertThat(codec.write(message)).isEqualTo(json);
    assertThat(StepMessage.read(json, codec)).contains(message);
    assertThat(StepMessage.read("{\"task_uuid\":\"x\"}", codec)).isEmpty();
    assertThat(StepMessage.read("{}", codec)).isEmpty();
    assertThat(StepMessage.read("null", codec)).isEmpty();
    assertThat(StepMessage.read("[1", codec)).isEmpty();
  }
}
