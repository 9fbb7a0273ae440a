package io.tasker.engine;

import io.tasker.EngineConfigurationException;
import io.tasker.HandlerRegistry;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.spi.MDCAdapter;

/** What the builder of a local engine was told besides, and how an engine comes from it. */
final class LocalSettings {
  private static final Logger LOG = LoggerFactory.getLogger(LocalEngine.class);
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
    HandlerRegistry handlers = common.handlers();
    List<String> problems = new ArrayList<>();
    EngineSettings.requirePositive(concurrency, "concurrency", problems);
    EngineSettings.requirePositive(maxLiveTasks, "maxLiveTasks", problems);
    EngineSettings.requirePositive(common.events.buffer, "eventBuffer", problems);
    JacksonCodec codec = new JacksonCodec();
    WorkflowSources sources = common.sources(handlers, isRoundTrip, codec, problems);
    List<CompiledWorkflow> workflows =
        sources.compileLocal(problems).stream().map(RunnableWorkflow::compiled).toList();
    List<EventSettings.Subscription> subscriptions =
        common.events.subscriptions(handlers.modules(), common.services, codec, problems);
    if (!problems.isEmpty()) {
      sources.close();
      throw new EngineConfigurationException(problems);
    }
    LOG.info(
        "Engine started with {} workflows and {} handlers",
        workflows.size(),
        handlers.callables().size());
    common.events.announceLackOfSink(workflows);
    List<Runnable> owned = new ArrayList<>();
    owned.add(sources::close);
    return start(common, codec, new WorkflowDirectory(workflows), subscriptions, owned);
  }

  private LocalEngine start(
      EngineSettings common,
      JacksonCodec codec,
      WorkflowDirectory workflows,
      List<EventSettings.Subscription> subscriptions,
      List<Runnable> owned) {
    Executor threads = executor;
    if (threads == null) {
      ExecutorService own = EngineThreads.create();
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
            new StepSlots(threads, concurrency),
            clock,
            told,
            new StepEvents(common.events.start(subscriptions, codec, told, owned), clock),
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
