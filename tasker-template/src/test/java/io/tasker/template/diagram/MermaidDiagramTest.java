package io.tasker.template.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.template.BackoffStrategy;
import io.tasker.template.HandlerReference;
import io.tasker.template.JsonSchema;
import io.tasker.template.RetryPolicy;
import io.tasker.template.StepDefinition;
import io.tasker.template.StepType;
import io.tasker.template.TaskTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MermaidDiagramTest {
  private static final TaskTemplate TEMPLATE =
      TaskTemplate.template("ns", "refund", "1.0.0")
          .step(
              StepDefinition.step("route", HandlerReference.to("ns_route"))
                  .type(StepType.DECISION)
                  .dependencies(List.of("check"))
                  .retry(
                      new RetryPolicy(
                          true,
                          2,
                          BackoffStrategy.LINEAR,
                          Duration.ofSeconds(1),
                          Duration.ofSeconds(2)))
                  .build())
          .step(
              StepDefinition.step("check", HandlerReference.to("ns_check"))
                  .resultSchema(
                      new JsonSchema(
                          Map.of("properties", Map.of("total", Map.of(), "id", Map.of()))))
                  .build())
          .step(
              StepDefinition.step("split", HandlerReference.to("ns_split"))
                  .type(StepType.BATCHABLE)
                  .dependencies(List.of("route"))
                  .build())
          .step(
              StepDefinition.step("work", HandlerReference.to("ns_work"))
                  .type(StepType.BATCH_WORKER)
                  .dependencies(List.of("split"))
                  .build())
          .step(
              StepDefinition.step("end", HandlerReference.to("ns_end"))
                  .type(StepType.DEFERRED_CONVERGENCE)
                  .dependencies(List.of("work", "route"))
                  .build())
          .build();

  @Test
  void document_hasShapesEdgesAndTable() {
    assertThat(new MermaidDiagram(TEMPLATE).document())
        .isEqualTo(
            """
            # refund

            ```mermaid
            graph TD
                classDef completed fill:#d4edda,stroke:#28a745
                classDef in_progress fill:#cce5ff,stroke:#007bff
                classDef pending fill:#e2e3e5,stroke:#6c757d
                classDef error fill:#f8d7da,stroke:#dc3545
                classDef retrying fill:#fff3cd,stroke:#ffc107
                classDef annotated fill:#fff3cd,stroke:#ffc107
                classDef untraversed fill:#f8f9fa,stroke:#dee2e6,stroke-dasharray:5
                classDef default fill:#ffffff,stroke:#333333

                route{"route"}:::default
                check["check"]:::default
                split[/"split"/]:::default
                work[["work"]]:::default
                step1[/"end"/]:::default

                check --> route
                route --> step1
                route --> split
                split --> work
                work --> step1
            ```

            ## Step Details

            | Step | Type | Handler | Dependencies | Schema Fields | Retry |
            |------|------|---------|--------------|---------------|-------|
            | check | Standard | ns_check | — | id, total | — |
            | route | Decision | ns_route | check | — | 2x linear |
            | split | Batchable | ns_split | route | — | — |
            | work | BatchWorker | ns_work | split | — | — |
            | end | DeferredConvergence | ns_end | work, route | — | — |
            """);
  }

  @Test
  void note_isShownInTheBoxOfItsStep() {
    assertThat(new MermaidDiagram(TEMPLATE, Map.of("check", "say \"why\"", "nowhere", "x")).graph())
        .contains("check[\"check\\n⚠ say #quot;why#quot;\"]:::annotated")
        .doesNotContain("nowhere");
  }

  @Test
  void nameThatMermaidCannotRead_getsAnotherId() {
    assertThat(new MermaidDiagram(Workflows.template("step1:", "a-b:", "End: a-b")).graph())
        .contains("step1[\"step1\"]", "step2[\"a-b\"]", "step3[\"End\"]", "step2 --> step3");
  }
}
