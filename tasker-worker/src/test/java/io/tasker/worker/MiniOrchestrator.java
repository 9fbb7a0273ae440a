package io.tasker.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.internal.JacksonCodec;
import io.tasker.template.StepDefinition;
import io.tasker.template.StepType;
import io.tasker.template.TaskTemplate;
import io.tasker.template.yaml.TemplateReader;
import io.tasker.worker.database.ClusterDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * The orchestrator's half of the protocol, as far as the tests of the worker need it: creates tasks
 * and steps, enqueues what is ready, takes results, lets failed steps be tried again at once and
 * adds the steps of decisions and batches.
 */
final class MiniOrchestrator {
  private static final String RESULTS = "orchestration_step_results";

  private final ClusterDatabase cluster;
  private final JacksonCodec codec = new JacksonCodec();
  private final Map<UUID, TaskTemplate> templates = new LinkedHashMap<>();

  MiniOrchestrator(ClusterDatabase cluster) {
    this.cluster = cluster;
  }

  /** Creates a task of a registered template and enqueues its first steps. */
  UUID create(String namespace, String name, String input) {
    String configuration =
        cluster.text(
            "select configuration::text from named_tasks join task_namespaces tn"
                + " using (task_namespace_uuid) where tn.name = ? and named_tasks.name = ?",
            namespace,
            name);
    assertThat(configuration).as("template %s/%s", namespace, name).isNotEmpty();
    TaskTemplate template =
        new TemplateReader().read("registered", configuration).orThrow().template();
    UUID task = UUID.randomUUID();
    cluster.text(
        """
        insert into tasks (task_uuid, named_task_uuid, requested_at, context, identity_hash,
            correlation_id, created_at, updated_at)
          select ?, named_task_uuid, now(), ?::jsonb, ?, ?, now(), now()
            from named_tasks where name = ? returning task_uuid
        """,
        task,
        input,
        task.toString(),
        UUID.randomUUID(),
        name);
    cluster.text(
        """
        insert into task_transitions (task_uuid, to_state, sort_key, most_recent, created_at,
            updated_at) values (?, 'steps_in_process', 1, true, now(), now()) returning task_uuid
        """,
        task);
    templates.put(task, template);
    boolean hasDecision =
        template.steps().stream().anyMatch(step -> step.type() == StepType.DECISION);
    for (StepDefinition step : template.steps()) {
      boolean isInitial =
          step.type() != StepType.BATCH_WORKER
              && step.type() != StepType.DEFERRED_CONVERGENCE
              && !(hasDecision && isBelowDecision(template, step));
      if (isInitial) {
        add(task, step, step.name(), null, step.dependencies());
      }
    }
    enqueueReady(task);
    return task;
  }

  private static boolean isBelowDecision(TaskTemplate template, StepDefinition step) {
    return step.dependencies().stream()
        .map(name -> template.step(name).orElseThrow())
        .anyMatch(above -> above.type() == StepType.DECISION || isBelowDecision(template, above));
  }

  private void add(
      UUID task, StepDefinition definition, String name, String inputs, List<String> above) {
    cluster.text(
        "insert into named_steps (name, created_at, updated_at) values (?, now(), now())"
            + " on conflict do nothing returning name",
        name);
    cluster.text(
        """
        insert into workflow_steps (task_uuid, named_step_uuid, retryable, max_attempts, inputs,
            created_at, updated_at)
          select ?, named_step_uuid, ?, ?, ?::jsonb, now(), now() from named_steps where name = ?
        returning workflow_step_uuid
        """,
        task,
        definition.retry().retryable(),
        definition.retry().maxAttempts(),
        inputs,
        name);
    for (String dependency : above) {
      cluster.text(
          """
          insert into workflow_step_edges (from_step_uuid, to_step_uuid, name, created_at,
              updated_at) values (?::uuid, ?::uuid, 'provides', now(), now())
          returning name
          """,
          step(task, dependency),
          step(task, name));
    }
    move(step(task, name), "pending");
  }

  /** Returns the id of a step. */
  String step(UUID task, String name) {
    return cluster.text(
        "select workflow_step_uuid from workflow_steps join named_steps using (named_step_uuid)"
            + " where task_uuid = ? and name = ?",
        task,
        name);
  }

  /** Returns the state of a step, empty if it does not exist. */
  String state(UUID task, String name) {
    return cluster.text(
        "select to_state from workflow_step_transitions where most_recent"
            + " and workflow_step_uuid = nullif(?, '')::uuid",
        step(task, name));
  }

  /** Returns a part of what a step stored, by a path such as {@code result,total}. */
  String stored(UUID task, String name, String path) {
    return cluster.text(
        "select results #>> string_to_array(?, ',') from workflow_steps"
            + " where workflow_step_uuid = ?::uuid",
        path,
        step(task, name));
  }

  /** Puts a step into a state. */
  void move(String step, String state) {
    cluster.text(
        """
        with last as (
          update workflow_step_transitions set most_recent = false
           where workflow_step_uuid = ?::uuid and most_recent returning to_state, sort_key)
        select to_state from last
        """,
        step);
    cluster.text(
        """
        insert into workflow_step_transitions (workflow_step_uuid, to_state, from_state, sort_key,
            most_recent, created_at, updated_at)
          select ?::uuid, ?, max(to_state), coalesce(max(sort_key), 0) + 1, true, now(), now()
            from workflow_step_transitions where workflow_step_uuid = ?::uuid
        returning to_state
        """,
        step,
        state,
        step);
  }

