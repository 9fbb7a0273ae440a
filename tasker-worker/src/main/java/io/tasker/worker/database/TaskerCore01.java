package io.tasker.worker.database;

/**
 * All SQL for the schema of Tasker Core 0.1, as of 0.1.8. Names of tables carry their schema, and
 * columns are named one by one, so that a column more does no harm.
 */
final class TaskerCore01 {
  /** What a session needs: the functions of Tasker Core name tables without their schema. */
  static final String PREPARE_SESSION =
      "SET search_path = tasker, public; SET TIME ZONE 'UTC'; SET lock_timeout = '30s';"
          // What a worker that is gone had locked must not stay locked for the hours of the
          // default.
          + " SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5;"
          + " SET tcp_keepalives_count = 3";

  private static final String IDENTITY = "hashtextextended('tasker.worker.' || CAST(? AS text), 0)";

  /** A worker that was killed a moment ago: its server process needs a moment to see that. */
  static final String WAIT_FOR_IDENTITY = "SET lock_timeout = '3s'";

  static final String WAIT_AS_EVER = "SET lock_timeout = '30s'";
  static final String HOLD_IDENTITY = "SELECT pg_advisory_lock(" + IDENTITY + ")";
  static final String TRY_IDENTITY = "SELECT pg_try_advisory_lock(" + IDENTITY + ")";

  private static final String TEMPLATE =
      "hashtextextended('tasker.template.' || CAST(? AS text), 0)";

  /** A template that a worker can run stays locked as long as the worker has a session. */
  static final String SERVE_TEMPLATE = "SELECT pg_advisory_lock_shared(" + TEMPLATE + ")";

  static final String IS_SERVED = "SELECT NOT pg_try_advisory_xact_lock(" + TEMPLATE + ")";
  static final String RELEASE_ALL = "SELECT pg_advisory_unlock_all()";

  static final String PING = "SELECT 1";

  /** Ends a server process if it still holds an identity. */
  static final String END_FORMER_SESSION =
      """
      SELECT pg_terminate_backend(pid) FROM pg_locks
       WHERE locktype = 'advisory' AND pid = ? AND granted AND objsubid = 1
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
         AND (classid::bigint << 32) | objid::bigint =
      """
          + IDENTITY;

  /** One row for each thing the worker relies on that is not there. */
  static final String FIND_MISSING =
      """
      SELECT 'table ' || t FROM unnest(ARRAY[
          'tasker.task_namespaces', 'tasker.named_tasks', 'tasker.named_steps', 'tasker.tasks',
          'tasker.task_transitions', 'tasker.workflow_steps', 'tasker.workflow_step_edges',
          'tasker.workflow_step_transitions', 'pgmq.meta']) t
       WHERE to_regclass(t) IS NULL
      UNION ALL
      SELECT 'function ' || f FROM unnest(ARRAY[
          'tasker.pgmq_send_with_notify(text,jsonb,integer)',
          'tasker.get_step_transitive_dependencies(uuid)', 'pgmq.create(text)',
          'pgmq.send(text,jsonb,integer)', 'pgmq.read(text,integer,integer,jsonb)',
          'pgmq.archive(text,bigint)', 'pgmq.set_vt(text,bigint,integer)']) f
       WHERE to_regprocedure(f) IS NULL
      UNION ALL
      SELECT 'column tasker.' || c FROM unnest(ARRAY[
          'workflow_steps.checkpoint', 'workflow_steps.inputs', 'workflow_steps.results',
          'named_tasks.configuration', 'tasks.correlation_id',
          'workflow_step_transitions.most_recent']) c
       WHERE NOT EXISTS (
         SELECT 1 FROM information_schema.columns
          WHERE table_schema = 'tasker' AND table_name = split_part(c, '.', 1)
            AND column_name = split_part(c, '.', 2))
      UNION ALL
      SELECT 'step state ' || s FROM unnest(ARRAY[
          'enqueued', 'in_progress', 'enqueued_for_orchestration',
          'enqueued_as_error_for_orchestration']) s
       WHERE to_regclass('tasker.workflow_step_transitions') IS NOT NULL
         AND NOT EXISTS (
           SELECT 1 FROM pg_constraint
            WHERE conrelid = to_regclass('tasker.workflow_step_transitions') AND contype = 'c'
              AND pg_get_constraintdef(oid) LIKE '%''' || s || '''%')
      """;

