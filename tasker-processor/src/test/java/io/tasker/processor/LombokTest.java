package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lombok adds members to payload types in its first round, before or after the processor looks. */
class LombokTest {
  private static final String LOMBOK = "lombok.launch.AnnotationProcessorHider$AnnotationProcessor";
  private static final String TASKER = "io.tasker.processor.TaskerProcessor";
  private static final String TEMPLATE = "META-INF/tasker/templates/shop/checkout-1.0.0.yaml";

  private static final String CART =
      """
      package shop;

      import lombok.Builder;
      import lombok.Value;

      @Value
      @Builder
      public class Cart {
        int total;
        String currency;
        boolean paid;
      }
      """;

  private static final String STEPS =
      """
      package shop;

      import io.tasker.annotation.Depends;
      import io.tasker.annotation.Handler;
      import io.tasker.annotation.Workflow;
      import lombok.NonNull;
      import lombok.RequiredArgsConstructor;

      @Workflow(namespace = "shop", name = "checkout")
      @RequiredArgsConstructor
      final class Steps {
        @Handler
        static Cart fill() {
          return Cart.builder().total(3).currency("EUR").build();
        }

        @Handler
        static int pay(@NonNull @Depends(value = "fill", path = "total") Integer total) {
          return total;
        }
      }
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {LOMBOK + "," + TASKER, TASKER + "," + LOMBOK})
  void membersThatLombokAdds_areSeenInEitherOrder(String processors) throws IOException {
    assertThat(errors(processors, STEPS)).isEmpty();

    assertThat(folder.resolve("shop/Steps_Steps.class")).exists();
    assertThat(folder.resolve("shop/StepsClient.class")).exists();
    assertThat(Files.readString(folder.resolve(TEMPLATE))).contains("total:", "currency:", "paid:");
  }

  @ParameterizedTest
  @ValueSource(strings = {LOMBOK + "," + TASKER, TASKER + "," + LOMBOK})
  void mistakesAboutSuchMembers_areFoundInEitherOrder(String processors) throws IOException {
    assertThat(errors(processors, STEPS.replace("\"total\"", "\"totel\"")))
        .singleElement()
        .satisfies(
            error ->
                assertThat(error)
                    .startsWith("[Tasker/UnknownField]")
                    .contains("did you mean: 'total'"));
  }

  /** Lombok makes its methods static, which some write down nevertheless. */
  @ParameterizedTest
  @ValueSource(strings = {LOMBOK + "," + TASKER, TASKER + "," + LOMBOK})
  void utilityClass_hasHandlers(String processors) throws IOException {
    String steps =
        STEPS
            .replace("lombok.RequiredArgsConstructor", "lombok.experimental.UtilityClass")
            .replace("@RequiredArgsConstructor", "@UtilityClass");

    assertThat(errors(processors, steps)).isEmpty();
    assertThat(folder.resolve("shop/Steps_Steps.class")).exists();
  }

  private List<String> errors(String processors, String text) throws IOException {
    Path source = Files.createDirectories(folder.resolve("source"));
    Path cart = Files.writeString(source.resolve("Cart.java"), CART);
    Path steps = Files.writeString(source.resolve("Steps.java"), text);
    String classPath = System.getProperty("java.class.path");
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(found, Locale.ROOT, null)) {
      List<String> options =
          List.of(
              "-d",
              folder.toString(),
              "-cp",
              classPath,
              "-processorpath",
              classPath,
              "-processor",
              processors,
              "-Atasker.client=true",
              "--release",
              "17");
      compiler
          .getTask(
              new StringWriter(),
              files,
              found,
              options,
              null,
              files.getJavaFileObjects(cart, steps))
          .call();
    }
    return found.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map((Diagnostic<?> diagnostic) -> diagnostic.getMessage(Locale.ROOT))
        .toList();
  }
}
