package io.tasker.samples.ecommerce;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tasker.HandlerRegistry;
import io.tasker.InvalidInputException;
import io.tasker.StepReport;
import io.tasker.StepState;
import io.tasker.TaskEngine;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.TaskerException;
import io.tasker.engine.LocalEngine;
import io.tasker.template.TaskTemplate;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.ZoneOffset;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Runs the order workflow in this process, on an order from a JSON file. */
public final class OrderMain {
  private static final int COMPLETE = 0;
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private final PrintStream out;
  private final PrintStream err;

  OrderMain(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /**
   * Runs the workflow and prints its steps and their results.
   *
   * @param arguments the name of the file with the order
   */
  public static void main(String... arguments) {
    int status = new OrderMain(print(FileDescriptor.out), print(FileDescriptor.err)).run(arguments);
    if (status != COMPLETE) {
      System.exit(status);
    }
  }

  // In UTF-8 even where no locale is set, as in containers, for the lines of the diagram.
  private static PrintStream print(FileDescriptor target) {
    return new PrintStream(new FileOutputStream(target), true, UTF_8);
  }

  int run(String... arguments) {
    // Maven passes null for an empty -Dorder.file.
    if (arguments.length != 1 || arguments[0] == null || arguments[0].isBlank()) {
      err.println("Usage: OrderMain <JSON file with an order>");
      return WRONG_USAGE;
    }
    try {
      return report(process(OrderFile.read(arguments[0])));
    } catch (InvalidInputException e) {
      err.println(arguments[0] + " is not a valid order:");
      e.problems().forEach(problem -> err.println("  - " + problem));
      return FAILED;
    } catch (OrderFile.NotReadable | TaskerException e) {
      err.println(e.getMessage());
      return FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      err.println("Interrupted while the order was processed");
      return FAILED;
    }
  }

  private TaskResult process(String order) throws InterruptedException {
    HandlerRegistry handlers = HandlerRegistry.load();
    TaskTemplate workflow =
        handlers.templates().stream()
            .filter(template -> template.name().equals("order_processing"))
            .findFirst()
            .orElseThrow();
    try (TaskEngine engine =
        LocalEngine.builder()
            .registry(handlers)
            .workflow(workflow.namespace(), workflow.name())
            .provide(Clock.class, Clock.tickSeconds(ZoneOffset.UTC))
            .listener(new StepPrinter(workflow, out))
            .build()) {
      return engine
          .submit(TaskRequest.of(workflow.namespace(), workflow.name()).input(order))
          .await();
    }
  }

  private int report(TaskResult result) {
    if (!result.isComplete()) {
      err.println("The order failed: " + failure(result));
      return FAILED;
    }
    ObjectNode results = JsonNodeFactory.instance.objectNode();
    result.steps().forEach(step -> results.set(step.name(), step.json()));
    out.println();
    out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(results));
    out.println();
    int steps = result.steps().size();
    out.println("%d of %d steps complete".formatted(steps, steps));
    return COMPLETE;
  }

  private static String failure(TaskResult result) {
    return result.steps().stream()
        .filter(step -> step.state() == StepState.ERROR)
        .map(OrderMain::failure)
        .findFirst()
        .or(result::failure)
        .orElse("it ended in " + result.state().coreName());
  }

  private static String failure(StepReport step) {
    return "step '%s' failed after %d %s: %s"
        .formatted(
            step.name(),
            step.attempts(),
            step.attempts() == 1 ? "attempt" : "attempts",
            step.failure().orElseThrow().message());
  }
}
