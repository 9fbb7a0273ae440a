package io.tasker.engine;

import io.tasker.HandlerRegistry;
import io.tasker.event.PublisherRegistry;
import io.tasker.internal.ApiClients;
import io.tasker.internal.BindingPlanner;
import io.tasker.internal.JacksonCodec;
import io.tasker.template.TaskTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What templates are compiled with, at the start and, where a cluster has others, later.
 *
 * @param registry the handlers
 * @param config the configuration of the application
 * @param services what the application provides, by type
 * @param publishers the publishers of events
 * @param environment which overrides of the templates apply
 * @param local the templates there are at the start
 * @param isRoundTrip whether inputs and results travel as JSON
 * @param codec the codec
 * @param apis the HTTP clients of handlers
 */
record WorkflowSources(
    HandlerRegistry registry,
    ConfigSettings config,
    Map<Class<?>, Object> services,
    PublisherRegistry publishers,
    String environment,
    List<TaskTemplate> local,
    boolean isRoundTrip,
    JacksonCodec codec,
    ApiClients apis) {

  /** Returns the workflows of the local templates; of no use if problems are reported. */
  List<RunnableWorkflow> compileLocal(List<String> problems) {
    return compile(local, local, problems);
  }

  /** Returns the workflow of a template that takes the place of the local one of its identity. */
  Optional<RunnableWorkflow> compile(TaskTemplate template, List<String> problems) {
    List<TaskTemplate> all = new ArrayList<>(local);
    all.removeIf(other -> other.identity().equals(template.identity()));
    all.add(template);
    return compile(List.of(template), all, problems).stream().findFirst();
  }

  private List<RunnableWorkflow> compile(
      List<TaskTemplate> wanted, List<TaskTemplate> all, List<String> problems) {
    List<TaskTemplate> overlaid =
        all.stream().map(template -> EnvironmentOverlay.apply(template, environment)).toList();
    List<TaskTemplate> configured = config.apply(overlaid, registry, codec, problems);
    WorkflowCompiler compiler =
        new WorkflowCompiler(
            registry,
            codec,
            new BindingPlanner(codec, isRoundTrip, services, apis),
            new EventCompiler(publishers, codec, problems),
            problems);
    List<RunnableWorkflow> workflows = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      TaskTemplate given = all.get(i);
      if (wanted.contains(given)) {
        compiler
            .compile(configured.get(i))
            .ifPresent(compiled -> workflows.add(new RunnableWorkflow(given, compiled)));
      }
    }
    return workflows;
  }

  void close() {
    apis.close();
  }
}
