package io.tasker.engine;

import io.tasker.EngineConfigurationException;
import io.tasker.HandlerRegistry;
import io.tasker.NoHandlersException;
import io.tasker.event.EngineListener;
import io.tasker.internal.ApiClients;
import io.tasker.internal.JacksonCodec;
import io.tasker.template.TaskTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** What the builder of any engine was told. */
final class EngineSettings {
  @Nullable HandlerRegistry registry;
  final TemplateSources templates = new TemplateSources();
  final ConfigSettings config = new ConfigSettings();
  final Map<Class<?>, Object> services = new LinkedHashMap<>();
  final List<EngineListener> listeners = new ArrayList<>();
  final EventSettings events = new EventSettings();
  String environment = EnvironmentOverlay.DEFAULT;

  private HandlerRegistry handlers() {
    HandlerRegistry handlers = registry == null ? HandlerRegistry.load() : registry;
    if (handlers.isEmpty()) {
      throw new NoHandlersException(List.of());
    }
    return handlers;
  }

  /**
   * Puts together what each engine has.
   *
   * @param isRoundTrip whether inputs and results travel as JSON
   * @param problems what is wrong with the other settings of the engine
   * @return the parts, to be closed by the caller
   * @throws NoHandlersException if there are no handlers
   * @throws EngineConfigurationException if there are problems, these or others
   */
  EngineParts parts(boolean isRoundTrip, List<String> problems) {
    HandlerRegistry handlers = handlers();
    List<String> all = new ArrayList<>(problems);
    requirePositive(events.buffer, "eventBuffer", all);
    JacksonCodec codec = new JacksonCodec();
    List<TaskTemplate> read = templates.read(handlers, all);
    StartReport.announceUnknown(environment, read);
    WorkflowSources sources =
        new WorkflowSources(
            handlers,
            config,
            Map.copyOf(services),
            events.publishers,
            environment,
            read,
            isRoundTrip,
            codec,
            new ApiClients());
    EngineParts parts =
        new EngineParts(
            codec,
            sources,
            sources.compileLocal(all),
            events.subscriptions(handlers.modules(), services, codec, all));
    if (!all.isEmpty()) {
      parts.sources().close();
      throw new EngineConfigurationException(all);
    }
    return parts;
  }

  StepRunner stepRunner() {
    EngineParts parts = parts(true, List.of());
    UnheardEvents.announce(parts);
    return new StepRunner(
        parts, new Listeners(listeners), events, new StepLogFields(MDC.getMDCAdapter()));
  }

  static void requirePositive(int value, String option, List<String> problems) {
    if (value < 1) {
      problems.add(option + " must be at least 1: " + value);
    }
  }
}
