package io.tasker.engine;

import static io.tasker.engine.Adapters.adapter;
import static io.tasker.engine.Adapters.handler;
import static io.tasker.engine.Templates.ONCE;
import static io.tasker.engine.Templates.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tasker.HandlerRegistry;
import io.tasker.InvalidInputException;
import io.tasker.StepReport;
import io.tasker.StepState;
import io.tasker.TaskHandle;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.TaskState;
import io.tasker.handler.StepFailure;
import io.tasker.spi.JsonType;
import io.tasker.spi.Parameter;
import io.tasker.template.TaskTemplate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is wrong with a task's input or its handlers is an error of that task that says so. A
 * task that runs beside it and one that comes after it are none the wiser.
 */
@Timeout(60)
class BadInputTest {
  private static final TaskRequest BAD = TaskRequest.of("test", "bad");
  private static final TaskRequest GOOD = TaskRequest.of("test", "good");
  private static final Parameter<Long> COUNT = Parameter.input("count", JsonType.of(Long.class));
  private static final Parameter<List<Integer>> NUMBERS =
      Parameter.dependency("numbers", new JsonType<List<Integer>>() {});

  private final CountDownLatch release = new CountDownLatch(1);
  private final CountDownLatch running = new CountDownLatch(1);
  private final HandlerRegistry handlers = HandlerRegistry.empty();
  private @Nullable LocalEngine engine;
  private @Nullable TaskHandle neighbour;

  /** What a handler may do that it should not. */
  enum Misdeed {
    RECURSES("StackOverflowError") {
      @Override
      Object perform() {
        return deeper(1);
      }
    },
    IS_OUT_OF_MEMORY("no more room") {
      @Override
      Object perform() {
        throw new OutOfMemoryError("no more room");
      }
    },
    LACKS_A_CLASS("io/acme/Gone") {
      @Override
      Object perform() {
        throw new NoClassDefFoundError("io/acme/Gone");
      }
    },
    THROWS_NO_EXCEPTION("neither") {
      @Override
      Object perform() throws Exception {
        throw BadInputTest.<Exception>disguised(new Throwable("neither"));
      }
    },
    RETURNS_NOTHING("returned null") {
      @Override
      @Nullable Object perform() {
        return null;
      }
    },
    RETURNS_NO_NUMBER("") {
      @Override
      Object perform() {
        return Double.NaN;
      }
    },
    RETURNS_ITSELF("") {
      @Override
      Object perform() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        return list;
      }
    };

    final String said;

    Misdeed(String said) {
      this.said = said;
    }

