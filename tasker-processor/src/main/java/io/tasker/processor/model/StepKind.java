package io.tasker.processor.model;

/** What a signature makes of its step; whether it is a convergence depends on its workflow. */
public enum StepKind {
  STANDARD,
  DECISION,
  BATCH_ANALYZER,
  BATCH_WORKER
}
