package io.tasker.interop.fault;

import io.tasker.HandlerRegistry;
import io.tasker.TaskRequest;
import io.tasker.handler.StepContext;
import java.util.Map;
import java.util.function.Consumer;

/** Five steps in a row. The third one waits in the tasks that are to be held. */
final class Linear {
  static final String TEMPLATE =
      """
      name: linear
      namespace_name: fault
      version: "1.0.0"
      steps:
        - {name: one, handler: {callable: pass}}
        - {name: two, handler: {callable: pass}, dependencies: [one]}
        - {name: three, handler: {callable: wait}, dependencies: [two]}
        - {name: four, handler: {callable: pass}, dependencies: [three]}
        - {name: five, handler: {callable: pass}, dependencies: [four]}
      """;
  static final int STEPS = 5;

  /** What a step that is held does. */
  interface Hold {
    void in(StepContext context) throws InterruptedException;
  }

  private Linear() {}

  /**
   * Returns the handlers.
   *
   * @param seen is told of each call before anything else
   * @param hold is called in the third step of a task that is to be held
   */
  static HandlerRegistry handlers(Consumer<Execution> seen, Hold hold) {
    return HandlerRegistry.empty()
        .register(new WitnessedHandler("pass", seen, StepContext::stepName))
        .register(
            new WitnessedHandler(
                "wait",
                seen,
                context -> {
                  if (context.input("held", Boolean.class)) {
                    hold.in(context);
                  }
                  return context.stepName();
                }));
  }

  /** Returns a task; its number makes it another one than the rest. */
  static TaskRequest task(int number, boolean isHeld) {
    return TaskRequest.of("fault", "linear")
        .version("1.0.0")
        .input(Map.of("number", number, "held", isHeld));
  }
}
