package io.tasker.processor;

import io.tasker.processor.check.rule.Words;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.SourceRef;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * The {@code -Atasker.*} options.
 *
 * @param modulePackage the package of the generated module, or empty to derive it
 * @param unresolvedIsError whether a step or handler that is not in this module is an error
 * @param templates the directories with task templates
 * @param client whether each workflow gets a client
 * @param lock the file with the released signatures, which may not be there yet, or empty
 * @param lockUpdate whether that file is written instead of compared
 */
record ProcessorOptions(
    Optional<String> modulePackage,
    boolean unresolvedIsError,
    List<Path> templates,
    boolean client,
    Optional<Path> lock,
    boolean lockUpdate) {
  private static final String PREFIX = "tasker.";
  static final String MODULE = "tasker.module";
  static final String UNRESOLVED = "tasker.unresolved";
  static final String TEMPLATES = "tasker.templates";
  static final String CLIENT = "tasker.client";
  static final String LOCK = "tasker.lock";
  static final String LOCK_UPDATE = "tasker.lock.update";

  /** The keys, which the compiler wants declared. */
  static final Set<String> KEYS = Set.of(MODULE, UNRESOLVED, TEMPLATES, CLIENT, LOCK, LOCK_UPDATE);

  /** Returns the keys among these options, known or not, that belong to this processor. */
  static Set<String> ours(Set<String> options) {
    return options.stream()
        .filter(key -> key.toLowerCase(Locale.ROOT).startsWith(PREFIX))
        .collect(Collectors.toUnmodifiableSet());
  }

  static ProcessorOptions parse(Map<String, String> options, Diagnostics diagnostics) {
    ours(options.keySet()).stream()
        .filter(key -> !KEYS.contains(key))
        .forEach(key -> diagnostics.report(unknown(key)));
    Optional<String> module = Optional.ofNullable(options.get(MODULE));
    if (module.isPresent() && !SourceVersion.isName(module.get())) {
      diagnostics.report(
          invalid(
              "option tasker.module is '%s', which is not a package name.".formatted(module.get()),
              "usage: -Atasker.module=com.acme.orders"));
      module = Optional.empty();
    }
    return new ProcessorOptions(
        module,
        !choice(options, UNRESOLVED, "error", "warn", diagnostics).equals("warn"),
        directories(options.getOrDefault(TEMPLATES, ""), diagnostics),
        choice(options, CLIENT, "false", "true", diagnostics).equals("true"),
        Optional.ofNullable(options.get(LOCK)).flatMap(name -> lock(name, diagnostics)),
        choice(options, LOCK_UPDATE, "false", "true", diagnostics).equals("true"));
  }

  /** Returns the value of an option that has two, the first of which it has if it is not given. */
  private static String choice(
      Map<String, String> options, String key, String first, String second, Diagnostics to) {
    String value = options.getOrDefault(key, first);
    if (!Set.of(first, second).contains(value)) {
      to.report(
          invalid(
              "option %s is '%s', but it knows '%s' and '%s' only."
                  .formatted(key, value, first, second),
              "usage: -A%s=%s|%s".formatted(key, first, second)));
    }
    return value;
  }

  private static List<Path> directories(String option, Diagnostics diagnostics) {
    List<Path> directories = new ArrayList<>();
    for (String name : option.split(",", -1)) {
      if (!name.isBlank()) {
        directory(name.strip())
            .ifPresentOrElse(directories::add, () -> diagnostics.report(noDirectory(name.strip())));
      }
    }
    return List.copyOf(directories);
  }

  private static Optional<Path> directory(String name) {
    return path(name).filter(Files::isDirectory);
  }

  private static Optional<Path> path(String name) {
    try {
      return Optional.of(Path.of(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<Path> lock(String name, Diagnostics diagnostics) {
    Optional<Path> file =
        path(name).filter(path -> !Files.isDirectory(path)).filter(ProcessorOptions::hasFolder);
    if (file.isEmpty()) {
      diagnostics.report(
          invalid(
              "option tasker.lock names '%s', which cannot be a file.".formatted(name),
              "usage: -Atasker.lock=<file in a directory that exists>, best absolute: in Maven ${project.basedir}/tasker.lock"));
    }
    return file;
  }

  private static boolean hasFolder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder != null && Files.isDirectory(folder);
  }

  private static Problem noDirectory(String name) {
    return invalid(
        "option tasker.templates names '%s', which is not a directory.".formatted(name),
        "usage: -Atasker.templates=<directory>[,<directory>…], best absolute: in Maven ${project.basedir}/src/main/tasker");
  }

  private static Problem unknown(String key) {
    return Problem.error(
            Code.UNKNOWN_OPTION,
            SourceRef.NOWHERE,
            "there is no option %s, so it changes nothing.".formatted(key),
            Words.unknownName(key, new TreeSet<>(KEYS), "options"))
        .asWarning();
  }

  private static Problem invalid(String headline, String usage) {
    return Problem.error(Code.INVALID_OPTION, SourceRef.NOWHERE, headline, usage);
  }
}
