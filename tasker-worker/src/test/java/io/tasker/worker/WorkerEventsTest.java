package io.tasker.worker;

import static io.tasker.worker.TestHandlers.handler;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.EngineConfigurationException;
import io.tasker.event.DomainEvent;
import io.tasker.event.EngineEvent;
import io.tasker.event.EngineListener;
import io.tasker.event.StepEventPublisher;
import io.tasker.event.StepOutcome;
import io.tasker.handler.RetryableException;
import io.tasker.worker.database.ClusterDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Domain events of steps that run on a cluster. */
@Timeout(120)
class WorkerEventsTest {
  private static final String HEAD =
      "name: checkout\nnamespace_name: shop\nversion: \"1.0.0\"\nsteps:\n";
  private static final String CHARGE =
      HEAD
          + """
            - name: charge
              handler: {callable: charge}
              retry: {retryable: true, max_attempts: 2, backoff: none}
              publishes_events:
          """;

  @AutoClose private final ClusterDatabase cluster = ClusterDatabase.create();
  private final MiniOrchestrator orchestrator = new MiniOrchestrator(cluster);
  private final TestHandlers handlers = new TestHandlers();
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final BlockingQueue<EngineEvent> news = new LinkedBlockingQueue<>();

  private TaskerWorkerBuilder worker(String yaml) {
    return TaskerWorker.builder()
        .url(cluster.url())
        .registry(handlers.registry)
        .template("checkout.yaml", yaml)
        .pollInterval(Duration.ofMillis(100))
        .subscribe("*", event -> heard.add(event.name() + " " + event.payload()))
        .listener(
            new EngineListener() {
              @Override
              public void eventPublished(EngineEvent.EventPublished event) {
                news.add(event);
              }

              @Override
              public void eventFailed(EngineEvent.EventFailed event) {
                news.add(event);
              }
            });
  }

  private String queued() {
    return cluster.text(
        "select string_agg(message ->> 'event_name', ' ' order by msg_id)"
            + " from pgmq.q_shop_domain_events");
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    @Nullable T found = queue.poll(30, TimeUnit.SECONDS);
    assertThat(found).isNotNull();
    return found;
  }

  private UUID run(String state) {
    UUID task = orchestrator.create("shop", "checkout", "{\"order\": 7}");
    orchestrator.runUntil(task, "charge", state);
    return task;
  }

  @Test
  void aDurableEvent_isSentAsTaskerCoresWorkersDo() throws IOException {
    handlers
        .with("weigh", i -> Map.of("grams", 500))
        .with(handler("charge"), i -> Map.of("cents", 4200));
    String yaml =
        HEAD
            + """
              - {name: weigh, handler: {callable: weigh}}
              - name: charge
                dependencies: [weigh]
                handler: {callable: charge, initialization: {currency: EUR}}
                publishes_events:
                  - name: payment.processed
                    description: The customer has paid
                    schema: {type: object, required: [cents]}
                    publisher: PaymentEvents
            """;
    try (TaskerWorker worker = worker(yaml).publisher(new PaymentEvents()).start()) {
      UUID task = run("complete");

      assertThat(worker.health().isReady()).isTrue();
      String message = cluster.text("select message::text from pgmq.q_shop_domain_events");
      Goldens.assertMatches(
          "domain-event.json",
          withoutChance(
              message,
              Map.of(
                  "task_uuid", task.toString(),
                  "charge_uuid", orchestrator.step(task, "charge"),
                  "weigh_uuid", orchestrator.step(task, "weigh"))));
    }
  }

