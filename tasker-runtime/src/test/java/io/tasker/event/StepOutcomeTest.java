package io.tasker.event;

import static io.tasker.template.EventDeclaration.Condition.ALWAYS;
import static io.tasker.template.EventDeclaration.Condition.FAILURE;
import static io.tasker.template.EventDeclaration.Condition.PERMANENT_FAILURE;
import static io.tasker.template.EventDeclaration.Condition.RETRYABLE_FAILURE;
import static io.tasker.template.EventDeclaration.Condition.SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.handler.StepFailure;
import io.tasker.template.EventDeclaration.Condition;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StepOutcomeTest {
  private static final StepFailure FAILED = StepFailure.of("busy", "retryable_error", true);

  @Test
  void success_meetsSuccessAndAlways() {
    assertThat(met(Optional.empty(), false)).containsExactly(SUCCESS, ALWAYS);
  }

  @Test
  void aFailureThatIsRetried_isRetryable() {
    assertThat(met(Optional.of(FAILED), true)).containsExactly(FAILURE, RETRYABLE_FAILURE, ALWAYS);
  }

  @Test
  void theLastFailure_isPermanent_evenIfItsErrorIsRetryable() {
    assertThat(met(Optional.of(FAILED), false)).containsExactly(FAILURE, PERMANENT_FAILURE, ALWAYS);
  }

  @Test
  void success_isNeverRetried() {
    assertThatThrownBy(() -> met(Optional.empty(), true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("complete");
  }

  private static List<Condition> met(Optional<StepFailure> failure, boolean isRetried) {
    StepOutcome outcome =
        new StepOutcome(
            new EngineEvent.TaskIdentity(new UUID(1, 1), new UUID(1, 2), "shop", "order", "1.0.0"),
            new UUID(1, 3),
            "pay",
            1,
            failure,
            isRetried);
    return Arrays.stream(Condition.values()).filter(outcome::meets).toList();
  }
}
