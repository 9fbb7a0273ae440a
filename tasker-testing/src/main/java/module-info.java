/** The test kit: single handlers and whole workflows, in virtual time, with assertions. */
@org.jspecify.annotations.NullMarked
module io.tasker.testing {
  requires static transitive org.jspecify;
  requires transitive io.tasker.runtime;
  requires transitive org.assertj.core;

  exports io.tasker.testing;
}
