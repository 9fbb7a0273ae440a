package io.tasker.worker.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.internal.JacksonCodec;
import io.tasker.template.TaskTemplate;
import io.tasker.template.yaml.TemplateReader;
import io.tasker.worker.database.TemplateRegistration.Version;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TemplateRegistrationTest {
  private static final String ORDER =
      """
      name: order
      namespace_name: shop
      version: "1.0.0"
      description: Takes an order
      input_schema: {type: object}
      steps:
        - name: validate
          handler: {callable: shop_validate, initialization: {limit: 3, ratio: 0.5, none: null}}
        - name: route
          type: decision
          dependencies: [validate]
          handler: {callable: shop_route}
          retry: {retryable: true, max_attempts: 2, backoff: linear, backoff_base_ms: 500, max_backoff_ms: 5000}
          timeout_seconds: 20
          publishes_events:
            - {name: order.routed, description: Routed, condition: always, schema: {type: object}}
        - name: ship
          dependencies: [route]
          handler: {callable: shop_ship}
      """;

  @AutoClose private final ClusterDatabase cluster = ClusterDatabase.create();
  private final Database database = Database.at(cluster.url(), 2);
  private final JacksonCodec codec = new JacksonCodec();
  private final TemplateRegistration registration = new TemplateRegistration(codec);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aTemplate_isRegisteredAsTaskerCoreReadsIt() {
    register(ORDER);

    assertThat(
            cluster.text(
                "select tn.name || '/' || nt.name || '@' || nt.version || ' ' || nt.description"
                    + " from named_tasks nt join task_namespaces tn using (task_namespace_uuid)"))
        .isEqualTo("shop/order@1.0.0 Takes an order");
    assertThat(codec.parse(cluster.text("select configuration::text from named_tasks")))
        .isEqualTo(
            codec.parse(
                """
                {"name": "order", "namespace_name": "shop", "version": "1.0.0",
                 "description": "Takes an order", "input_schema": {"type": "object"},
                 "steps": [
                   {"name": "validate", "handler": {"callable": "shop_validate",
                      "initialization": {"limit": 3, "ratio": 0.5, "none": null}}},
                   {"name": "route", "type": "decision", "dependencies": ["validate"],
                    "handler": {"callable": "shop_route"},
                    "retry": {"retryable": true, "max_attempts": 2, "backoff": "linear",
                      "backoff_base_ms": 500, "max_backoff_ms": 5000},
                    "timeout_seconds": 20,
                    "publishes_events": [{"name": "order.routed", "description": "Routed",
                      "condition": "always", "schema": {"type": "object"}}]},
                   {"name": "ship", "dependencies": ["route"],
                    "handler": {"callable": "shop_ship"}}]}
                """));
  }

  @Test
  void theSameTemplateAgain_changesNothing() {
    Version first = register(ORDER);

    assertThat(register(ORDER)).isEqualTo(first);
  }

  @Test
  void aTemplateThatDiffers_replacesTheOneOfItsVersion() {
    Version first = register(ORDER);
    Version second = register(ORDER.replace("limit: 3", "limit: 4"));

    assertThat(second.namedTask()).isEqualTo(first.namedTask());
    assertThat(second.updatedAt()).isAfter(first.updatedAt());
    assertThat(
            cluster.text(
                "select configuration #>> '{steps,0,handler,initialization,limit}'"
                    + " from named_tasks"))
        .isEqualTo("4");
  }

  @Test
  void anotherVersion_isAnotherTemplate() {
    assertThat(register(ORDER.replace("1.0.0", "1.1.0")).namedTask())
        .isNotEqualTo(register(ORDER).namedTask());
  }

  private Version register(String yaml) {
    TaskTemplate template = new TemplateReader().read("order.yaml", yaml).orThrow().template();
    return database.transact(connection -> registration.register(connection, template));
  }
}
