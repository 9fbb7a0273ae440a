package io.tasker.worker;

import io.tasker.EngineConfigurationException;
import io.tasker.engine.RunnableWorkflow;
import io.tasker.engine.StepRunner;
import io.tasker.template.problem.InvalidTemplateException;
import io.tasker.template.yaml.TemplateReader;
import io.tasker.worker.database.StepRows;
import io.tasker.worker.database.TemplateRegistration.Version;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The workflows of the tasks there are, by the template as it stands in the database. That need not
 * be the template this worker brought: another worker may have changed it, or have brought another.
 */
final class WorkflowCache {
  private static final int CAPACITY = 500;

  private final StepRunner runner;
  private final StepRows rows;
  private final Map<Version, Found> entries =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Version, Found> eldest) {
          return size() > CAPACITY;
        }
      };

  /** A workflow, or why this worker cannot run it. */
  sealed interface Found {
    record Known(RunnableWorkflow workflow) implements Found {}

    record Unknown(String reason) implements Found {}
  }

  WorkflowCache(StepRunner runner, StepRows rows) {
    this.runner = runner;
    this.rows = rows;
  }

  /** Returns the workflow of a template, which is read if it is not known. */
  Found find(Connection connection, Version version) throws SQLException {
    synchronized (entries) {
      Found known = entries.get(version);
      if (known != null) {
        return known;
      }
    }
    Found entry = compile(rows.template(connection, version.namedTask()));
    synchronized (entries) {
      entries.put(version, entry);
    }
    return entry;
  }

  // JSON is YAML.
  private Found compile(String json) {
    try {
      return new Found.Known(
          runner.workflow(
              new TemplateReader().read("template of the cluster", json).orThrow().template()));
    } catch (InvalidTemplateException | EngineConfigurationException e) {
      return new Found.Unknown(String.valueOf(e.getMessage()));
    }
  }
}
