package io.tasker.engine;

import io.tasker.EngineConfigurationException;
import io.tasker.HandlerRegistry;
import io.tasker.IdentityStrategy;
import io.tasker.NoHandlersException;
import io.tasker.event.EngineListener;
import io.tasker.internal.ApiClients;
import io.tasker.internal.BindingPlanner;
import io.tasker.internal.JacksonCodec;
import io.tasker.template.TaskTemplate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.spi.MDCAdapter;

/** What the builder of an engine was told, and how an engine comes from it. */
final class EngineSettings {
  private static final Logger LOG = LoggerFactory.getLogger(LocalEngine.class);
  private static final double JITTER = 0.1;

  @Nullable HandlerRegistry registry;
  final TemplateSources templates = new TemplateSources();
  final ConfigSettings config = new ConfigSettings();
  final Map<Class<?>, Object> services = new LinkedHashMap<>();
  final List<EngineListener> listeners = new ArrayList<>();
  final EventSettings events = new EventSettings();
  @Nullable Executor executor;
  @Nullable EngineTimer timer;
  TaskStore store = new InMemoryTaskStore();
  IdentityStrategy identity = IdentityStrategy.ALWAYS_UNIQUE;
  boolean isRoundTrip;
  int concurrency = 10;
  int maxLiveTasks = 10_000;
  Duration shutdownDeadline = Duration.ofSeconds(30);
  String environment = "production";
  DoubleSupplier jitter = () -> ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER);
  @Nullable MDCAdapter logContext = MDC.getMDCAdapter();

  LocalEngine build() {
    HandlerRegistry handlers = registry == null ? HandlerRegistry.load() : registry;
    if (handlers.isEmpty()) {
      throw new NoHandlersException(List.of());
    }
    List<String> problems = new ArrayList<>();
    requirePositive(concurrency, "concurrency", problems);
    requirePositive(maxLiveTasks, "maxLiveTasks", problems);
    requirePositive(events.buffer, "eventBuffer", problems);
    JacksonCodec codec = new JacksonCodec();
    ApiClients apis = new ApiClients();
    WorkflowCompiler compiler =
        new WorkflowCompiler(
            handlers, codec, new BindingPlanner(codec, isRoundTrip, services, apis), problems);
    List<CompiledWorkflow> workflows = new ArrayList<>();
    List<TaskTemplate> overlaid =
        templates.read(handlers, problems).stream()
            .map(template -> EnvironmentOverlay.apply(template, environment))
            .toList();
    for (TaskTemplate template : config.apply(overlaid, handlers, codec, problems)) {
      compiler.compile(template).ifPresent(workflows::add);
    }
    EventSettings.Plan eventPlan =
        events.plan(handlers.modules(), workflows, services, codec, problems);
    if (!problems.isEmpty()) {
      apis.close();
      throw new EngineConfigurationException(problems);
    }
    LOG.info(
        "Engine started with {} workflows and {} handlers",
        workflows.size(),
        handlers.callables().size());
    return start(codec, new WorkflowDirectory(workflows), apis, eventPlan);
  }

  private LocalEngine start(
      JacksonCodec codec,
      WorkflowDirectory workflows,
      ApiClients apis,
      EventSettings.Plan eventPlan) {
    List<Runnable> owned = new ArrayList<>();
    owned.add(apis::close);
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
    Listeners told = new Listeners(listeners);
    EngineRuntime runtime =
        new EngineRuntime(
            codec,
            new OutcomeReader(codec, isRoundTrip),
            new StepSlots(threads, concurrency),
            clock,
            told,
            events.start(eventPlan, codec, told, clock, owned),
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

  private static void requirePositive(int value, String option, List<String> problems) {
    if (value < 1) {
      problems.add(option + " must be at least 1: " + value);
    }
  }
}
