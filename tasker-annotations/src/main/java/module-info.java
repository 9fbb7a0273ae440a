/** The annotations that turn plain static methods into workflow steps. */
@org.jspecify.annotations.NullMarked
module io.tasker.annotations {
  requires static transitive org.jspecify;

  exports io.tasker.annotation;
}
