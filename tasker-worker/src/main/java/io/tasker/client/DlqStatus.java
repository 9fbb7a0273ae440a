package io.tasker.client;

import java.util.Arrays;
import java.util.Optional;

/** How far the investigation of a task in the dead letter queue is. */
public enum DlqStatus {
  /** It is not settled. */
  PENDING("Pending"),
  /** The steps were put right and the task went on. */
  MANUALLY_RESOLVED("ManuallyResolved"),
  /** The task cannot be helped. */
  PERMANENTLY_FAILED("PermanentlyFailed"),
  /** There was nothing to investigate. */
  CANCELLED("Cancelled");

  private final String wireName;

  DlqStatus(String wireName) {
    this.wireName = wireName;
  }

  String wireName() {
    return wireName;
  }

  static Optional<DlqStatus> of(String wireName) {
    return Arrays.stream(values()).filter(status -> status.wireName.equals(wireName)).findFirst();
  }
}
