package io.tasker.template.yaml;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Key names that need explanation: aliases, and what people write for something else. */
final class Keys {
  private static final Map<String, String> STEP_ALIASES =
      Map.of("type", "step_type", "dependencies", "depends_on");

  /** Names of the same thing in other systems and in earlier versions of Tasker. */
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("limit", "max_attempts"),
          Map.entry("max_retries", "max_attempts"),
          Map.entry("attempts", "max_attempts"),
          Map.entry("initial_delay", "backoff_base_ms"),
          Map.entry("base_delay", "backoff_base_ms"),
          Map.entry("max_delay", "max_backoff_ms"),
          Map.entry("strategy", "backoff"),
          Map.entry("timeout", "timeout_seconds"),
          Map.entry("namespace", "namespace_name"),
          Map.entry("needs", "dependencies"),
          Map.entry("after", "dependencies"),
          Map.entry("handler_class", "callable"),
          Map.entry("class", "callable"),
          Map.entry("config", "initialization"),
          Map.entry("configuration", "initialization"),
          Map.entry("events", "publishes_events"),
          Map.entry("retries", "retry"));

  /** Keys for which the usual advice is not enough. */
  private static final Map<String, String> ADVICE =
      Map.ofEntries(
          Map.entry("initial_delay", "write backoff_base_ms, in milliseconds instead of seconds."),
          Map.entry("base_delay", "write backoff_base_ms, in milliseconds instead of seconds."),
          Map.entry("max_delay", "write max_backoff_ms, in milliseconds instead of seconds."),
          Map.entry(
              "task_handler", "remove it; each step names its own handler in handler.callable."),
          Map.entry("lifecycle", "move it to the top of the template; steps have timeout_seconds."),
          Map.entry("loaded_from", "remove it, or write a '#' comment."),
          Map.entry("notes", "remove it, or write a '#' comment."),
          Map.entry("blog_post", "remove it, or use documentation_url."),
          Map.entry("<<", "write the keys out; Tasker Core does not merge mappings."));

  /** Scalars with a default, which Tasker Core takes for a key left out but not for null. */
  private static final Set<String> NEVER_NULL =
      Set.of(
          "retryable",
          "max_attempts",
          "backoff",
          "type",
          "condition",
          "delivery_mode",
          "staleness_action");

  /** Collections with a default; nothing behind the key is an empty one, but null is not. */
  private static final Set<String> EMPTY_NOT_NULL =
      Set.of(
          "steps",
          "dependencies",
          "publishes_events",
          "domain_events",
          "environments",
          "system_dependencies",
          "tags",
          "secondary");

  private Keys() {}

  static boolean refusesNull(String key, boolean isLeftOut) {
    return NEVER_NULL.contains(key) || (EMPTY_NOT_NULL.contains(key) && !isLeftOut);
  }

  static Optional<String> aliasOf(String stepKey) {
    return Optional.ofNullable(STEP_ALIASES.get(stepKey));
  }

  /** Returns the key of the same meaning, whatever mapping it belongs to. */
  static Optional<String> meantBy(String key) {
    return Optional.ofNullable(MEANT.get(key));
  }

  static Optional<String> adviceFor(String key) {
    return Optional.ofNullable(ADVICE.get(key));
  }
}
