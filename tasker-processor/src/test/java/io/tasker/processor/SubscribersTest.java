package io.tasker.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import io.tasker.HandlerRegistry;
import io.tasker.TaskRequest;
import io.tasker.engine.LocalEngine;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Methods that are called for events: what is generated, what is wrong with them, that they run.
 */
class SubscribersTest {
  private static final String AUDIT = "sources/kinds/Audit.java";

  @TempDir Path folder;

  @Test
  void generatedCode_readsLikeTheRest() throws IOException {
    Compilation compilation = Compilations.compile(JavaFileObjects.forResource(AUDIT));

    assertThat(compilation).succeededWithoutWarnings();
    Goldens.assertMatches(
        "Audit_Steps.java", Compilations.source(compilation, "com.acme.kinds.Audit_Steps"));
    Goldens.assertMatches(
        "KindsHandlerModule.java",
        Compilations.source(compilation, "com.acme.kinds.KindsHandlerModule"));
  }

  @Test
  @Timeout(60)
  void anEngine_callsThemForTheEventsOfItsSteps() throws Exception {
    DirectoryCompiler compiler = new DirectoryCompiler(folder);
    String source = JavaFileObjects.forResource(AUDIT).getCharContent(true).toString();
    compiler.with("com.acme.kinds.Audit", source).compile();
    List<String> lines = new CopyOnWriteArrayList<>();
    URL[] output = {compiler.output().toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(output, getClass().getClassLoader());
        LocalEngine engine =
            LocalEngine.builder()
                .registry(HandlerRegistry.load(loader))
                .provide(List.class, lines)
                .provide(Supplier.class, () -> 1)
                .build()) {
      TaskRequest request = TaskRequest.of("audit", "rating").input(Map.of("url", "abc"));
      assertThat(engine.submit(request).await().orThrow().result("ask", Integer.class))
          .isEqualTo(3);
    }
    assertThat(lines).containsExactly("rating.asked 3");
  }

  @Test
  void aClassOfSubscribersAlone_isFoundAndKept() throws IOException {
    DirectoryCompiler compiler = new DirectoryCompiler(folder);
    compiler
        .with("shop.Listening", listener("Listening"))
        .with("shop.Hearing", listener("Hearing"))
        .compile();
    String before = compiler.source("shop.ShopHandlerModule");
    assertThat(before)
        .contains("return List.of();", "Hearing_Steps.subscribers()", "Listening_Steps");

    compiler.compile("shop.Listening");

    assertThat(compiler.source("shop.ShopHandlerModule")).isEqualTo(before);
  }

  private static String listener(String name) {
    return """
        package shop;

        import io.tasker.annotation.Subscribes;
        import io.tasker.event.DomainEvent;

        final class %s {
          @Subscribes("*")
          static void on(DomainEvent event) {}
        }
        """
        .formatted(name);
  }

  @Test
  void mistakes_areToldOneByOne() {
    assertThat(
            headlines(
                """
                @Subscribes("a.*") void instance(DomainEvent event) {}
                @Subscribes("a.*") private static void hidden(DomainEvent event) {}
                @Subscribes("a.*") static <T> void generic(DomainEvent event) {}
                @Subscribes("a.*") static int result(DomainEvent event) { return 1; }
                @Subscribes("a.*") static void none() {}
                @Subscribes("a.*") static void two(DomainEvent event, DomainEvent other) {}
                @Subscribes({}) static void never(DomainEvent event) {}
                @Subscribes("a.b") @Handler static int both(@Input("n") int n) { return n; }
                @Handler static int takes(DomainEvent event) { return 1; }
                @Handler static int api(@Api("https://${host}/v1") ApiClient api) { return 1; }
                @Handler static int type(@Api("https://example.com") String api) { return 1; }
                @Handler static int host(@Api("https:///v1") ApiClient api) { return 1; }
                @Handler static int user(@Api("https://u:p@example.com") ApiClient api) { return 1; }
                @Handler static int space(@Api("https://example.com/a b") ApiClient api) { return 1; }
                @Handler static int unbound(ApiClient api) { return 1; }
                """))
        .containsExactlyInAnyOrder(
            "[Tasker/HandlerNotStatic] subscriber method Checkout.instance is not static.",
            "[Tasker/InaccessibleHandler] subscriber method Checkout.hidden is private, so the adapter generated in package shop cannot call it.",
            "[Tasker/UnsupportedHandlerMethod] subscriber method Checkout.generic is generic, so its types are not known.",
            "[Tasker/InvalidSubscriber] subscriber method Checkout.result returns int, which nobody reads.",
            "[Tasker/InvalidSubscriber] subscriber method Checkout.none takes no DomainEvent.",
            "[Tasker/InvalidSubscriber] subscriber method Checkout.two takes several DomainEvents.",
            "[Tasker/InvalidEventPattern] subscriber method Checkout.never waits for no event.",
            "[Tasker/InvalidSubscriber] Checkout.both has both @Handler and @Subscribes.",
            "[Tasker/UnboundParameter] nothing supplies parameter 'event' of step 'takes'.",
            "[Tasker/InvalidApi] 'https://${host}/v1' is not the base URL of an API: only ${config.<key>} can stand in it.",
            "[Tasker/InvalidApi] parameter 'api' is a String, but @Api supplies an ApiClient.",
            "[Tasker/InvalidApi] 'https:///v1' is not the base URL of an API: it names no host.",
            "[Tasker/InvalidApi] 'https://u:p@example.com' is not the base URL of an API: it has a user, a query or a fragment.",
            "[Tasker/InvalidApi] 'https://example.com/a b' is not the base URL of an API: it is not a URL.",
            "[Tasker/UnboundParameter] nothing supplies parameter 'api' of step 'unbound'.");
  }

  private static List<String> headlines(String members) {
    Compilation compilation =
        Compilations.compile(
            JavaFileObjects.forSourceString(
                "shop.Checkout",
                """
                package shop;

                import io.tasker.annotation.*;
                import io.tasker.event.DomainEvent;
                import io.tasker.http.ApiClient;

                final class Checkout {
                  %s
                }
                """
                    .formatted(members)));
    return compilation.diagnostics().stream()
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .filter(message -> message.startsWith("[Tasker/"))
        .map(message -> message.lines().findFirst().orElseThrow())
        .toList();
  }
}
