package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The descriptor says whether a handler is given the context, not what a type is called. */
class ContextOfHandlerTest {

  @ParameterizedTest
  @CsvSource({
    "io.tasker.handler.StepContext context, true, .takesContext(true)",
    "@Input StepContext context, true, .takesContext(false)",
    "@Input(\"a\") int a, false, .takesContext",
  })
  void parameter_isTheContextByItsType(String parameter, boolean isSaid, String text)
      throws IOException {
    Compilation compilation =
        Compilations.compile(
            JavaFileObjects.forSourceString(
                "shop.Handlers",
                """
                package shop;
                import io.tasker.annotation.*;
                final class Handlers {
                  record StepContext(int a) {}
                  @Handler static int pay(%s) { return 1; }
                }
                """
                    .formatted(parameter)));

    assertThat(compilation.errors()).isEmpty();
    String generated =
        compilation
            .generatedSourceFile("shop.Handlers_Steps")
            .orElseThrow()
            .getCharContent(true)
            .toString();
    assertThat(generated.contains(text)).isEqualTo(isSaid);
  }
}
