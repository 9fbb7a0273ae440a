package io.tasker.processor;

import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.SourceRef;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * The {@code -Atasker.*} options.
 *
 * @param modulePackage the package of the generated module, or empty to derive it
 * @param unresolvedIsError whether a dependency on a step that is not in this module is an error
 */
record ProcessorOptions(Optional<String> modulePackage, boolean unresolvedIsError) {
  static final String MODULE = "tasker.module";
  static final String UNRESOLVED = "tasker.unresolved";

  /** The keys, which the compiler wants declared. */
  static final Set<String> KEYS = Set.of(MODULE, UNRESOLVED);

  static ProcessorOptions parse(Map<String, String> options, Diagnostics diagnostics) {
    Optional<String> module = Optional.ofNullable(options.get(MODULE));
    if (module.isPresent() && !SourceVersion.isName(module.get())) {
      diagnostics.report(
          invalid(
              "option tasker.module is '%s', which is not a package name.".formatted(module.get()),
              "usage: -Atasker.module=com.acme.orders"));
      module = Optional.empty();
    }
    String unresolved = options.getOrDefault(UNRESOLVED, "error");
    if (!Set.of("error", "warn").contains(unresolved)) {
      diagnostics.report(
          invalid(
              "option tasker.unresolved is '%s', but it knows 'error' and 'warn' only."
                  .formatted(unresolved),
              "usage: -Atasker.unresolved=error|warn"));
    }
    return new ProcessorOptions(module, !unresolved.equals("warn"));
  }

  private static Problem invalid(String headline, String usage) {
    return Problem.error(Code.INVALID_OPTION, SourceRef.NOWHERE, headline, usage);
  }
}
