package io.tasker.engine;

import static io.tasker.engine.Adapters.adapter;
import static io.tasker.engine.Adapters.handler;
import static io.tasker.engine.Templates.ONCE;
import static io.tasker.engine.Templates.flow;
import static io.tasker.engine.Templates.retries;
import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.HandlerRegistry;
import io.tasker.StepReport;
import io.tasker.StepState;
import io.tasker.TaskHandle;
import io.tasker.TaskResult;
import io.tasker.TaskState;
import io.tasker.handler.BatchProgress;
import io.tasker.handler.PermanentException;
import io.tasker.handler.RetryableException;
import io.tasker.handler.StepContext;
import io.tasker.handler.StepFailure;
import io.tasker.template.BackoffStrategy;
import io.tasker.template.StepType;
import io.tasker.template.TaskTemplate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What an engine keeps of its tasks tells all that became of them. */
class JournalTest {

  /** Keeps the events of the last task; those that come after its end are told from the others. */
  private static final class Recorder implements TaskStore, TaskJournal {
    final List<TaskEvent> events = Collections.synchronizedList(new ArrayList<>());
    final List<TaskEvent> late = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean hasEnded;

    @Override
    public TaskJournal accept(AcceptedTask task) {
      return this;
    }

    @Override
    public void append(
        TaskEvent event,
        @Nullable Object result,
        @Nullable StepFailure failure,
        Map<String, Object> metadata) {
      (hasEnded ? late : events).add(event);
    }

    @Override
    public void end(TaskState state) {
      hasEnded = true;
    }

    @Override
    public void reopen() {
      hasEnded = false;
    }
  }

  @Provide
  Arbitrary<TaskTemplate> workflows() {
    return RandomWorkflows.templates();
  }

  @Property(tries = 300)
  void aReplay_comesToWhatTheThreadsCameTo(
      @ForAll("workflows") TaskTemplate template, @ForAll long seed) throws Exception {
    Recorder journal = new Recorder();
    TaskPlan plan = TaskPlan.of(template);
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try (LocalEngine engine =
        LocalEngine.builder()
            .registry(handlers(plan, seed))
            .template(template)
            .store(journal)
            .executor(threads)
            .concurrency(3)
            .build()) {
      TaskHandle task = engine.submit(EngineFixture.FLOW);
      TaskResult result = task.await(Duration.ofSeconds(30));
      for (StepReport step : result.steps()) {
        if (step.state() == StepState.ERROR && task.state() == TaskState.ERROR) {
          task.resetStep(step.name(), "again");
          result = task.await(Duration.ofSeconds(30));
        }
      }

      TaskMachine replayed = new TaskMachine(plan);
      List.copyOf(journal.events).forEach(replayed::apply);
      assertThat(states(replayed)).isEqualTo(states(result));
      assertThat(replayed.state()).isEqualTo(result.state());
    } finally {
      threads.shutdownNow();
    }
    assertThat(journal.late).isEmpty();
  }

  private static List<String> states(TaskMachine machine) {
    return IntStream.range(0, machine.stepCount())
        .filter(machine::exists)
        .mapToObj(
            step ->
                "%s %s %d"
                    .formatted(
                        machine.step(step).name(), machine.stepState(step), machine.attempts(step)))
        .sorted()
        .toList();
  }

  private static List<String> states(TaskResult result) {
    return result.steps().stream()
        .map(step -> "%s %s %d".formatted(step.name(), step.state(), step.attempts()))
        .sorted()
        .toList();
  }

  private static HandlerRegistry handlers(TaskPlan plan, long seed) {
    HandlerRegistry handlers = HandlerRegistry.empty();
    for (StepPlan step : plan.steps()) {
      handlers.register(
          adapter(
              handler(step.name()), invocation -> outcome(plan, step, invocation.context(), seed)));
    }
    return handlers;
  }