    abstract @Nullable Object perform() throws Exception;
  }

  @BeforeEach
  void startNeighbour() throws Exception {
    handlers.register(
        "good",
        (context, results) -> {
          running.countDown();
          release.await();
          return 1;
        });
  }

  @AfterEach
  void othersAreUnaffected() throws Exception {
    LocalEngine used = Objects.requireNonNull(engine);
    release.countDown();
    assertThat(Objects.requireNonNull(neighbour).await().state())
        .as("the task beside it")
        .isEqualTo(TaskState.COMPLETE);
    assertThat(used.submit(GOOD).await().state())
        .as("the task after it")
        .isEqualTo(TaskState.COMPLETE);
    used.close();
  }

  private LocalEngine engine(TaskTemplate bad) throws InterruptedException {
    LocalEngine built =
        LocalEngine.builder()
            .registry(handlers)
            .template(bad)
            .template(
                TaskTemplate.template("test", "good", "1.0.0")
                    .step(step("good").retry(ONCE).build())
                    .build())
            .concurrency(2)
            .jsonRoundTrip(true)
            .build();
    engine = built;
    neighbour = built.submit(GOOD);
    running.await();
    return built;
  }

  private static TaskTemplate bad(String... steps) {
    TaskTemplate.Builder template = TaskTemplate.template("test", "bad", "1.0.0");
    for (String each : steps) {
      template.step(step(each).retry(ONCE).build());
    }
    return template.build();
  }

  private static StepFailure failure(TaskResult result, String step) {
    assertThat(result.state()).isEqualTo(TaskState.ERROR);
    StepReport report = result.step(step);
    assertThat(report.state()).isEqualTo(StepState.ERROR);
    assertThat(result.failure().orElseThrow())
        .contains("test/bad@1.0.0", result.id().toString(), "'" + step + "'", "attempt 1");
    return report.failure().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void aHandlerThatMisbehaves_failsItsStep(Misdeed misdeed) throws Exception {
    handlers.register(
        adapter(
            handler("misdeed").result(JsonType.of(Integer.class)),
            invocation -> misdeed.perform()));

    StepFailure failure = failure(engine(bad("misdeed")).submit(BAD).await(), "misdeed");

    assertThat(failure.message() + failure.context()).contains(misdeed.said);
    // What is neither an exception nor an error counts as an exception, which may be tried again.
    assertThat(failure.retryable()).isEqualTo(misdeed == Misdeed.THROWS_NO_EXCEPTION);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | count",
        "{\"count\": null} | count",
        "{\"count\": \"7\"} | count",
        "{\"count\": 1.5} | count",
        "{\"count\": [1]} | count",
        "{\"count\": 9223372036854775808} | count",
        "{\"count\": 1e400} | count"
      })
  void aFieldThatIsMissingOrDoesNotFit_failsItsStepForGood(String input, String field)
      throws Exception {
    handlers.register(
        adapter(handler("count").parameters(COUNT), invocation -> invocation.argument(COUNT)));

    StepFailure failure = failure(engine(bad("count")).submit(BAD.input(input)).await(), "count");

    assertThat(failure.message()).contains(field);
    assertThat(failure.errorType()).isEqualTo("validation_error");
    assertThat(failure.retryable()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[1]", "7", "{\"a\": NaN}", "{\"a\":1,\"a\":2}", "{} {}"})
  void textThatIsNoJsonObject_isRefused(String input) throws Exception {
    handlers.register("count", context -> 1);
    refused(input);
  }

  @Test
  void endlessNesting_andHugeDocuments_areRefused() throws Exception {
    handlers.register("count", context -> 1);
    LocalEngine used = refused("{\"a\":" + "[".repeat(100_000));
    String huge = "{" + " ".repeat(64 * 1024 * 1024) + "}";
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> used.submit(BAD.input(huge)));
  }

  private LocalEngine refused(String input) throws InterruptedException {
    LocalEngine used = engine(bad("count"));
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> used.submit(BAD.input(input)))
        .withMessageContaining("test/bad")
        .withMessageContaining("not a JSON object");
    return used;
  }

  @Test
  void aHandlerThatNeverReturns_endsWithItsTimeoutOrTheCancellation() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    handlers.register("timed", context -> never.await(1, TimeUnit.DAYS));
    handlers.register("endless", context -> never.await(1, TimeUnit.DAYS));
    TaskTemplate template =
        TaskTemplate.template("test", "bad", "1.0.0")
            .step(step("timed").retry(ONCE).timeout(Duration.ofSeconds(1)).build())
            .step(step("endless").retry(ONCE).build())
            .build();
    TaskHandle task = engine(template).submit(BAD);
    TaskResult result;
    do {
      Thread.onSpinWait();
    } while (task.steps().get(0).state() != StepState.ERROR);
    task.cancel("enough");
    result = task.await();

    assertThat(result.state()).isEqualTo(TaskState.CANCELLED);
    assertThat(result.step("timed").failure().orElseThrow().errorType())
        .isEqualTo("handler_timeout");
  }

  @Test
  void aHandlerThatChangesItsArguments_changesItsOwnOnly() throws Exception {
    handlers.register(
        adapter(
            handler("numbers").result(new JsonType<List<Integer>>() {}),
            invocation -> List.of(1, 2)));
    handlers.register(
        adapter(
            handler("change").parameters(NUMBERS),
            invocation -> {
              List<Integer> own = invocation.argument(NUMBERS);
              own.clear();
              return own.size();
            }));
    handlers.register(
        adapter(
            handler("sum").parameters(NUMBERS),
            invocation -> invocation.argument(NUMBERS).stream().mapToInt(Integer::intValue).sum()));

    TaskResult result =
        engine(bad("numbers", "change <- numbers", "sum <- numbers change")).submit(BAD).await();

    assertThat(result.orThrow().result("sum", Integer.class)).isEqualTo(3);
    assertThat(result.step("numbers").json()).hasToString("[1,2]");
  }

  private static int deeper(int depth) {
    return depth < 0 ? depth : deeper(depth + 1) + 1;
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // to throw any kind unchecked
  private static <E extends Throwable> E disguised(Throwable fault) throws E {
    throw (E) fault;
  }
}
