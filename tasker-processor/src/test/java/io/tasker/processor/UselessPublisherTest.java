package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A handler that could publish, and a step that declares nothing to publish. */
class UselessPublisherTest {
  @TempDir Path folder;

  @Test
  void aWorkflowStepWithoutEvents_isTold() {
    assertThat(inWorkflow(""))
        .containsExactly(
            """
            Checkout.java:6:52: error: [Tasker/UselessPublisher] step 'pay' takes an EventPublisher, but declares no event: the first one that it publishes fails its attempt.
                fix: add @Publishes("pay.done") to the method, or remove the parameter.""");
  }

  @Test
  void aWorkflowStepWithAnEvent_isFine() {
    assertThat(inWorkflow("@Publishes(\"payment.done\")")).isEmpty();
  }

  @Test
  void eachTemplateStepWithoutEvents_isNamed() throws IOException {
    assertThat(
            inTemplate(
                """
                  - {name: pay, handler: {callable: pay}}
                  - name: charge
                    dependencies: [pay]
                    handler: {callable: pay}
                    publishes_events:
                      - {name: payment.done, description: Paid, schema: {type: integer}}
                  - {name: collect, dependencies: [charge], handler: {callable: pay}}
                """))
        .containsExactly(
            """
            Handlers.java:6:40: error: [Tasker/UselessPublisher] step 'pay' takes an EventPublisher, but declares no event: the first one that it publishes fails its attempt.
                template: templates/orders.yaml:5:12
                also in: templates/orders.yaml:11:12
                fix: declare the event under publishes_events of the step, or remove the parameter.""");
  }

  @Test
  void aTemplateStepWithAnEvent_isFine() throws IOException {
    assertThat(
            inTemplate(
                """
                  - name: pay
                    handler: {callable: pay}
                    publishes_events:
                      - {name: payment.done, description: Paid, schema: {type: integer}}
                """))
        .isEmpty();
  }

  @Test
  void anEventThatTheTemplateLacks_isSaidOnce() throws IOException {
    assertThat(
            inTemplate(
                "  - {name: pay, handler: {callable: pay}}\n", "@Publishes(\"payment.done\") "))
        .singleElement()
        .asString()
        .contains("[Tasker/EventMismatch]");
  }

  @Test
  void withoutATemplate_nobodyKnows() {
    assertThat(
            Compilations.compile(
                    JavaFileObjects.forSourceString(
                        "shop.Handlers",
                        """
                        package shop;
                        import io.tasker.annotation.*;
                        final class Handlers {
                          @Handler static int pay(io.tasker.handler.EventPublisher events) { return 1; }
                        }
                        """))
                .diagnostics())
        .isEmpty();
  }

  private List<String> inTemplate(String steps) throws IOException {
    return inTemplate(steps, "");
  }

  private List<String> inTemplate(String steps, String annotations) throws IOException {
    return new TemplateProject(folder)
        .template(
            "orders.yaml",
            """
            name: orders
            namespace_name: shop
            version: "1.0.0"
            steps:
            """
                + steps)
        .handlers(
            "@Handler " + annotations + "static int pay(EventPublisher events) { return 1; }\n")
        .problems();
  }

  private static List<String> inWorkflow(String annotations) {
    String source =
        """
        package shop;
        import io.tasker.annotation.*;
        import io.tasker.handler.*;
        @Workflow(namespace = "shop", name = "checkout")
        final class Checkout { @Handler %s
          static int pay(@Input("a") int a, EventPublisher events) { return a; }
        }
        """
            .formatted(annotations);
    return Compilations.compile(JavaFileObjects.forSourceString("shop.Checkout", source))
        .diagnostics()
        .stream()
        .map(TemplateProject::shown)
        .toList();
  }
}
