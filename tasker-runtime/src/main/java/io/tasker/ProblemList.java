package io.tasker;

import java.util.List;

/** The message of an exception that reports several problems at once. */
final class ProblemList {
  private ProblemList() {}

  static String message(String headline, List<String> problems) {
    String count = problems.size() == 1 ? "" : " (" + problems.size() + " problems)";
    return headline + count + ":\n  - " + String.join("\n  - ", problems);
  }
}
