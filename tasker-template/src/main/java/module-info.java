/** The workflow as data: task templates, their YAML form, checks and pictures. */
@org.jspecify.annotations.NullMarked
module io.tasker.template {
  requires static transitive org.jspecify;
  requires org.snakeyaml.engine;

  exports io.tasker.template;
  exports io.tasker.template.check;
  exports io.tasker.template.diagram;
  exports io.tasker.template.graph;
  exports io.tasker.template.problem;
  exports io.tasker.template.yaml;
}
