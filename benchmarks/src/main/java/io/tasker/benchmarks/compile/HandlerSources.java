package io.tasker.benchmarks.compile;

/** Workflows of ten handlers, each of which reads the result of the one before it. */
final class HandlerSources implements SourceWriter {

  @Override
  public String className(int file) {
    return "Workflow" + file;
  }

  @Override
  public String declaration(int file) {
    return """
        import io.tasker.annotation.*;

        @Workflow(namespace = "generated", name = "workflow_%1$d", version = "1.0.0")
        public final class Workflow%1$d"""
        .formatted(file);
  }

  @Override
  public String member(int number, boolean isFirst) {
    String parameter =
        isFirst
            ? "@Input(\"amount\") long amount"
            : "@Depends(\"step_%1$d\") P%1$d above".formatted(number - 1);
    return """
        @Handler(step = "step_%1$d")
        static P%1$d step%1$d(%2$s) {
          return new P%1$d("%1$d", %3$s, java.util.List.of());
        }
      """
        .formatted(number, parameter, isFirst ? "amount" : "above.amount()");
  }
}
