package io.tasker.processor.check.rule;

import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.ModuleModel;

/** One rule. A rule looks at a class as soon as it is read, or at all of them at the end. */
public interface Check {

  /** A rule about one class, which needs no other to be judged. */
  interface OfClass {
    void check(HandlerClass handlers, Diagnostics diagnostics);
  }

  /** A rule about all classes of the artifact. */
  interface OfModule {
    void check(ModuleModel module, Diagnostics diagnostics);
  }
}
