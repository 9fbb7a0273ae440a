package io.tasker.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PublisherRegistryTest {
  private record Named(String name) implements StepEventPublisher {}

  private final PublisherRegistry registry =
      new PublisherRegistry().register(new Named("payments")).register(new Named("audit"));

  @Test
  void get_findsByName() {
    assertThat(registry.get("payments")).contains(new Named("payments"));
    assertThat(registry.get("orders")).isEmpty();
    assertThat(registry.names()).containsExactly("audit", "payments");
  }

  @Test
  void require_namesWhatIsThere() {
    assertThat(registry.require("audit")).isEqualTo(new Named("audit"));
    assertThatThrownBy(() -> registry.require("payment"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "publisher 'payment' is not registered. Did you mean 'payments'?"
                + " Registered: audit, payments");
    assertThatThrownBy(() -> new PublisherRegistry().require("x"))
        .hasMessage("publisher 'x' is not registered. Registered: none");
  }

  @Test
  void aName_isTakenOnceAndNotBlank() {
    assertThatThrownBy(() -> registry.register(new Named("audit")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Publisher 'audit' is both");
    assertThatThrownBy(() -> registry.register(new Named(" ")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("blank");
  }

  @Test
  void onceFrozen_nothingIsAdded() {
    registry.freeze();

    assertThatThrownBy(() -> registry.register(new Named("late")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("Publisher 'late' comes too late");
    assertThat(registry.names()).containsExactly("audit", "payments");
  }
}
