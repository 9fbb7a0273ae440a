package io.tasker.internal;

import java.math.BigInteger;

/** Which of two versions of a workflow is the newer one. */
public final class VersionOrder {
  private VersionOrder() {}

  /**
   * Compares two versions: numbers by value and after words, so that 1.10.0 is newer than 1.9.0 and
   * than 1.10.0-beta.
   *
   * @param left a version
   * @param right another
   * @return negative if the first is older, positive if it is newer
   */
  public static int compare(String left, String right) {
    String[] leftParts = left.split("[.-]", -1);
    String[] rightParts = right.split("[.-]", -1);
    for (int i = 0; i < Math.max(leftParts.length, rightParts.length); i++) {
      String leftPart = i < leftParts.length ? leftParts[i] : "0";
      String rightPart = i < rightParts.length ? rightParts[i] : "0";
      boolean areNumbers = isNumber(leftPart) && isNumber(rightPart);
      int order =
          areNumbers
              ? new BigInteger(leftPart).compareTo(new BigInteger(rightPart))
              : isNumber(leftPart) == isNumber(rightPart)
                  ? leftPart.compareTo(rightPart)
                  : isNumber(leftPart) ? 1 : -1;
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static boolean isNumber(String part) {
    return !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