  static final String SESSION =
      """
      SELECT current_setting('TimeZone'), current_setting('server_encoding'),
             current_setting('server_version'), to_regclass('workflow_steps') IS NOT NULL,
             pg_is_in_recovery()
      """;

  static final String LOCK_QUEUE =
      "SELECT pg_advisory_xact_lock(hashtext('tasker.queue.' || CAST(? AS text)))";
  static final String HAS_QUEUE = "SELECT 1 FROM pgmq.meta WHERE queue_name = ?";
  static final String CREATE_QUEUE = "SELECT pgmq.create(CAST(? AS text))";
  static final String READ_QUEUE =
      """
      SELECT msg_id, read_ct,
             GREATEST(0, extract(epoch FROM clock_timestamp() - enqueued_at) * 1000)::bigint,
             message::text
        FROM pgmq.read(CAST(? AS text), CAST(? AS integer), CAST(? AS integer))
       ORDER BY msg_id
      """;
  static final String ARCHIVE = "SELECT pgmq.archive(CAST(? AS text), CAST(? AS bigint))";
  static final String COME_AGAIN =
      "SELECT pgmq.set_vt(CAST(? AS text), CAST(? AS bigint), CAST(? AS integer))";
  static final String SEND_AND_NOTIFY =
      "SELECT tasker.pgmq_send_with_notify(CAST(? AS text), CAST(? AS jsonb), 0)";
  static final String SEND_LATER =
      "SELECT pgmq.send(CAST(? AS text), CAST(? AS jsonb), CAST(? AS integer))";

  /**
   * Sends again, and now at once, what was sent for later and whose task the orchestrator is done
   * with for the moment.
   */
  static final String SEND_HELD_BACK =
      """
      WITH gone AS MATERIALIZED (
        SELECT h.id, h.message, pgmq.archive(CAST(? AS text), h.id) AS was_there
          FROM unnest(CAST(? AS uuid[]), CAST(? AS bigint[]), CAST(? AS text[]))
                 AS h(task, id, message)
          JOIN tasker.task_transitions t ON t.task_uuid = h.task AND t.most_recent
         WHERE t.to_state NOT IN ('pending', 'initializing', 'enqueuing_steps'))
      SELECT id, tasker.pgmq_send_with_notify(CAST(? AS text), message::jsonb, 0)
        FROM gone WHERE was_there
      """;

  static final String INSERT_NAMESPACE =
      """
      INSERT INTO tasker.task_namespaces (name, description, created_at, updated_at)
      VALUES (?, 'Registered by a worker', NOW(), NOW()) ON CONFLICT (name) DO NOTHING
      """;

  /** As the orchestrator does for a step that it does not know, but for those who do it at once. */
  static final String INSERT_NAMED_STEP =
      """
      INSERT INTO tasker.named_steps (name, description, created_at, updated_at)
      VALUES (?, 'Auto-created step: ' || ?, NOW(), NOW()) ON CONFLICT (name) DO NOTHING
      """;

  /** Leaves a template that is there already as it is, so that its updated_at tells of changes. */
  static final String UPSERT_TEMPLATE =
      """
      INSERT INTO tasker.named_tasks
        (task_namespace_uuid, name, version, description, configuration, created_at, updated_at)
      SELECT task_namespace_uuid, ?, ?, left(?, 255), CAST(? AS jsonb), NOW(), NOW()
        FROM tasker.task_namespaces WHERE name = ?
      ON CONFLICT (task_namespace_uuid, name, version) DO UPDATE
         SET configuration = EXCLUDED.configuration, description = EXCLUDED.description,
             updated_at = NOW()
       WHERE named_tasks.configuration IS DISTINCT FROM EXCLUDED.configuration
      RETURNING (xmax <> 0)
      """;

  static final String FIND_TEMPLATE =
      """
      SELECT nt.named_task_uuid, nt.updated_at
        FROM tasker.named_tasks nt JOIN tasker.task_namespaces tn USING (task_namespace_uuid)
       WHERE tn.name = ? AND nt.name = ? AND nt.version = ?
      """;
  static final String READ_TEMPLATE =
      "SELECT configuration::text FROM tasker.named_tasks WHERE named_task_uuid = ?";

