package io.tasker;

/**
 * When two requests ask for one task. The names are Tasker Core's, where {@link #STRICT} is what
 * templates have unless they say otherwise.
 */
public enum IdentityStrategy {
  /** Same workflow, version and input: one task. With an idempotency key, the key decides alone. */
  STRICT,
  /** Each request needs an idempotency key; same workflow, version and key: one task. */
  CALLER_PROVIDED,
  /** Each request is a task of its own, unless it has an idempotency key. */
  ALWAYS_UNIQUE
}
