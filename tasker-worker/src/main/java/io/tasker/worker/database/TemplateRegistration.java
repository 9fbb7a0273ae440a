package io.tasker.worker.database;

import io.tasker.internal.JacksonCodec;
import io.tasker.template.StepDefinition;
import io.tasker.template.TaskTemplate;
import io.tasker.template.yaml.TemplateWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts templates where the orchestrator finds them. The queues of their namespaces must be there
 * before: a task may be created the next moment.
 */
public final class TemplateRegistration {
  private static final Logger LOG = LoggerFactory.getLogger(TemplateRegistration.class);

  private final JacksonCodec codec;

  /**
   * A template as it stands in the database.
   *
   * @param namedTask its id
   * @param updatedAt when it was changed last, in UTC
   */
  public record Version(UUID namedTask, LocalDateTime updatedAt) {
    String key() {
      return namedTask + " " + updatedAt;
    }
  }

  /**
   * Creates the registration.
   *
   * @param codec the codec
   */
  public TemplateRegistration(JacksonCodec codec) {
    this.codec = codec;
  }

  /**
   * Makes the names of a template's steps known. Tasker Core does so when it creates a task, and
   * refuses all but one of those that it creates at once. To be done before the template is
   * registered, each in a transaction of its own: so nobody waits for somebody who waits.
   *
   * @param database the database
   * @param template the template
   * @throws DatabaseException if the database fails
   */
  public static void nameSteps(Database database, TaskTemplate template) {
    for (StepDefinition step : template.steps()) {
      database.once(
          connection ->
              Query.run(connection, TaskerCore01.INSERT_NAMED_STEP, step.name(), step.name()));
    }
  }

  /**
   * Registers a template. One that is there as it is is left alone; one that differs is replaced,
   * also for tasks that run, because Tasker Core keeps one template for each version.
   *
   * @param connection the transaction
   * @param template the template
   * @return what it is in the database
   * @throws SQLException if the database fails
   */
  public Version register(Connection connection, TaskTemplate template) throws SQLException {
    String json = codec.write(new TemplateWriter().data(template));
    Query.run(connection, TaskerCore01.INSERT_NAMESPACE, template.namespace());
    Query.first(
            connection,
            TaskerCore01.UPSERT_TEMPLATE,
            row -> row.getBoolean(1),
            template.name(),
            template.version(),
            template.description(),
            json,
            template.namespace())
        .filter(isReplaced -> isReplaced)
        .ifPresent(
            isReplaced ->
                LOG.warn(
                    "The cluster had another template {}; replaced it, also for tasks that run."
                        + " Give a template that changes a new version",
                    template.identity()));
    return Query.first(
            connection,
            TaskerCore01.FIND_TEMPLATE,
            row -> new Version(row.getObject(1, UUID.class), row.getObject(2, LocalDateTime.class)),
            template.namespace(),
            template.name(),
            template.version())
        .orElseThrow();
  }
}