  /** The compare-and-set of a claim: of several workers at once, one gets a row. */
  static final String LEAVE_ENQUEUED =
      """
      UPDATE tasker.workflow_step_transitions SET most_recent = false, updated_at = NOW()
       WHERE workflow_step_uuid = ? AND most_recent AND to_state = 'enqueued'
      RETURNING sort_key
      """;

  /** Counts the attempt, too. The id of the new row is its fencing token. */
  static final String ENTER_IN_PROGRESS =
      """
      WITH entered AS (
        INSERT INTO tasker.workflow_step_transitions
          (workflow_step_transition_uuid, workflow_step_uuid, to_state, from_state, metadata,
           sort_key, most_recent, created_at, updated_at)
        VALUES (?, ?, 'in_progress', 'enqueued', CAST(? AS jsonb), ?, true, NOW(), NOW()))
      UPDATE tasker.workflow_steps
         SET in_process = true, attempts = COALESCE(attempts, 0) + 1, last_attempted_at = NOW(),
             updated_at = NOW()
       WHERE workflow_step_uuid = ?
      """;

  static final String IS_HELD =
      """
      SELECT 1 FROM tasker.workflow_step_transitions
       WHERE workflow_step_transition_uuid = ? AND most_recent AND to_state = 'in_progress'
      """;

  /** The steps that a worker had when it died. */
  static final String FIND_ORPHANS =
      """
      SELECT t.workflow_step_transition_uuid, t.sort_key, s.workflow_step_uuid, s.task_uuid,
             k.correlation_id, s.retryable
        FROM tasker.workflow_step_transitions t
        JOIN tasker.workflow_steps s USING (workflow_step_uuid)
        JOIN tasker.tasks k USING (task_uuid)
       WHERE t.most_recent AND t.to_state = 'in_progress' AND t.metadata ->> 'worker_uuid' = ?
       ORDER BY t.created_at
      """;

  static final String CURRENT_STATE =
      """
      SELECT to_state FROM tasker.workflow_step_transitions
       WHERE workflow_step_uuid = ? AND most_recent
      """;

  static final String READ_STEP =
      """
      SELECT t.task_uuid, t.correlation_id, t.context::text, n.name,
             CASE WHEN jsonb_typeof(s.inputs) = 'object'
                  THEN s.inputs ->> '__template_step_name' END,
             s.retryable, COALESCE(s.max_attempts, 3), COALESCE(s.attempts, 0), s.inputs::text,
             s.checkpoint::text, nt.named_task_uuid, nt.updated_at
        FROM tasker.workflow_steps s
        JOIN tasker.named_steps n USING (named_step_uuid)
        JOIN tasker.tasks t USING (task_uuid)
        JOIN tasker.named_tasks nt USING (named_task_uuid)
       WHERE s.workflow_step_uuid = ?
      """;

  /** Each ancestor once: the function has a row for each path to it. */
  static final String READ_ANCESTORS =
      """
      SELECT DISTINCT ON (d.step_name) d.step_name,
             CASE WHEN jsonb_typeof(s.inputs) = 'object'
                  THEN s.inputs ->> '__template_step_name' END,
             COALESCE(s.inputs ->> 'is_no_op' = 'true', false), d.results::text
        FROM tasker.get_step_transitive_dependencies(?) d
        JOIN tasker.workflow_steps s USING (workflow_step_uuid)
       WHERE d.processed AND d.results IS NOT NULL
       ORDER BY d.step_name
      """;

