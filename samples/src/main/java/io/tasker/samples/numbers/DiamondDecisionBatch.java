package io.tasker.samples.numbers;

import io.tasker.annotation.Depends;
import io.tasker.annotation.FanOut;
import io.tasker.annotation.Handler;
import io.tasker.annotation.Input;
import io.tasker.annotation.Workflow;
import io.tasker.handler.BatchPlan;
import io.tasker.handler.BatchResults;
import io.tasker.handler.BatchSlice;
import io.tasker.handler.Decision;
import io.tasker.handler.ValidationException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Sorts numbers into even and odd ones side by side, decides which there are more of, and sums
 * those up in batches.
 */
@Workflow(
    namespace = "combined_workflow",
    name = "diamond_decision_batch_processor",
    description = "Sums up the even or the odd numbers in batches, whichever are more.")
public final class DiamondDecisionBatch {
  private static final int BATCH_SIZE = 2;
  private static final int MOST_BATCHES = 10;

  private DiamondDecisionBatch() {}

  enum Route {
    EVEN_BATCH_ANALYZER,
    ODD_BATCH_ANALYZER
  }

  record Numbers(List<Long> allNumbers, int count) {}

  record Evens(List<Long> evenNumbers, int count) {}

  record Odds(List<Long> oddNumbers, int count) {}

  record Routing(String routeType, int evenCount, int oddCount, String reasoning) {}

  record Dataset(int datasetSize, int batchSize) {}

  record Batch(
      int processedCount, long batchSum, long startIdx, long endIdx, List<Long> batchNumbers) {}

  record Total(int totalProcessed, long totalSum, int batchCount, long average) {}

  @Handler
  static Numbers diamondStart(@Input("numbers") List<JsonNode> numbers) {
    if (numbers.isEmpty()) {
      throw new ValidationException("Empty numbers array").with("field", "numbers");
    }
    List<Long> whole =
        numbers.stream().filter(JsonNode::isIntegralNumber).map(JsonNode::asLong).toList();
    return new Numbers(whole, whole.size());
  }

  @Handler
  static Evens branchEvens(@Depends("diamond_start") Numbers numbers) {
    List<Long> evens = numbers.allNumbers().stream().filter(number -> number % 2 == 0).toList();
    return new Evens(evens, evens.size());
  }

  @Handler
  static Odds branchOdds(@Depends("diamond_start") Numbers numbers) {
    List<Long> odds = numbers.allNumbers().stream().filter(number -> number % 2 != 0).toList();
    return new Odds(odds, odds.size());
  }

  @Handler
  static Decision<Route> routingDecision(
      @Depends(value = "branch_evens", path = "count") int evens,
      @Depends(value = "branch_odds", path = "count") int odds) {
    if (evens >= odds) {
      String reasoning =
          "Even count (%d) >= odd count (%d), routing to even batch processing"
              .formatted(evens, odds);
      return Decision.to(Route.EVEN_BATCH_ANALYZER)
          .with(new Routing("even_dominant", evens, odds, reasoning));
    }
    String reasoning =
        "Odd count (%d) > even count (%d), routing to odd batch processing".formatted(odds, evens);
    return Decision.to(Route.ODD_BATCH_ANALYZER)
        .with(new Routing("odd_dominant", evens, odds, reasoning));
  }

  @Handler
  @FanOut(worker = "process_even_batch", batchSize = BATCH_SIZE, parallelism = MOST_BATCHES)
  static BatchPlan<Dataset> evenBatchAnalyzer(@Depends("branch_evens") Evens evens) {
    return plan(evens.count(), "No even numbers to process");
  }

  @Handler
  static Batch processEvenBatch(BatchSlice slice, @Depends("branch_evens") Evens evens) {
    return batch(slice, evens.evenNumbers());
  }

  @Handler
  static Total aggregateEvenResults(@Depends("process_even_batch") BatchResults<Batch> batches) {
    return total(batches);
  }

  @Handler
  @FanOut(worker = "process_odd_batch", batchSize = BATCH_SIZE, parallelism = MOST_BATCHES)
  static BatchPlan<Dataset> oddBatchAnalyzer(@Depends("branch_odds") Odds odds) {
    return plan(odds.count(), "No odd numbers to process");
  }

  @Handler
  static Batch processOddBatch(BatchSlice slice, @Depends("branch_odds") Odds odds) {
    return batch(slice, odds.oddNumbers());
  }

  @Handler
  static Total aggregateOddResults(@Depends("process_odd_batch") BatchResults<Batch> batches) {
    return total(batches);
  }

  private static BatchPlan<Dataset> plan(int count, String nothing) {
    if (count == 0) {
      return BatchPlan.none(nothing);
    }
    int size = Math.max(BATCH_SIZE, (count + MOST_BATCHES - 1) / MOST_BATCHES);
    return BatchPlan.<Dataset>of(count).size(size).found(new Dataset(count, size));
  }

  private static Batch batch(BatchSlice slice, List<Long> all) {
    List<Long> numbers = all.subList((int) slice.start(), (int) slice.end());
    return new Batch(numbers.size(), sum(numbers), slice.start(), slice.end(), numbers);
  }

  private static Total total(BatchResults<Batch> batches) {
    int processed = batches.results().stream().mapToInt(Batch::processedCount).sum();
    long sum = batches.results().stream().mapToLong(Batch::batchSum).sum();
    int count = batches.size();
    return new Total(processed, sum, count, count == 0 ? 0 : sum / count);
  }

  private static long sum(List<Long> numbers) {
    return numbers.stream().mapToLong(Long::longValue).sum();
  }
}
