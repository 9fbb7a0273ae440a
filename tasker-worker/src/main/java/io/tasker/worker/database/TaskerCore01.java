package io.tasker.worker.database;

/**
 * All SQL for the schema of Tasker Core 0.1, as of 0.1.8. Names of tables carry their schema, and
 * columns are named one by one, so that a column more does no harm.
 */
final class TaskerCore01 {
  /** What a session needs: the functions of Tasker Core name tables without their schema. */
  static final String PREPARE_SESSION =
      "SET search_path = tasker, public; SET TIME ZONE 'UTC'; SET lock_timeout = '30s'";

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
          'pgmq.archive(text,bigint)']) f
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
      SELECT msg_id, read_ct, message::text
        FROM pgmq.read(CAST(? AS text), CAST(? AS integer), CAST(? AS integer))
       ORDER BY msg_id
      """;
  static final String ARCHIVE = "SELECT pgmq.archive(CAST(? AS text), CAST(? AS bigint))";
  static final String SEND_AND_NOTIFY =
      "SELECT tasker.pgmq_send_with_notify(CAST(? AS text), CAST(? AS jsonb), 0)";
  static final String SEND_LATER =
      "SELECT pgmq.send(CAST(? AS text), CAST(? AS jsonb), CAST(? AS integer))";

  static final String INSERT_NAMESPACE =
      """
      INSERT INTO tasker.task_namespaces (name, description, created_at, updated_at)
      VALUES (?, 'Registered by a worker', NOW(), NOW()) ON CONFLICT (name) DO NOTHING
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

  private TaskerCore01() {}
}
