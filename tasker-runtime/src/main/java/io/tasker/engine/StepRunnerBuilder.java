package io.tasker.engine;

import io.tasker.EngineConfigurationException;
import io.tasker.HandlerRegistry;
import io.tasker.NoHandlersException;
import io.tasker.internal.ApiClients;
import io.tasker.internal.JacksonCodec;
import io.tasker.template.TaskTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Describes a {@link StepRunner}; each method means what it does on {@link LocalEngineBuilder}. */
public final class StepRunnerBuilder {
  private final TemplateSources templates = new TemplateSources();
  private final ConfigSettings config = new ConfigSettings();
  private final Map<Class<?>, Object> services = new LinkedHashMap<>();
  private @Nullable HandlerRegistry registry;
  private String environment = "production";

  StepRunnerBuilder() {}

  /**
   * Sets the handlers. Without this, {@link HandlerRegistry#load()} finds them.
   *
   * @param handlers the registry, not to be changed afterwards
   * @return this builder
   */
  public StepRunnerBuilder registry(HandlerRegistry handlers) {
    registry = Objects.requireNonNull(handlers, "handlers");
    return this;
  }

  /**
   * Chooses a workflow among those that the modules of the registry bring.
   *
   * @param namespace the namespace of the workflow
   * @param name the name of the workflow, in all its versions
   * @return this builder
   */
  public StepRunnerBuilder workflow(String namespace, String name) {
    templates.choose(namespace, name);
    return this;
  }

  /**
   * Adds a template.
   *
   * @param template the template
   * @return this builder
   */
  public StepRunnerBuilder template(TaskTemplate template) {
    templates.add(Objects.requireNonNull(template, "template"));
    return this;
  }

  /**
   * Adds a template as YAML.
   *
   * @param fileName the name for messages
   * @param yaml the text
   * @return this builder
   */
  public StepRunnerBuilder template(String fileName, String yaml) {
    templates.add(fileName, yaml);
    return this;
  }

  /**
   * Configures one step of a workflow.
   *
   * @param namespace the namespace of the workflow
   * @param workflow the name of the workflow, in all its versions
   * @param step the name of the step
   * @param values the values by configuration key
   * @return this builder
   */
  public StepRunnerBuilder config(
      String namespace, String workflow, String step, Map<String, ?> values) {
    if (step.isEmpty()) {
      throw new IllegalArgumentException("A step has a name");
    }
    config.add(namespace, workflow, step, values);
    return this;
  }

  /**
   * Configures all steps of a workflow.
   *
   * @param namespace the namespace of the workflow
   * @param workflow the name of the workflow, in all its versions
   * @param values the values by configuration key
   * @return this builder
   */
  public StepRunnerBuilder config(String namespace, String workflow, Map<String, ?> values) {
    config.add(namespace, workflow, "", values);
    return this;
  }

  /**
   * Gives handlers a service.
   *
   * @param <S> the type of the service
   * @param type the type, exactly as the parameters have it
   * @param service the service, safe for use by several threads
   * @return this builder
   */
  public <S> StepRunnerBuilder provide(Class<S> type, S service) {
    services.put(Objects.requireNonNull(type, "type"), Objects.requireNonNull(service, "service"));
    return this;
  }

  /**
   * Sets which overrides of the templates apply.
   *
   * @param name the environment, {@code production} unless set
   * @return this builder
   */
  public StepRunnerBuilder environment(String name) {
    environment = Objects.requireNonNull(name, "name");
    return this;
  }

  /**
   * Builds the runner.
   *
   * @return the runner, to be closed by the caller
   * @throws NoHandlersException if there are no handlers at all
   * @throws io.tasker.DuplicateHandlerException if the modules found on the class path claim a
   *     callable twice
   * @throws EngineConfigurationException if a template, a handler, configuration or a service is
   *     missing or does not fit; names all problems at once
   */
  public StepRunner build() {
    HandlerRegistry handlers = registry == null ? HandlerRegistry.load() : registry;
    if (handlers.isEmpty()) {
      throw new NoHandlersException(List.of());
    }
    List<String> problems = new ArrayList<>();
    JacksonCodec codec = new JacksonCodec();
    WorkflowSources sources =
        new WorkflowSources(
            handlers,
            config,
            Map.copyOf(services),
            environment,
            templates.read(handlers, problems),
            codec,
            new ApiClients());
    List<RunnableWorkflow> workflows = sources.compileLocal(problems);
    if (!problems.isEmpty()) {
      sources.close();
      throw new EngineConfigurationException(problems);
    }
    return new StepRunner(sources, workflows, codec, new StepLogFields(MDC.getMDCAdapter()));
  }
}
