package io.tasker.processor.read;

import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.FieldSignature;
import io.tasker.processor.model.Lock;
import io.tasker.processor.model.SourceRef;
import io.tasker.processor.model.StepSignature;
import io.tasker.processor.model.WorkflowSignature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a lock file. One that is not there yet is empty. */
public final class LockReader {
  private static final Pattern LINE =
      Pattern.compile(
          "workflow (?<workflow>\\S+)"
              + "|  step (?<step>[^:]+): (?<callable>.+)"
              + "|    after (?<after>.+)"
              + "|  (?:input|  (?<result>result))(?<path>\\S*): (?<type>.+?)(?<optional>, optional)?");

  private final String file;
  private final SortedMap<String, WorkflowSignature> workflows = new TreeMap<>();
  private final Map<String, Integer> begins = new TreeMap<>();
  private String workflow = "";
  private String step = "";
  private String callable = "";
  private SortedMap<String, FieldSignature> input = new TreeMap<>();
  private SortedMap<String, StepSignature> steps = new TreeMap<>();
  private SortedSet<String> dependencies = new TreeSet<>();
  private SortedMap<String, FieldSignature> result = new TreeMap<>();

  private LockReader(String file) {
    this.file = file;
  }

  /** Reads a file; empty if it is not a lock file, which is reported. */
  public static Optional<Lock> read(Path path, Diagnostics diagnostics) {
    LockReader reader = new LockReader(path.getFileName().toString());
    List<String> lines = lines(path);
    for (int i = 0; i < lines.size(); i++) {
      if (!reader.take(lines.get(i).stripTrailing())) {
        diagnostics.report(reader.malformed(i + 1));
        return Optional.empty();
      }
      reader.begins.putIfAbsent(reader.workflow, i + 1);
    }
    reader.endWorkflow();
    return Optional.of(new Lock(reader.file, reader.workflows, reader.begins));
  }

  private static List<String> lines(Path path) {
    try {
      return Files.exists(path)
          ? Files.readString(path, StandardCharsets.UTF_8).lines().toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  private boolean take(String line) {
    if (line.isEmpty() || line.startsWith("#")) {
      return true;
    }
    Matcher match = LINE.matcher(line);
    if (!match.matches()) {
      return false;
    }
    if (match.group("workflow") != null) {
      endWorkflow();
      workflow = match.group("workflow");
      return true;
    }
    if (match.group("step") != null) {
      endStep();
      step = match.group("step");
      callable = match.group("callable");
      return !workflow.isEmpty();
    }
    if (match.group("after") != null) {
      dependencies.add(match.group("after"));
      return !step.isEmpty();
    }
    FieldSignature field = new FieldSignature(match.group("type"), match.group("optional") != null);
    boolean isResult = match.group("result") != null;
    (isResult ? result : input).put(match.group("path"), field);
    return isResult ? !step.isEmpty() : !workflow.isEmpty();
  }

  private void endWorkflow() {
    endStep();
    if (!workflow.isEmpty()) {
      workflows.put(workflow, new WorkflowSignature(workflow, input, steps));
    }
    input = new TreeMap<>();
    steps = new TreeMap<>();
  }

  private void endStep() {
    if (!step.isEmpty()) {
      steps.put(step, new StepSignature(callable, dependencies, result));
    }
    step = "";
    dependencies = new TreeSet<>();
    result = new TreeMap<>();
  }

  private Problem malformed(int line) {
    return Problem.error(
        Code.MALFORMED_LOCK,
        SourceRef.NOWHERE,
        "%s:%d: the line is none that a lock file has.".formatted(file, line),
        "fix: take the file back from version control, or delete it and compile once with -Atasker.lock.update=true.");
  }
}
