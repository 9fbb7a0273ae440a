package io.tasker.processor.model;

import java.util.List;
import java.util.Locale;

/** What the return type of a handler says about its step. */
public sealed interface ResultForm {

  /** The result is the value itself. */
  record Value() implements ResultForm {}

  /**
   * The result chooses branches: {@code Decision}.
   *
   * @param enumName the enum of the branches as messages show it
   * @param constants its constants in order
   */
  record Routes(String enumName, List<String> constants) implements ResultForm {
    /** Copies the constants. */
    public Routes {
      constants = List.copyOf(constants);
    }

    /** Returns the steps the constants stand for, in order. */
    public List<String> steps() {
      return constants.stream().map(Routes::step).toList();
    }

    /** Returns the step a constant stands for, as the runtime names it. */
    public static String step(String constant) {
      return constant.toLowerCase(Locale.ROOT);
    }
  }

  /** The result plans batches: {@code BatchPlan}. */
  record Plan() implements ResultForm {}

  /** The result ends a batch or keeps how far it has come: {@code BatchProgress}. */
  record Progress() implements ResultForm {}
}
