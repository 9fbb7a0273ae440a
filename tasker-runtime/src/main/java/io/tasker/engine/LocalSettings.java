package io.tasker.engine;

import io.tasker.IdentityStrategy;
import io.tasker.internal.JacksonCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.slf4j.spi.MDCAdapter;

/** What the builder of a local engine was told besides, and how an engine comes from it. */
final class LocalSettings {
  private static final double JITTER = 0.1;

  @Nullable Executor executor;
  @Nullable EngineTimer timer;
  TaskStore store = new InMemoryTaskStore();
  IdentityStrategy identity = IdentityStrategy.ALWAYS_UNIQUE;
  boolean isRoundTrip;
  int concurrency = 10;
  int maxLiveTasks = 10_000;
  Duration shutdownDeadline = Duration.ofSeconds(30);
  DoubleSupplier jitter = () -> ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER);
  @Nullable MDCAdapter logContext = MDC.getMDCAdapter();

  LocalEngine build(EngineSettings common) {
    List<String> problems = new ArrayList<>();
    EngineSettings.requirePositive(concurrency, "concurrency", problems);
    EngineSettings.requirePositive(maxLiveTasks, "maxLiveTasks", problems);
    EngineParts parts = common.parts(isRoundTrip, problems);
    List<CompiledWorkflow> workflows =
        parts.workflows().stream().map(RunnableWorkflow::compiled).toList();
    new StartReport(workflows.size(), parts.sources().registry().callables().size()).log();
    common.events.announceLackOfSink(workflows);
    return start(common, parts, new WorkflowDirectory(workflows));
  }

  private LocalEngine start(EngineSettings common, EngineParts parts, WorkflowDirectory workflows) {
    JacksonCodec codec = parts.codec();
    List<Runnable> owned = new ArrayList<>();
    owned.add(parts.sources()::close);
    Executor threads = executor;
    if (threads == null) {
      ExecutorService own = EngineThreads.create(concurrency);
      owned.add(own::shutdownNow);
      threads = own;
    }
    EngineTimer clock = timer;
    if (clock == null) {
      SystemTimer own = new SystemTimer();
      owned.add(own::close);
      clock = own;
    }
    Listeners told = new Listeners(common.listeners);
    EngineRuntime runtime =
        new EngineRuntime(
            codec,
            new OutcomeReader(codec, isRoundTrip),
            threads,
            new StepSlots(threads, concurrency),
            clock,
            told,
            new StepEvents(common.events.start(parts.subscriptions(), codec, told, owned), clock),
            new StepLogFields(logContext),
            jitter);
    return new LocalEngine(
        runtime,
        workflows,
        store,
        new TaskIdentities(identity, codec),
        maxLiveTasks,
        shutdownDeadline,
        owned);
  }
}
