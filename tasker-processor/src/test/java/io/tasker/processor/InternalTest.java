package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.junit.jupiter.api.Test;

/** No exception leaves the processor. */
class InternalTest {

  /** The compiler's services, with a filer that fails in a way nobody foresaw. */
  private record Broken(ProcessingEnvironment compiler) implements ProcessingEnvironment {
    @Override
    public Map<String, String> getOptions() {
      return compiler.getOptions();
    }

    @Override
    public Messager getMessager() {
      return compiler.getMessager();
    }

    @Override
    public Filer getFiler() {
      return (Filer)
          Proxy.newProxyInstance(
              Filer.class.getClassLoader(),
              new Class<?>[] {Filer.class},
              (proxy, method, arguments) -> {
                throw new IllegalStateException("no files today");
              });
    }

    @Override
    public Elements getElementUtils() {
      return compiler.getElementUtils();
    }

    @Override
    public Types getTypeUtils() {
      return compiler.getTypeUtils();
    }

    @Override
    public SourceVersion getSourceVersion() {
      return compiler.getSourceVersion();
    }

    @Override
    public Locale getLocale() {
      return compiler.getLocale();
    }
  }

  /** The processor with such services. */
  private static final class BrokenProcessor extends AbstractProcessor {
    private final TaskerProcessor processor = new TaskerProcessor();

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      processor.init(new Broken(environment));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return processor.getSupportedSourceVersion();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      processor.process(annotations, round);
      return false;
    }
  }

  @Test
  void exception_isOneErrorAtTheClassBeingRead() {
    Compilation compilation =
        Compiler.javac().withProcessors(new BrokenProcessor()).compile(Compilations.orders());

    assertThat(compilation.errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.getMessage(Locale.ROOT))
                  .startsWith(
                      "[Tasker/Internal] the processor failed on this class: "
                          + "java.lang.IllegalStateException: no files today.")
                  .contains("fix: please report this");
              assertThat(error.getLineNumber()).isEqualTo(29);
            });
  }

  @Test
  void componentWithANameThatJavaRefuses_isLeftToTheCompiler() {
    Compilation compilation =
        Compilations.compile(
            JavaFileObjects.forSourceString(
                "shop.Checkout",
                """
                package shop;

                final class Checkout {
                  record Order(int wait) {}

                  @io.tasker.annotation.Handler
                  static int pay(@io.tasker.annotation.Input Order order) {
                    return 1;
                  }
                }
                """));

    assertThat(compilation.errors())
        .singleElement()
        .satisfies(error -> assertThat(error.getMessage(Locale.ROOT)).doesNotContain("Tasker"));
  }
}
