package io.tasker.worker;

import io.tasker.HandlerRegistry;
import io.tasker.template.TaskTemplate;
import io.tasker.worker.workflow.ClusterFit;
import io.tasker.worker.workflow.RegisteredTemplate;
import java.util.List;

/**
 * Tells without a cluster whether one can run a workflow, so that a test finds out and not the
 * start of a worker. A worker looks for the same and refuses to start. No service, configuration or
 * database is needed.
 */
public final class ClusterCheck {
  private ClusterCheck() {}

  /**
   * Looks at all workflows that modules bring.
   *
   * @param registry the handlers, for example {@link HandlerRegistry#load()}
   * @return what a cluster would lose or start too soon, one sentence each, with workflow, step and
   *     what to do; empty if a cluster can run all of them
   * @throws io.tasker.EngineConfigurationException if a template of a module cannot be read
   */
  public static List<String> problems(HandlerRegistry registry) {
    return registry.templates().stream().flatMap(template -> problems(template).stream()).toList();
  }

  /**
   * Looks at one workflow.
   *
   * @param template a template without errors
   * @return what a cluster would lose or start too soon, one sentence each, with workflow, step and
   *     what to do; empty if a cluster can run it
   */
  public static List<String> problems(TaskTemplate template) {
    return ClusterFit.problems(RegisteredTemplate.of(template));
  }
}
