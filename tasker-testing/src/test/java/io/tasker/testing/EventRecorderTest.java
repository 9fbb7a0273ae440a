package io.tasker.testing;

import static io.tasker.testing.TaskerAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tasker.HandlerRegistry;
import io.tasker.handler.StepContext;
import io.tasker.template.EventDeclaration;
import io.tasker.template.EventDeclaration.Condition;
import io.tasker.template.EventDeclaration.DeliveryMode;
import io.tasker.template.HandlerReference;
import io.tasker.template.StepDefinition;
import io.tasker.template.TaskTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventRecorderTest {
  private final EventRecorder events = new EventRecorder();

  record Receipt(long cents) {}

  private static Object charge(StepContext context) {
    context.events().publish("payment.processed", new Receipt(11877));
    context.events().withhold("payment.suspected");
    return Map.of("id", "pay_1");
  }

  @Test
  void whatAContextPublishes_isWrittenDown() {
    StepContext context = StepContextBuilder.step("charge").events(events).build();

    assertThat(charge(context)).isEqualTo(Map.of("id", "pay_1"));
    assertThat(events.names()).containsExactly("payment.processed");
    assertThat(events.withheld()).containsExactly("payment.suspected");
    assertThat(events.payload("payment.processed", Receipt.class)).isEqualTo(new Receipt(11877));
    assertThat(events).hasToString("published [payment.processed], withheld [payment.suspected]");
  }

  @Test
  void aContext_publishesToNobodyUnlessItIsSaid() {
    assertThat(charge(StepContextBuilder.step("charge").build())).isNotNull();
  }

  @Test
  void payload_saysWhatThereIsInstead() {
    events.publish("a.b", Map.of("cents", "many"));

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> events.payload("b.c", Receipt.class))
        .withMessage("There are 0 events 'b.c' instead of one; published: [a.b]");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> events.payload("a.b", Receipt.class))
        .withMessageContaining("does not fit")
        .withMessageContaining("cents");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> events.publish("a.b", Double.NaN));
  }

  @Test
  void aWorkflowTest_hasTheEventsWithTheirPayloads() {
    TaskTemplate template =
        TaskTemplate.template("test", "checkout", "1.0.0")
            .step(
                StepDefinition.step("charge", HandlerReference.to("charge"))
                    .publishesEvents(
                        List.of(declared("payment.processed"), declared("payment.suspected")))
                    .build())
            .build();

    WorkflowRun run =
        WorkflowTest.of(HandlerRegistry.empty(), template)
            .answering("charge", EventRecorderTest::charge)
            .run(Map.of());

    assertThat(run).isComplete();
    assertThat(run.events().names()).containsExactly("payment.processed");
    assertThat(run.events().only("payment.processed").payload(Receipt.class))
        .isEqualTo(new Receipt(11877));
  }

  private static EventDeclaration declared(String name) {
    return new EventDeclaration(
        name, "", Condition.SUCCESS, Optional.empty(), DeliveryMode.FAST, "");
  }
}