  /** A step with its task, its definition and the results above it, as events tell of it. */
  static final String READ_SEQUENCE_STEP =
      """
      SELECT json_build_object(
               'task', json_build_object(
                 'task', json_build_object(
                   'task_uuid', t.task_uuid, 'named_task_uuid', t.named_task_uuid,
                   'complete', t.complete, 'requested_at', t.requested_at,
                   'initiator', t.initiator, 'source_system', t.source_system,
                   'reason', t.reason, 'tags', t.tags, 'context', t.context,
                   'identity_hash', t.identity_hash, 'priority', t.priority,
                   'created_at', t.created_at, 'updated_at', t.updated_at,
                   'correlation_id', t.correlation_id,
                   'parent_correlation_id', t.parent_correlation_id),
                 'task_name', nt.name, 'task_version', nt.version, 'namespace_name', tn.name),
               'workflow_step', json_build_object(
                 'workflow_step_uuid', s.workflow_step_uuid, 'task_uuid', s.task_uuid,
                 'named_step_uuid', s.named_step_uuid, 'name', n.name,
                 'template_step_name', e.template_step, 'retryable', s.retryable,
                 'max_attempts', s.max_attempts, 'in_process', s.in_process,
                 'processed', s.processed, 'processed_at', s.processed_at,
                 'attempts', s.attempts, 'last_attempted_at', s.last_attempted_at,
                 'backoff_request_seconds', s.backoff_request_seconds, 'inputs', s.inputs,
                 'results', s.results, 'checkpoint', s.checkpoint, 'created_at', s.created_at,
                 'updated_at', s.updated_at),
               'dependency_results', COALESCE((
                 SELECT json_object_agg(d.step_name, d.results ORDER BY d.step_name)
                   FROM (SELECT DISTINCT step_name, results
                           FROM tasker.get_step_transitive_dependencies(s.workflow_step_uuid)
                          WHERE processed AND results IS NOT NULL) d), '{}'),
               'step_definition', (
                 SELECT definition FROM jsonb_array_elements(nt.configuration -> 'steps') definition
                  WHERE definition ->> 'name' = e.template_step LIMIT 1))::text
        FROM tasker.workflow_steps s
        JOIN tasker.named_steps n USING (named_step_uuid)
        JOIN tasker.tasks t USING (task_uuid)
        JOIN tasker.named_tasks nt USING (named_task_uuid)
        JOIN tasker.task_namespaces tn USING (task_namespace_uuid)
       CROSS JOIN LATERAL (
         SELECT COALESCE(
           CASE WHEN jsonb_typeof(s.inputs) = 'object'
                THEN s.inputs ->> '__template_step_name' END, n.name) AS template_step) e
       WHERE s.workflow_step_uuid = ?
      """;

  static final String LEAVE_IN_PROGRESS =
      """
      UPDATE tasker.workflow_step_transitions SET most_recent = false, updated_at = NOW()
       WHERE workflow_step_transition_uuid = ? AND most_recent AND to_state = 'in_progress'
      """;

  /** Gives the step its result, too. */
  static final String ENTER_RESULT =
      """
      WITH outcome AS MATERIALIZED (SELECT CAST(? AS jsonb) AS document),
      entered AS (
        INSERT INTO tasker.workflow_step_transitions
          (workflow_step_uuid, to_state, from_state, metadata, sort_key, most_recent, created_at,
           updated_at)
        SELECT CAST(? AS uuid), CAST(? AS text), 'in_progress',
               jsonb_build_object(
                 'event', jsonb_build_object('type', CAST(? AS text), 'data', document)::text,
                 'timestamp', CAST(? AS text), 'worker_uuid', CAST(? AS text),
                 'correlation_id', CAST(? AS text)),
               CAST(? AS integer), true, NOW(), NOW()
          FROM outcome)
      UPDATE tasker.workflow_steps
         SET in_process = false, results = document, updated_at = NOW()
        FROM outcome WHERE workflow_step_uuid = ?
      """;

  /** The row that this worker wrote if a commit took effect whose answer was lost. */
  static final String HAS_RESULT =
      """
      SELECT 1 FROM tasker.workflow_step_transitions
       WHERE workflow_step_uuid = ? AND from_state = 'in_progress' AND sort_key = ?
         AND metadata ->> 'worker_uuid' = ?
      """;

  static final String TASK_STATE =
      "SELECT to_state FROM tasker.task_transitions WHERE task_uuid = ? AND most_recent";

  static final String STORE_CHECKPOINT =
      """
      UPDATE tasker.workflow_steps
         SET checkpoint = jsonb_set(CAST(? AS jsonb), '{history}',
               COALESCE(checkpoint -> 'history', '[]'::jsonb)
                 || jsonb_build_array(jsonb_build_object(
                      'cursor', CAST(? AS bigint), 'timestamp', CAST(? AS text)))),
             updated_at = NOW()
       WHERE workflow_step_uuid = ?
         AND EXISTS (
           SELECT 1 FROM tasker.workflow_step_transitions
            WHERE workflow_step_transition_uuid = ? AND most_recent AND to_state = 'in_progress'
              FOR UPDATE)
      """;

  private TaskerCore01() {}
}