  private String withoutChance(String message, Map<String, String> names) {
    String text = message;
    for (Map.Entry<String, String> name : names.entrySet()) {
      text = text.replace(name.getValue(), "<" + name.getKey() + ">");
    }
    return text.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "<uuid>")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(?=Z?\")", "<time>")
        .replaceAll("(\"worker_hostname\": \")[^\"]*", "$1<host>")
        .replaceAll("(\"execution_time_ms\": )\\d+", "$10");
  }

  private static final class PaymentEvents implements StepEventPublisher {
    @Override
    public String name() {
      return "PaymentEvents";
    }

    @Override
    public Map<String, Object> additionalMetadata(String event, StepOutcome outcome) {
      return Map.of("attempt", outcome.attempt(), "fired_by", "nobody");
    }
  }

  @Test
  void eachDelivery_goesItsWay_inTheOrderOfTheTemplate() throws Exception {
    handlers.with("charge", i -> 1);
    String yaml =
        CHARGE
            + """
                  - {name: a.fast, description: x, schema: {}, delivery_mode: fast}
                  - {name: b.both, description: x, schema: {}, delivery_mode: broadcast}
                  - {name: c.fast, description: x, schema: {}, delivery_mode: fast}
                  - {name: d.durable, description: x, schema: {}, delivery_mode: durable}
            """;
    try (TaskerWorker worker = worker(yaml).start()) {
      run("complete");

      assertThat(List.of(next(heard), next(heard), next(heard)))
          .containsExactly("a.fast 1", "b.both 1", "c.fast 1");
      assertThat(queued()).isEqualTo("b.both d.durable");
      assertThat(worker.health().isReady()).isTrue();
    }
    assertThat(heard).isEmpty();
    assertThat(news).hasSize(4).allMatch(EngineEvent.EventPublished.class::isInstance);
  }

  @Test
  void conditions_followTheOrchestratorsDecision() {
    handlers.with(
        "charge",
        i -> {
          throw new RetryableException("busy");
        });
    String yaml =
        CHARGE
            + """
                  - {name: payment.succeeded, description: x, schema: {}, condition: success}
                  - {name: payment.again, description: x, schema: {}, condition: retryable_failure}
                  - {name: payment.over, description: x, schema: {}, condition: permanent_failure}
                  - {name: payment.ended, description: x, schema: {}, condition: always}
            """;
    try (TaskerWorker worker = worker(yaml).start()) {
      run("error");

      assertThat(queued()).isEqualTo("payment.again payment.ended payment.over payment.ended");
      assertThat(worker.health().isReady()).isTrue();
    }
    assertThat(
            cluster.text(
                "select message #>> '{payload,payload,message}' from pgmq.q_shop_domain_events"))
        .isEqualTo("busy");
  }

  @Test
  void aResultThatIsNotTaken_publishesNothing() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    handlers.with(
        "charge",
        i -> {
          running.countDown();
          cancelled.await();
          return 1;
        });
    try (TaskerWorker worker =
        worker(
                CHARGE
                    + "      - {name: a.both, description: x, schema: {}, delivery_mode: broadcast}\n")
            .start()) {
      UUID task = orchestrator.create("shop", "checkout", "{}");
      assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
      orchestrator.move(orchestrator.step(task, "charge"), "cancelled");
      cancelled.countDown();
      assertThat(worker.health().isLive()).isTrue();
    }
    assertThat(queued()).isEmpty();
    assertThat(heard).isEmpty();
  }

  @Test
  void anEventThatTheDatabaseRefuses_costsTheStepNothing() throws Exception {
    handlers.with("charge", i -> 1);
    String yaml =
        CHARGE
            + """
                  - {name: a.durable, description: x, schema: {}}
                  - {name: b.fast, description: x, schema: {}, delivery_mode: fast}
            """;
    try (TaskerWorker worker = worker(yaml).start()) {
      cluster.execute("drop table pgmq.q_shop_domain_events");
      UUID task = run("complete");

      assertThat(orchestrator.stored(task, "charge", "result")).isEqualTo("1");
      assertThat(next(heard)).isEqualTo("b.fast 1");
      assertThat(next(news))
          .isInstanceOfSatisfying(
              EngineEvent.EventFailed.class,
              failed -> {
                assertThat(failed.event()).isEqualTo("a.durable");
                assertThat(failed.where()).isEqualTo("the durable queue");
                assertThat(failed.cause()).hasMessageContaining("SQLSTATE 42P01");
              });
      assertThat(worker.health().isReady()).isTrue();
    }
  }

  @Test
  void aPublisherThatHangs_losesItsEvent_butNotTheResult() throws Exception {
    handlers.with("charge", i -> 1);
    CountDownLatch interrupted = new CountDownLatch(1);
    StepEventPublisher hanging =
        new StepEventPublisher() {
          @Override
          public String name() {
            return "Hanging";
          }

          @Override
          public boolean beforePublish(DomainEvent event) {
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException e) {
              interrupted.countDown();
            }
            return true;
          }
        };
    try (TaskerWorker worker =
        worker(CHARGE + "      - {name: a.late, description: x, schema: {}, publisher: Hanging}\n")
            .publisher(hanging)
            .start()) {
      run("complete");

      assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(next(news))
          .isInstanceOfSatisfying(
              EngineEvent.EventFailed.class,
              failed ->
                  assertThat(failed.cause())
                      .hasMessage(
                          "Event 'a.late' is lost: publisher 'Hanging' did not finish it within"
                              + " PT5S or before the end of the engine"));
      assertThat(worker.health().isReady()).isTrue();
    }
    assertThat(queued()).isEmpty();
  }

  @Test
  void anUnknownPublisher_keepsTheWorkerFromStarting() {
    handlers.with("charge", i -> 1);
    TaskerWorkerBuilder worker =
        worker(CHARGE + "      - {name: a.late, description: x, schema: {}, publisher: Missing}\n");

    assertThatThrownBy(worker::start)
        .isInstanceOf(EngineConfigurationException.class)
        .hasMessageContaining("publisher 'Missing' is not registered");
  }
}
