package io.tasker.processor.check.rule;

import java.util.List;

/**
 * The rules about one subject.
 *
 * @param ofClass those that judge a class by itself
 * @param ofModule those that judge all classes of the artifact together
 */
public record Rules(List<Check.OfClass> ofClass, List<Check.OfModule> ofModule) {

  /** Copies the lists. */
  public Rules {
    ofClass = List.copyOf(ofClass);
    ofModule = List.copyOf(ofModule);
  }
}