  private static @Nullable Object outcome(
      TaskPlan plan, StepPlan step, StepContext context, long seed) {
    boolean isResumed = context.hasCheckpoint();
    Random random =
        new Random(Objects.hash(seed, context.stepName(), context.attempt(), isResumed));
    int chance = random.nextInt(10);
    if (chance == 0) {
      throw new PermanentException("chance");
    }
    if (chance < 3) {
      throw new RetryableException("chance");
    }
    StepType type = step.definition().type();
    if (type == StepType.DECISION) {
      return decision(plan, step, random);
    }
    if (type == StepType.BATCHABLE) {
      String worker = plan.steps().get(plan.creation().worker(step.index())).name();
      return batches(worker, 1 + random.nextInt(4));
    }
    return type == StepType.BATCH_WORKER && !isResumed && chance < 6
        ? BatchProgress.checkpoint(1, 1, null)
        : null;
  }

  private static Object decision(TaskPlan plan, StepPlan step, Random random) {
    List<String> routes =
        plan.ancestry().below(step).stream()
            .mapToObj(plan.steps()::get)
            .filter(below -> below.definition().type() != StepType.BATCH_WORKER)
            .filter(below -> random.nextInt(3) == 0)
            .map(StepPlan::name)
            .toList();
    return Map.of(
        "decision_point_outcome",
        routes.isEmpty()
            ? Map.of("type", "no_branches")
            : Map.of("type", "create_steps", "step_names", routes));
  }

  private static Object batches(String worker, int count) {
    return Map.of(
        "batch_processing_outcome",
        Map.of(
            "type",
            "create_batches",
            "worker_template_name",
            worker,
            "cursor_configs",
            IntStream.rangeClosed(1, count)
                .mapToObj(
                    batch ->
                        Map.of(
                            "batch_id",
                            "%03d".formatted(batch),
                            "start_cursor",
                            batch - 1,
                            "end_cursor",
                            batch))
                .toList()));
  }

  @Example
  void anOutcomeAfterTheEnd_isNotKept() throws Exception {
    Recorder journal = new Recorder();
    TaskHandle[] task = new TaskHandle[1];
    List<Runnable> ready = new ArrayList<>();
    try (LocalEngine engine =
        LocalEngine.builder()
            .registry(
                HandlerRegistry.empty()
                    .register(
                        "a",
                        context -> {
                          throw new RetryableException("no");
                        }))
            .template(flow(retries(2, BackoffStrategy.LINEAR, 1, 1), "a"))
            .store(journal)
            .executor(ready::add)
            // Between the end of the attempt and the news of it.
            .jitter(
                () -> {
                  task[0].cancel("enough");
                  return 1;
                })
            .build()) {
      task[0] = engine.submit(EngineFixture.FLOW);
      ready.remove(0).run();

      assertThat(task[0].await(Duration.ofSeconds(30)).state()).isEqualTo(TaskState.CANCELLED);
    }
    assertThat(journal.late).isEmpty();
    assertThat(journal.events).last().isInstanceOf(TaskEvent.Cancelled.class);
  }

  @Example
  void whatFollowsFromAnEvent_waitsUntilTheEventIsKept() throws Exception {
    Recorder journal = new Recorder();
    List<TaskEvent> keptBefore = new ArrayList<>();
    // Until it is submitted, the caller may be the one that hands the next steps over: both of
    // them.
    CompletableFuture<Void> submitted = new CompletableFuture<>();
    try (LocalEngine engine =
        LocalEngine.builder()
            .registry(
                HandlerRegistry.empty()
                    .register("a", context -> null)
                    .register("b", context -> null)
                    .register("c", context -> null))
            .template(flow(ONCE, "a", "b <- a", "c <- a"))
            .store(journal)
            .executor(
                attempt -> {
                  keptBefore.add(journal.events.get(journal.events.size() - 1));
                  new Thread(
                          () -> {
                            submitted.join();
                            attempt.run();
                          })
                      .start();
                })
            .build()) {
      TaskHandle task = engine.submit(EngineFixture.FLOW);
      submitted.complete(null);
      task.await(Duration.ofSeconds(30)).orThrow();
    }

    // The first step below goes on with the thread of the one above, the second one does not.
    assertThat(keptBefore)
        .containsExactly(new TaskEvent.Started(), new TaskEvent.StepSucceeded(0, 1));
  }
}
