package io.tasker.processor.check.lock;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.Lock;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.WorkflowModel;
import io.tasker.processor.model.WorkflowSignature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is released stays as it is, or can do more; a lock file says what is. */
final class LockCheck implements Check.OfModule {
  private static final String UPDATE =
      "fix: compile once with -Atasker.lock.update=true and commit the file.";

  /** How many differences a message tells. */
  private static final int SHOWN = 5;

  private final Lock lock;

  LockCheck(Lock lock) {
    this.lock = lock;
  }

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    module.workflows().forEach(handlers -> check(handlers, diagnostics));
  }

  private void check(HandlerClass handlers, Diagnostics diagnostics) {
    WorkflowModel workflow = handlers.workflow().orElseThrow();
    Optional<WorkflowSignature> released = lock.find(workflow.identity());
    if (released.isEmpty()) {
      diagnostics.report(
          outOfDate(
              workflow,
              "workflow '%s' is not in %s yet, so nothing keeps it compatible."
                  .formatted(workflow.identity(), lock.file()),
              List.of()));
      return;
    }
    WorkflowSignature now = WorkflowSignature.of(handlers);
    List<Problem> broken = new LockedWorkflow(lock, handlers, released.get(), now).problems();
    broken.forEach(diagnostics::report);
    if (broken.isEmpty() && !now.equals(released.get())) {
      diagnostics.report(
          outOfDate(
              workflow,
              "workflow '%s' has changed, compatibly, since %s was written."
                  .formatted(workflow.identity(), lock.file()),
              differences(released.get(), now)));
    }
  }

  private static Problem outOfDate(WorkflowModel workflow, String headline, List<String> details) {
    List<String> all = new ArrayList<>(details);
    all.add(UPDATE);
    return Problem.error(Code.LOCK_OUT_OF_DATE, workflow.at(), headline, all).asWarning();
  }

  private static List<String> differences(WorkflowSignature released, WorkflowSignature now) {
    List<String> differences = new ArrayList<>();
    List<String> before = facts(released);
    List<String> after = facts(now);
    only(after, before).forEach(fact -> differences.add("new: " + fact));
    only(before, after).forEach(fact -> differences.add("gone: " + fact));
    if (differences.size() <= SHOWN) {
      return differences;
    }
    List<String> shown = new ArrayList<>(differences.subList(0, SHOWN));
    shown.add("and %d more".formatted(differences.size() - SHOWN));
    return shown;
  }

  /** Returns the lines of a signature, each with the step it is about. */
  private static List<String> facts(WorkflowSignature signature) {
    List<String> facts = new ArrayList<>();
    signature.lines().stream().filter(line -> line.startsWith("  input")).forEach(facts::add);
    signature
        .steps()
        .forEach(
            (name, step) -> {
              facts.add("step " + name + ": " + step.callable());
              step.lines().forEach(line -> facts.add("step " + name + ", " + line.strip()));
            });
    return facts;
  }

  private static List<String> only(List<String> facts, List<String> others) {
    Set<String> known = new HashSet<>(others);
    return facts.stream().filter(fact -> !known.contains(fact)).map(String::strip).toList();
  }
}
