package io.tasker.samples.tree;

import static io.tasker.testing.TaskerAssertions.assertThat;

import io.tasker.samples.ByReferenceAndAsJson;
import io.tasker.testing.HandlerCall;
import io.tasker.testing.WorkflowTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ByReferenceAndAsJson
class HierarchicalTreeTest {
  private final boolean jsonRoundTrip;

  HierarchicalTreeTest(boolean jsonRoundTrip) {
    this.jsonRoundTrip = jsonRoundTrip;
  }

  @ParameterizedTest
  @CsvSource({
    "2, 4, 16, 256, 18446744073709551616",
    "4, 16, 256, 65536, 340282366920938463463374607431768211456",
    "6, 36, 1296, 1679616, 63340286662973277706162286946811886609896461828096"
  })
  void allFourLeaves_meetAtTheEnd(long n, long root, long branch, long leaf, String end) {
    assertThat(
            WorkflowTest.of("tree", "hierarchical_tree")
                .jsonRoundTrip(jsonRoundTrip)
                .run(Map.of("even_number", n)))
        .isComplete()
        .hasResult("root", "", root)
        .hasResult("branch_left", "", branch)
        .hasResult("branch_right", "", branch)
        .hasResult("leaf_d", "", leaf)
        .hasResult("leaf_e", "", leaf)
        .hasResult("leaf_f", "", leaf)
        .hasResult("leaf_g", "", leaf)
        .hasResult("final_convergence", "", end);
  }

  @Test
  void theEnd_saysWhatItMultiplied() {
    assertThat(
            HandlerCall.of("tree_final_convergence")
                .dependency("leaf_d", 1679616)
                .dependency("leaf_e", 1679616)
                .dependency("leaf_f", 1679616)
                .dependency("leaf_g", 1679616)
                .call())
        .isSuccess()
        .hasMetadata("multiplied", "7958661109946400884391936");
  }
}
