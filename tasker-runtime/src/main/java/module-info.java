import io.tasker.spi.HandlerModule;

/** Runs workflow steps: handlers, their registry and the local engine. */
@org.jspecify.annotations.NullMarked
@SuppressWarnings("module") // the test kit and the worker are compiled after this module
module io.tasker.runtime {
  requires static transitive org.jspecify;
  requires transitive io.tasker.annotations;
  requires transitive io.tasker.template;
  requires transitive java.net.http;
  requires transitive tools.jackson.databind;
  requires static micrometer.core;
  requires com.networknt.schema;
  requires org.slf4j;

  exports io.tasker;
  exports io.tasker.engine;
  exports io.tasker.event;
  exports io.tasker.handler;
  exports io.tasker.internal to
      io.tasker.testing,
      io.tasker.worker;
  exports io.tasker.http;
  exports io.tasker.metrics;
  exports io.tasker.spi;

  uses HandlerModule;
}
