package io.tasker.template.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
  @Test
  void closest_findsOneEdit() {
    assertThat(Suggestions.closest("validate_crt", List.of("pack", "validate_cart")))
        .containsExactly("validate_cart");
  }

  @Test
  void closest_countsASwapAsOneEdit() {
    assertThat(Suggestions.distance("pakc", "pack")).isEqualTo(1);
    assertThat(Suggestions.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Suggestions.distance("", "abc")).isEqualTo(3);
  }

  @Test
  void closest_ignoresCaseAndHyphens() {
    assertThat(Suggestions.closest("Validate-Cart", List.of("validate_cart")))
        .containsExactly("validate_cart");
  }

  @Test
  void closest_neverSuggestsTheNameItself() {
    assertThat(Suggestions.closest("pack", List.of("pack", "park"))).containsExactly("park");
  }

  @Test
  void closest_givesAtMostThreeTheBestFirst() {
    assertThat(Suggestions.closest("step_aa", List.of("step_b", "step_bb", "step_ab", "step_a")))
        .containsExactly("step_a", "step_ab", "step_b");
  }

  @Test
  void closest_saysNothingIfNothingIsClose() {
    assertThat(Suggestions.closest("pack", List.of("refund", "ship"))).isEmpty();
  }

  @Test
  void closest_doesNotCompareEndlessNames() {
    assertThat(Suggestions.closest("x".repeat(400_000), List.of("y".repeat(400_000)))).isEmpty();
  }
}
