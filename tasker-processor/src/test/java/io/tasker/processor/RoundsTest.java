package io.tasker.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Other processors take part: what they generate is found, and waited for. */
class RoundsTest {
  private static final String GENERATED_HANDLER =
      """
      package shop;

      import io.tasker.annotation.Depends;
      import io.tasker.annotation.Handler;

      final class Shipping {
        @Handler
        static String ship(@Depends("pack") String parcel) {
          return parcel;
        }
      }
      """;

  private static final JavaFileObject PACKING =
      JavaFileObjects.forSourceString(
          "shop.Packing",
          """
          package shop;

          import io.tasker.annotation.Handler;
          import io.tasker.annotation.Input;

          final class Packing {
            @Handler
            static String pack(@Input("item") String item) {
              return item;
            }
          }
          """);

  private static final JavaFileObject PAYING =
      JavaFileObjects.forSourceString(
          "shop.Paying",
          """
          package shop;

          import io.tasker.annotation.Handler;
          import io.tasker.annotation.Input;

          final class Paying {
            @Handler
            static Receipt pay(@Input("amount") int amount) {
              return new Receipt(amount);
            }
          }
          """);

  /** Writes given sources in the first round. */
  private static final class Generator extends AbstractProcessor {
    private final Map<String, String> sources;
    private boolean done;

    Generator(Map<String, String> sources) {
      this.sources = sources;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!done) {
        sources.forEach(this::write);
        done = true;
      }
      return false;
    }

    private void write(String name, String text) {
      try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
        writer.write(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static Compilation compileWith(Map<String, String> generated, JavaFileObject source) {
    return javac()
        .withOptions("-Xlint:all,-processing,-classfile", "-Werror")
        .withProcessors(new TaskerProcessor(), new Generator(generated))
        .compile(source);
  }

  @Test
  void codeWithoutTheAnnotationsOnItsClassPath_isLeftAlone() {
    Compilation compilation =
        javac()
            .withClasspath(List.of())
            .withProcessors(new TaskerProcessor())
            .compile(
                JavaFileObjects.forSourceString(
                    "shop.Made", "@javax.annotation.processing.Generated(\"x\") class Made {}"));

    assertThat(compilation).succeededWithoutWarnings();
  }

  @Test
  void generatedHandler_isInTheModule() {
    Compilation compilation = compileWith(Map.of("shop.Shipping", GENERATED_HANDLER), PACKING);

    assertThat(compilation).succeededWithoutWarnings();
    assertThat(Compilations.source(compilation, "shop.ShopHandlerModule"))
        .contains("Packing_Steps.adapters()", "Shipping_Steps.adapters()");
  }

  @Test
  void generatedHandler_withAMistake_isToldWithItsPosition() {
    String wrong = GENERATED_HANDLER.replace("\"pack\"", "\"pakc\"");

    Compilation compilation = compileWith(Map.of("shop.Shipping", wrong), PACKING);

    assertThat(compilation.errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.getMessage(null))
                  .startsWith("[Tasker/UnknownDependency] step 'ship'");
              assertThat(error.getSource().getName()).endsWith("shop/Shipping.java");
              assertThat(error.getLineNumber()).isEqualTo(8);
              assertThat(error.getColumnNumber()).isEqualTo(31);
            });
  }

  @Test
  void generatedPayload_isWaitedFor() {
    Compilation compilation =
        compileWith(Map.of("shop.Receipt", "package shop; record Receipt(int amount) {}"), PAYING);

    assertThat(compilation).succeededWithoutWarnings();
    assertThat(Compilations.source(compilation, "shop.Paying_Steps"))
        .contains("result(Receipt.class)");
  }

  @Test
  void generatedConstant_isWaitedFor() {
    JavaFileObject shipping =
        JavaFileObjects.forSourceString(
            "shop.Shipping", GENERATED_HANDLER.replace("\"pack\"", "Steps.PACK"));
    String constants = "package shop; interface Steps { String PACK = \"pack\"; }";

    Compilation compilation =
        javac()
            .withOptions("-Xlint:all,-processing,-classfile", "-Werror")
            .withProcessors(new TaskerProcessor(), new Generator(Map.of("shop.Steps", constants)))
            .compile(PACKING, shipping);

    assertThat(compilation).succeededWithoutWarnings();
  }

  @Test
  void missingConstant_isLeftToJavac() {
    JavaFileObject shipping =
        JavaFileObjects.forSourceString(
            "shop.Shipping", GENERATED_HANDLER.replace("\"pack\"", "MISSING"));

    Compilation compilation = Compilations.compile(PACKING, shipping);

    assertThat(compilation.errors())
        .singleElement()
        .satisfies(error -> assertThat(error.getMessage(null)).contains("cannot find symbol"));
  }

  @Test
  void missingPayload_isLeftToJavac() {
    Compilation compilation = Compilations.compile(PAYING, PACKING);

    assertThat(compilation.errors())
        .allSatisfy(error -> assertThat(error.getMessage(null)).contains("cannot find symbol"));
    assertThat(compilation).hadErrorContaining("class Receipt");
  }
}
