package io.tasker.benchmarks.compile;

/** Files of ten singletons, each of which is given the one before it. */
final class BeanSources implements SourceWriter {

  @Override
  public String className(int file) {
    return "Beans" + file;
  }

  @Override
  public String declaration(int file) {
    return "public final class Beans" + file;
  }

  @Override
  public String member(int number, boolean isFirst) {
    return """
        @jakarta.inject.Singleton
        public static class Step%1$d {
          private final P%1$d result;

          public Step%1$d(%2$s) {
            result = new P%1$d("%1$d", %3$s, java.util.List.of());
          }

          public P%1$d result() {
            return result;
          }
        }
      """
        .formatted(
            number,
            isFirst ? "" : "Step%1$d above".formatted(number - 1),
            isFirst ? "1" : "above.result().amount()");
  }
}
