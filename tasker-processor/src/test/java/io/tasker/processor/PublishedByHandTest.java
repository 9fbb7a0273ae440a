package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.HandlerRegistry;
import io.tasker.TaskRequest;
import io.tasker.engine.LocalEngine;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events whose payload a handler says itself, of a workflow whose template is generated. */
class PublishedByHandTest {
  private static final String SOURCE =
      """
      package shop;
      import io.tasker.annotation.*;
      import io.tasker.handler.EventPublisher;
      @Workflow(namespace = "shop", name = "pay")
      final class Pay {
        record Payment(String id, long cents) {}
        record Receipt(String number, long total) {}
        @Handler
        %s
        static Payment charge(@Input("total") long total, EventPublisher events) {
          %s
          return new Payment("p", total);
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void aPayloadOfAnotherType_isPublished() throws Exception {
    assertThat(
            run(
                "@Publishes(\"payment.processed\")",
                "events.publish(\"payment.processed\", new Receipt(\"r1\", total));"))
        .containsExactly("payment.processed {\"number\":\"r1\",\"total\":5}");
  }

  @Test
  void anEventThatIsNotMentioned_carriesTheResult() throws Exception {
    assertThat(run("@Publishes(\"payment.processed\")", ""))
        .containsExactly("payment.processed {\"id\":\"p\",\"cents\":5}");
  }

  @Test
  void theTemplate_allowsAnyPayload() throws Exception {
    assertThat(template("@Publishes(\"payment.processed\")"))
        .contains(
            """
                publishes_events:
                  - name: payment.processed
                    description: Published by step charge.
                    schema: {}
            """);
  }

  private List<String> run(String publishes, String body) throws Exception {
    List<String> told = new CopyOnWriteArrayList<>();
    URL[] classes = {compile(publishes, body).toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader());
        LocalEngine engine =
            LocalEngine.builder()
                .registry(HandlerRegistry.load(loader))
                .subscribe("*", event -> told.add(event.name() + " " + event.payload()))
                .build()) {
      engine.submit(TaskRequest.of("shop", "pay").input(Map.of("total", 5))).await().orThrow();
    }
    return told;
  }

  private String template(String publishes) throws Exception {
    return Files.readString(
        compile(publishes, "").resolve("META-INF/tasker/templates/shop/pay-1.0.0.yaml"));
  }

  private Path compile(String publishes, String body) throws Exception {
    DirectoryCompiler compiler = new DirectoryCompiler(folder);
    compiler.with("shop.Pay", SOURCE.formatted(publishes, body)).compile();
    return compiler.output();
  }
}
