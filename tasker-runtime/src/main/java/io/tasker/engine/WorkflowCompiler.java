package io.tasker.engine;

import io.tasker.HandlerNotFoundException;
import io.tasker.HandlerRegistry;
import io.tasker.internal.BindingPlanner;
import io.tasker.internal.DeclaredResult;
import io.tasker.internal.InputSchema;
import io.tasker.internal.InputTypes;
import io.tasker.internal.JacksonCodec;
import io.tasker.internal.StepBinding;
import io.tasker.internal.event.DeclaredEvent;
import io.tasker.spi.HandlerDescriptor;
import io.tasker.spi.JsonType;
import io.tasker.spi.StepAdapter;
import io.tasker.template.StepDefinition;
import io.tasker.template.StepType;
import io.tasker.template.TaskTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Decides all that can be decided before a task runs, and reports all that can never work. */
final class WorkflowCompiler {
  private final HandlerRegistry registry;
  private final JacksonCodec codec;
  private final BindingPlanner planner;
  private final EventCompiler events;
  private final List<String> problems;

  WorkflowCompiler(
      HandlerRegistry registry,
      JacksonCodec codec,
      BindingPlanner planner,
      EventCompiler events,
      List<String> problems) {
    this.registry = registry;
    this.codec = codec;
    this.planner = planner;
    this.events = events;
    this.problems = problems;
  }

  /** Returns the compiled template, or empty if its problems were reported. */
  Optional<CompiledWorkflow> compile(TaskTemplate template) {
    int before = problems.size();
    TaskPlan plan;
    try {
      plan = TaskPlan.of(template);
    } catch (IllegalArgumentException e) {
      problems.add(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
    @Nullable StepAdapter[] adapters = new StepAdapter[plan.steps().size()];
    for (StepPlan step : plan.steps()) {
      adapters[step.index()] = adapter(template, step.definition());
    }
    InputSchema schema = inputSchema(template);
    if (problems.size() > before) {
      return Optional.empty();
    }
    List<CompiledStep> steps =
        plan.steps().stream().map(step -> compile(plan, step, adapters)).toList();
    Map<String, List<DeclaredEvent>> declared = events.compile(template);
    return problems.size() > before
        ? Optional.empty()
        : Optional.of(
            new CompiledWorkflow(plan, steps, schema, inputTypes(plan, adapters), declared));
  }

  private @Nullable StepAdapter adapter(TaskTemplate template, StepDefinition step) {
    try {
      StepAdapter adapter = registry.require(template.namespace(), step.handler(), step.name());
      kindMismatch(template, step, adapter.descriptor()).ifPresent(problems::add);
      return adapter;
    } catch (HandlerNotFoundException e) {
      problems.add(template.identity() + ": " + e.getMessage());
      return null;
    }
  }

  // A hand-written handler has no kind: its results say what they are.
  private static Optional<String> kindMismatch(
      TaskTemplate template, StepDefinition step, HandlerDescriptor handler) {
    StepType needed =
        switch (handler.kind()) {
          case STANDARD -> step.type();
          case DECISION -> StepType.DECISION;
          case BATCH_ANALYZER -> StepType.BATCHABLE;
          case BATCH_WORKER -> StepType.BATCH_WORKER;
        };
    return step.type() == needed
        ? Optional.empty()
        : Optional.of(
            "%s: step '%s' is of type %s, but its handler %s is for the type %s"
                .formatted(
                    template.identity(),
                    step.name(),
                    step.type().yamlName(),
                    handler.declaredAt(),
                    needed.yamlName()));
  }

  private InputSchema inputSchema(TaskTemplate template) {
    try {
      return InputSchema.of(template.inputSchema(), codec);
    } catch (RuntimeException e) {
      problems.add(template.identity() + ": input_schema cannot be used: " + e.getMessage());
      return InputSchema.of(Optional.empty(), codec);
    }
  }

  private InputTypes inputTypes(TaskPlan plan, @Nullable StepAdapter[] adapters) {
    return InputTypes.of(
        plan.steps().stream()
            .map(StepPlan::index)
            .filter(plan.creation()::isInitial)
            .map(index -> descriptor(adapters, index))
            .toList(),
        codec);
  }

  private CompiledStep compile(TaskPlan plan, StepPlan step, @Nullable StepAdapter[] adapters) {
    StepDefinition definition = step.definition();
    List<String> found = new ArrayList<>();
    StepBinding binding =
        planner.plan(
            new BindingPlanner.Step(
                plan.template().identity(),
                step.name(),
                definition.handler().initialization(),
                configPlace(plan.template(), step),
                new StepsAbove(plan, step, index -> descriptor(adapters, index))),
            descriptor(adapters, step.index()),
            found);
    problems.addAll(found);
    DeclaredResult result = new DeclaredResult(descriptor(adapters, step.index()), codec);
    return new CompiledStep(
        step,
        Objects.requireNonNull(adapters[step.index()]),
        binding,
        new AncestorNames(plan.ancestry(), step),
        definition.timeout().orElse(null),
        new TaskEvent.StepStarted(step.index(), 1),
        new TaskEvent.StepSucceeded(step.index(), 1),
        result,
        reader(plan, step, result),
        null);
  }

  private static String configPlace(TaskTemplate template, StepPlan step) {
    return ("config(\"%s\", \"%s\", \"%s\", Map.of(...)) when building the engine, or under"
            + " handler.initialization of the step in the template")
        .formatted(template.namespace(), template.name(), step.name());
  }

  /** What a step may read. */
  private record StepsAbove(TaskPlan plan, StepPlan step, IntFunction<HandlerDescriptor> handlers)
      implements BindingPlanner.Upstreams {

    @Override
    public Optional<BindingPlanner.Upstream> find(String name) {
      return plan.step(name)
          .filter(above -> plan.ancestry().isAbove(above.index(), step))
          .map(above -> upstream(above, handlers.apply(above.index())));
    }

    @Override
    public Set<String> names() {
      return plan.ancestry().aboveByName(step).keySet();
    }

    // The result of a decision or an analyzer is JSON, whatever the handler returned.
    private static BindingPlanner.Upstream upstream(StepPlan above, HandlerDescriptor producer) {
      StepType type = above.definition().type();
      boolean isJson = type == StepType.DECISION || type == StepType.BATCHABLE;
      return new BindingPlanner.Upstream(
          above.index(),
          isJson ? JsonType.of(Object.class) : producer.result(),
          type == StepType.BATCH_WORKER);
    }
  }

  private ResultReader reader(TaskPlan plan, StepPlan step, DeclaredResult result) {
    return switch (step.definition().type()) {
      case STANDARD, DEFERRED_CONVERGENCE ->
          new DeclaredResultReader(step, result, planner.isRoundTrip());
      case DECISION -> new DecisionReader(plan, codec);
      case BATCHABLE ->
          new BatchPlanReader(plan.steps().get(plan.creation().worker(step.index())), codec);
      case BATCH_WORKER -> new BatchProgressReader(codec, result, planner.isRoundTrip());
    };
  }

  private static HandlerDescriptor descriptor(@Nullable StepAdapter[] adapters, int index) {
    return Objects.requireNonNull(adapters[index]).descriptor();
  }
}
