package io.tasker.template.check;

import io.tasker.template.LocatedTemplate;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.TemplateProblem;
import io.tasker.template.yaml.TemplateReading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Applies every rule for templates. Compiler, engine and command line all ask here, so that one
 * mistake has one code and one text wherever it is found.
 */
public final class TemplateChecks {
  private static final List<TemplateCheck> CHECKS =
      List.of(
          new NoStepsCheck(),
          new DuplicateStepCheck(),
          new UnknownDependencyCheck(),
          new DependencyCycleCheck(),
          new EmptyCallableCheck(),
          new NamingCheck(),
          new OrphanStepCheck(),
          new ResultSchemaCheck(),
          new SchemaCheck(),
          new DecisionCheck(),
          new BatchableCheck(),
          new BatchWorkerCheck(),
          new ConvergenceCheck(),
          new RetryCheck(),
          new TimeoutCheck(),
          new BatchRangeCheck(),
          new LifecycleCheck(),
          new EventCheck(),
          new OverrideStepCheck(),
          new PartialRetryCheck(),
          new InertEnvironmentCheck(),
          new InertSettingCheck());

  private TemplateChecks() {}

  /**
   * Checks one template.
   *
   * @param located the template; without positions its problems have a path only
   * @return every problem, by position
   */
  public static List<TemplateProblem> check(LocatedTemplate located) {
    ProblemCollector problems = new ProblemCollector(located.fileName(), located.positions());
    Inspected inspected = new Inspected(located);
    CHECKS.forEach(check -> check.check(inspected, problems));
    return problems.problems();
  }

  /**
   * Checks what was read from one file, also if it could be read in part only.
   *
   * @param reading what was read
   * @return the problems of reading and of checking, by position, without those that are mere
   *     consequences
   */
  public static List<TemplateProblem> check(TemplateReading reading) {
    List<TemplateProblem> problems = new ArrayList<>(reading.problems());
    List<TemplateProblem> unread =
        reading.problems().stream().filter(TemplateProblem::isError).toList();
    reading
        .draft()
        .ifPresent(
            draft ->
                check(draft).stream()
                    .filter(found -> unread.stream().noneMatch(error -> covers(error, found)))
                    .forEach(problems::add));
    return problems.stream().sorted(TemplateProblem.BY_POSITION).toList();
  }

  /**
   * Checks what was read from several files, each on its own and all together.
   *
   * @param readings what was read
   * @return all problems, by file and position
   */
  public static List<TemplateProblem> checkAll(Collection<TemplateReading> readings) {
    List<TemplateProblem> problems = new ArrayList<>();
    readings.forEach(reading -> problems.addAll(check(reading)));
    problems.addAll(
        DuplicateTemplateCheck.check(
            readings.stream().flatMap(reading -> reading.template().stream()).toList()));
    return problems.stream().sorted(TemplateProblem.BY_POSITION).toList();
  }

  /** A check sees a default where reading failed; what it says about that is no news. */
  private static boolean covers(TemplateProblem unread, TemplateProblem found) {
    return unread.path().contains(found.path());
  }
}
