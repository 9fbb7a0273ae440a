package io.tasker.processor.diagnostic;

import io.tasker.processor.model.SourceRef;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic.Kind;

/**
 * Collects problems and prints them all at once, each once. An error printed early would make javac
 * skip to the last round and hide those that are found later.
 */
public final class Diagnostics {
  /** What javac gives for the value of an annotation that does not compile. */
  public static final String UNREADABLE = "<error>";

  private final Set<Problem> problems = new LinkedHashSet<>();
  private boolean clean = true;

  /** Adds a problem. */
  public void report(Problem problem) {
    problems.add(problem);
    clean &= problem.kind() != Kind.ERROR;
  }

  /** Returns whether no error was reported so far, printed or not. */
  public boolean isClean() {
    return clean;
  }

  /** Drops what only repeats that the compiler cannot read a value: it speaks about that itself. */
  public void dropUnreadable() {
    problems.removeIf(problem -> problem.text().contains(UNREADABLE));
  }

  /**
   * Drops what other rules say of a method: as long as it lacks an annotation it may be no step.
   */
  public void keepOnly(Code code, Collection<SourceRef> methods) {
    problems.removeIf(
        problem ->
            !problem.id().equals(code.id())
                && methods.stream().anyMatch(method -> method.contains(problem.at())));
  }

  /** Returns whether an error lies in a class. */
  public boolean hasErrorIn(SourceRef type) {
    return problems.stream()
        .anyMatch(
            problem -> problem.kind() == Kind.ERROR && problem.at().type().equals(type.type()));
  }

  /** Returns what was reported and is not printed yet. */
  public Set<Problem> pending() {
    return Set.copyOf(problems);
  }

  /**
   * Prints what was reported since the last time.
   *
   * @param compiledBefore the types that were read from class files: a compiler shows no position
   *     in those, so the text has to
   */
  public void flush(Messager messager, Places places, Set<String> compiledBefore) {
    problems.stream()
        // Compilers deliver classes and members in different orders.
        .sorted(Comparator.comparing(Problem::at).thenComparing(Problem::text))
        .map(problem -> located(problem, compiledBefore))
        .forEach(problem -> print(problem, messager, places));
    problems.clear();
  }

  private static Problem located(Problem problem, Set<String> compiledBefore) {
    return compiledBefore.contains(problem.at().type())
        ? problem.withPrefix("[" + problem.at().shown() + "] ")
        : problem;
  }

  private static void print(Problem problem, Messager messager, Places places) {
    if (problem.kind() != Kind.ERROR && places.isSuppressed(problem)) {
      return;
    }
    Places.Place place = places.find(problem.at());
    messager.printMessage(
        problem.kind(), problem.text(), place.element(), place.mirror(), place.value());
  }
}
