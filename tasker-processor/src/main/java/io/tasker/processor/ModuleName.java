package io.tasker.processor;

import com.palantir.javapoet.ClassName;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.SnakeCase;
import io.tasker.processor.read.PreviousIndex;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Chooses the name of the generated module. It stays the same when handlers come and go, and
 * differs from those of other artifacts on the class path, so that a test compilation does not
 * replace the module of the main classes.
 */
final class ModuleName {
  private final ProcessorOptions options;
  private final PreviousIndex previous;

  ModuleName(ProcessorOptions options, PreviousIndex previous) {
    this.options = options;
    this.previous = previous;
  }

  ClassName choose(ModuleModel module, Optional<String> previousName) {
    Optional<ClassName> kept =
        previousName
            .map(ModuleName::className)
            .filter(name -> options.modulePackage().map(name.packageName()::equals).orElse(true));
    return kept.orElseGet(() -> free(options.modulePackage().orElseGet(() -> common(module))));
  }

  private ClassName free(String packageName) {
    return IntStream.iterate(0, i -> i + 1)
        .mapToObj(attempt -> ClassName.get(packageName, simpleName(packageName, attempt)))
        .filter(name -> !previous.isTakenElsewhere(name.canonicalName()))
        .findFirst()
        .orElseThrow();
  }

  private static String simpleName(String packageName, int attempt) {
    String last = packageName.substring(packageName.lastIndexOf('.') + 1);
    String prefix = last.isEmpty() ? "Tasker" : SnakeCase.camelCase(last);
    String suffix =
        switch (attempt) {
          case 0 -> "";
          case 1 -> "Test";
          default -> "Test" + attempt;
        };
    return prefix + suffix + "HandlerModule";
  }

  /** Returns the longest package around all handlers, or the first package if they share none. */
  private static String common(ModuleModel module) {
    TreeSet<String> packages = new TreeSet<>();
    for (HandlerClass handlers : module.classes()) {
      packages.add(handlers.name().packageName());
    }
    String common = packages.first();
    while (!common.isEmpty() && !contains(common, packages.last())) {
      common = common.substring(0, Math.max(common.lastIndexOf('.'), 0));
    }
    return common.isEmpty() ? packages.first() : common;
  }

  private static boolean contains(String outer, String inner) {
    return inner.equals(outer) || inner.startsWith(outer + ".");
  }

  private static ClassName className(String qualifiedName) {
    int dot = qualifiedName.lastIndexOf('.');
    return ClassName.get(
        qualifiedName.substring(0, Math.max(dot, 0)), qualifiedName.substring(dot + 1));
  }
}