  /** Enqueues all pending steps whose dependencies are complete. */
  void enqueueReady(UUID task) {
    String ready =
        cluster.text(
            """
            select string_agg(s.workflow_step_uuid::text, ' ') from workflow_steps s
              join workflow_step_transitions t on t.workflow_step_uuid = s.workflow_step_uuid
               and t.most_recent and t.to_state = 'pending'
             where s.task_uuid = ? and not exists (
               select 1 from workflow_step_edges e
                 join workflow_steps a on a.workflow_step_uuid = e.from_step_uuid
                where e.to_step_uuid = s.workflow_step_uuid and not a.processed)
            """,
            task);
    Arrays.stream(ready.split(" ")).filter(step -> !step.isEmpty()).forEach(this::enqueue);
  }

  private void enqueue(String step) {
    move(step, "enqueued");
    send(step);
  }

  /** Sends the message for a step. */
  void send(String step) {
    cluster.text(
        """
        select pgmq_send_with_notify('worker_' || tn.name || '_queue', jsonb_build_object(
            'task_uuid', t.task_uuid, 'step_uuid', s.workflow_step_uuid,
            'correlation_id', t.correlation_id))
          from workflow_steps s join tasks t using (task_uuid)
          join named_tasks nt using (named_task_uuid)
          join task_namespaces tn using (task_namespace_uuid)
         where s.workflow_step_uuid = ?::uuid
        """,
        step);
  }

  /** Takes results until a step is in a state. */
  void runUntil(UUID task, String name, String state) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!state(task, name).equals(state)) {
      assertThat(System.nanoTime())
          .as("step %s is '%s', not '%s'", name, state(task, name), state)
          .isLessThan(deadline);
      takeResult();
    }
  }

  /** Takes one result if there is one. */
  boolean takeResult() {
    String message =
        cluster.text("select msg_id || ' ' || message::text from pgmq.read(?, 30, 1)", RESULTS);
    if (message.isEmpty()) {
      return false;
    }
    String[] parts = message.split(" ", 2);
    cluster.text("select pgmq.archive(?, ?::bigint)", RESULTS, Long.valueOf(parts[0]));
    JsonNode json = codec.parse(parts[1]);
    process(UUID.fromString(json.get("task_uuid").asString()), json.get("step_uuid").asString());
    return true;
  }

  private void process(UUID task, String step) {
    String state =
        cluster.text(
            "select to_state from workflow_step_transitions"
                + " where most_recent and workflow_step_uuid = ?::uuid",
            step);
    JsonNode results =
        json(
            cluster.text(
                "select results::text from workflow_steps where workflow_step_uuid = ?::uuid",
                step));
    if (state.equals("enqueued_for_orchestration")) {
      move(step, "complete");
      cluster.execute(
          "update workflow_steps set processed = true, processed_at = now()"
              + " where workflow_step_uuid = '%s'".formatted(step));
      expand(task, results.path("result"));
    } else if (state.equals("enqueued_as_error_for_orchestration")) {
      boolean isRetried =
          results.path("metadata").path("retryable").asBoolean()
              && cluster
                  .text(
                      "select attempts < max_attempts from workflow_steps"
                          + " where workflow_step_uuid = ?::uuid",
                      step)
                  .equals("t");
      move(step, isRetried ? "waiting_for_retry" : "error");
      if (isRetried) {
        move(step, "pending");
      }
    }
    enqueueReady(task);
  }

  private JsonNode json(String text) {
    return text.isEmpty() ? codec.toTree(null) : codec.parse(text);
  }

  private void expand(UUID task, JsonNode result) {
    TaskTemplate template = templates.get(task);
    JsonNode decision = result.path("decision_point_outcome");
    if (decision.path("type").asString("").equals("create_steps")) {
      List<String> created = new ArrayList<>();
      decision.get("step_names").forEach(name -> created.add(name.asString()));
      created.forEach(name -> addFromTemplate(task, template, name));
    }
    JsonNode batches = result.path("batch_processing_outcome");
    if (batches.path("type").asString("").equals("create_batches")) {
      String worker = batches.get("worker_template_name").asString();
      List<String> names = new ArrayList<>();
      for (JsonNode cursor : batches.get("cursor_configs")) {
        String name = worker + "_" + cursor.get("batch_id").asString();
        names.add(name);
        String inputs =
            "{\"cursor\": %s, \"batch_metadata\": {\"cursor_field\": \"row\"}, \"is_no_op\": false, \"__template_step_name\": \"%s\"}"
                .formatted(cursor, worker);
        StepDefinition definition = template.step(worker).orElseThrow();
        add(task, definition, name, inputs, definition.dependencies());
      }
      template.steps().stream()
          .filter(other -> other.dependencies().contains(worker))
          .forEach(other -> add(task, other, other.name(), null, names));
    }
  }

  private void addFromTemplate(UUID task, TaskTemplate template, String name) {
    StepDefinition definition = template.step(name).orElseThrow();
    add(task, definition, name, null, definition.dependencies());
  }
}
