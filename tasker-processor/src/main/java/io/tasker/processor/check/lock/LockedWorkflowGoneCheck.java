package io.tasker.processor.check.lock;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.Lock;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A workflow that is released is still there, in some version. Older versions go their way: only
 * whoever runs them knows when the last of their tasks has ended.
 */
final class LockedWorkflowGoneCheck implements Check.OfModule {
  private final Lock lock;

  LockedWorkflowGoneCheck(Lock lock) {
    this.lock = lock;
  }

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    Set<String> declared = new TreeSet<>();
    module.workflows().forEach(handlers -> declared.add(name(identity(handlers))));
    TreeMap<String, List<String>> gone = new TreeMap<>();
    for (String identity : lock.workflows().keySet()) {
      if (!declared.contains(name(identity))) {
        gone.computeIfAbsent(name(identity), key -> new ArrayList<>()).add(identity);
      }
    }
    gone.forEach((name, versions) -> diagnostics.report(problem(module, name, versions)));
  }

  private Problem problem(ModuleModel module, String name, List<String> versions) {
    Set<String> known = new TreeSet<>();
    lock.workflows().keySet().forEach(identity -> known.add(name(identity)));
    List<String> details = new ArrayList<>();
    module.workflows().stream()
        .filter(handlers -> !known.contains(name(identity(handlers))))
        .map(handlers -> "new here: %s (%s)".formatted(identity(handlers), handlers.name()))
        .forEach(details::add);
    details.add("breaks: tasks in flight, and callers that submit them.");
    details.add(
        "fix: put it back under its name; or, once its last task has ended, delete its lines from %s."
            .formatted(lock.file()));
    return Problem.error(
        Code.LOCKED_WORKFLOW_GONE,
        SourceRef.NOWHERE,
        "%s: workflow '%s' is released, but no class declares '%s' any more."
            .formatted(lock.place(versions.get(0)), versions.get(versions.size() - 1), name),
        details);
  }

  private static String identity(HandlerClass handlers) {
    return handlers.workflow().orElseThrow().identity();
  }

  private static String name(String identity) {
    int version = identity.lastIndexOf('@');
    return version < 0 ? identity : identity.substring(0, version);
  }
}
