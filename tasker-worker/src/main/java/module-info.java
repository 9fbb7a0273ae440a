/** Runs handlers as a worker of a Tasker Core cluster, and creates tasks there. */
@org.jspecify.annotations.NullMarked
module io.tasker.worker {
  requires static transitive org.jspecify;
  requires transitive io.tasker.runtime;
  requires transitive java.sql;
  requires static micrometer.core;
  requires static micrometer.registry.prometheus;
  requires com.zaxxer.hikari;
  requires jdk.httpserver;
  requires org.postgresql.jdbc;
  requires org.slf4j;
  requires org.snakeyaml.engine;

  exports io.tasker.client;
  exports io.tasker.worker;
}
