package io.tasker.benchmarks.compile;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Modules of ten producer methods, and one component of all modules. */
final class ProducerSources implements SourceWriter {

  @Override
  public String className(int file) {
    return "Module" + file;
  }

  @Override
  public String declaration(int file) {
    return "@dagger.producers.ProducerModule\npublic final class Module" + file;
  }

  @Override
  public String member(int number, boolean isFirst) {
    return """
        @dagger.producers.Produces
        static P%1$d step%1$d(%2$s) {
          return new P%1$d("%1$d", %3$s, java.util.List.of());
        }
      """
        .formatted(
            number,
            isFirst ? "" : "P%1$d above".formatted(number - 1),
            isFirst ? "1" : "above.amount()");
  }

  @Override
  public Map<String, String> others(int files) {
    String modules =
        IntStream.range(0, files)
            .mapToObj(file -> "Module" + file + ".class")
            .collect(Collectors.joining(", "));
    String ends =
        IntStream.range(0, files).mapToObj(ProducerSources::end).collect(Collectors.joining());
    return Map.of(
        "Graph",
        """
        @dagger.producers.ProductionComponent(modules = {Executors.class, %s})
        public interface Graph {
        %s}
        """
            .formatted(modules, ends),
        "Executors",
        """
        @dagger.Module
        public final class Executors {
          @dagger.Provides @dagger.producers.Production
          static java.util.concurrent.Executor executor() {
            return Runnable::run;
          }
        }
        """);
  }

  private static String end(int file) {
    int number = (file + 1) * PER_FILE - 1;
    return "  com.google.common.util.concurrent.ListenableFuture<Module%d.P%d> end%d();\n"
        .formatted(file, number, file);
  }
}
