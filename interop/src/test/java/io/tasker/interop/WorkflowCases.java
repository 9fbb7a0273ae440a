package io.tasker.interop;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The acceptance workflows, with inputs for each way they can go. Inputs that a template's {@code
 * input_schema} refuses are not here: the local engine takes no such task, and Tasker Core does not
 * look. Nor is {@code compliance/multi_tier_approval}, which a worker refuses: Tasker Core 0.1.8
 * takes no decision for a branch of another.
 */
final class WorkflowCases {
  private WorkflowCases() {}

  static Stream<WorkflowCase> all() {
    return Stream.of(
            sequences(), branches(), decisions(), batches(), attempts(), BusinessCases.all())
        .flatMap(cases -> cases);
  }

  private static WorkflowCase number(String workflow, long number) {
    return WorkflowCase.of(workflow, Long.toString(number), Map.of("even_number", number));
  }

  private static Stream<WorkflowCase> sequences() {
    return Stream.of(
        number("linear/mathematical_sequence", 6),
        number("linear/mathematical_sequence", 7),
        number("linear/mathematical_sequence", 16),
        number("linear/arithmetic_sequence", 4),
        number("linear/arithmetic_sequence", 5),
        number("resolver_tests/resolver_chain", 6),
        WorkflowCase.of(
            "resolver_tests/method_dispatch",
            "a refund",
            refund(Map.of("amount", 100.0, "reason", "test_refund"))),
        WorkflowCase.of(
            "resolver_tests/method_dispatch",
            "nothing to refund",
            refund(Map.of("amount", 0.0, "reason", "test_refund"))));
  }

  private static Map<String, ?> refund(Map<String, ?> data) {
    return Map.of("data", data);
  }

  private static Stream<WorkflowCase> branches() {
    return Stream.of(
        number("diamond/diamond_pattern", 6),
        number("diamond/diamond_pattern", 7),
        number("diamond/average_of_branches", 4),
        WorkflowCase.of("diamond/sum_of_branches", "the default", Map.of()),
        number("tree/hierarchical_tree", 6),
        number("mixed_dag/complex_dag", 2),
        number("mixed_dag/complex_dag", 6),
        WorkflowCase.of("data_pipeline/analytics_pipeline", "three sources", Map.of()));
  }

  private static Stream<WorkflowCase> decisions() {
    return Stream.of(
        approval("approval_routing", "500"),
        approval("approval_routing", "3000"),
        approval("approval_routing", "10000"),
        approval("approval_routing", "0"),
        approval("approval_by_hand", "0.01"),
        approval("approval_by_hand", "999.99"),
        approval("approval_by_hand", "10000"));
  }

  private static WorkflowCase approval(String workflow, String amount) {
    return WorkflowCase.of(
        "conditional_approval/" + workflow,
        amount,
        Map.of("amount", new BigDecimal(amount), "requester", "ada", "purpose", "A desk"));
  }

  private static Stream<WorkflowCase> batches() {
    return Stream.of(
        dataset(5000),
        dataset(3500),
        dataset(50),
        products("products.csv"),
        products("products_empty.csv"),
        products("there_is_none.csv"),
        numbers("none"),
        numbers("even ones", 2, 4, 6, 8, 10, 12),
        numbers("more odd ones", 1, 3, 5, 7, 9, 11, 2, 4),
        numbers("as many of both", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
        numbers("two odd ones", 1, 3),
        checkpoints("all at once", Map.of("total_items", 100, "items_per_checkpoint", 25)),
        checkpoints(
            "a failure that heals",
            Map.of("total_items", 100, "items_per_checkpoint", 20, "fail_after_items", 50)),
        checkpoints(
            "a failure for good",
            Map.of(
                "total_items",
                100,
                "items_per_checkpoint",
                25,
                "fail_after_items",
                30,
                "permanent_failure",
                true)),
        checkpoints("nothing", Map.of("total_items", 0)),
        WorkflowCase.of(
            "batch_resumption/batch_resumption",
            "the second attempt does the rest",
            Map.of("dataset_size", 100, "fail_after", 50)));
  }

  private static WorkflowCase dataset(long size) {
    return WorkflowCase.of(
        "data_processing/large_dataset_processor", size + " items", Map.of("dataset_size", size));
  }

  private static WorkflowCase products(String file) {
    return WorkflowCase.of(
        "csv_processing/csv_product_inventory_analyzer",
        file,
        Map.of("csv_file_path", "../samples/data/" + file));
  }

  private static WorkflowCase numbers(String what, Integer... numbers) {
    return WorkflowCase.of(
        "combined_workflow/diamond_decision_batch_processor",
        what,
        Map.of("numbers", List.of(numbers)));
  }

  private static WorkflowCase checkpoints(String what, Map<String, ?> input) {
    return WorkflowCase.of("checkpoint_yield/checkpoint_yield", what, input);
  }

  private static Stream<WorkflowCase> attempts() {
    return Stream.of(
        WorkflowCase.of("retry_mechanics/retry_after_transient_failure", "two failures", Map.of()),
        WorkflowCase.of("retry_mechanics/retry_exhaustion", "failures only", Map.of()),
        scenario("SUCCESS"),
        scenario("TEMPORARY_ERROR"),
        scenario("PERMANENT_ERROR"),
        exchange("EUR"),
        exchange("JPY"),
        exchange("XXX"),
        WorkflowCase.of(
            "banking/rate_board", "two rates", Map.of("currencies", List.of("EUR", "CHF"))),
        WorkflowCase.of(
            "banking/rate_board", "an unknown one", Map.of("currencies", List.of("EUR", "XXX"))));
  }

  private static WorkflowCase scenario(String name) {
    return WorkflowCase.of("error_scenarios/error_scenarios", name, Map.of("scenario", name));
  }

  private static WorkflowCase exchange(String currency) {
    return WorkflowCase.of(
        "banking/currency_exchange",
        currency,
        Map.of("currency", currency, "amount", new BigDecimal("100.00")));
  }
}
