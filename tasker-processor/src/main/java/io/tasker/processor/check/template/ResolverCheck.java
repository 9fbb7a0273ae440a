package io.tasker.processor.check.template;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.rule.InTemplate;
import io.tasker.processor.check.rule.Words;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.TemplateSet.Usage;
import io.tasker.template.HandlerReference;
import io.tasker.template.problem.TemplatePath;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A step names the resolver that its handler asks for, and no resolver that nobody knows. */
final class ResolverCheck implements Check.OfModule {
  /** The resolvers that Tasker Core's workers have themselves. */
  private static final List<String> BUILT_IN =
      List.of("class_constant", "class_lookup", "explicit_mapping");

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (Usage usage : module.templates().all()) {
      HandlerReference reference = usage.step().definition().handler();
      List<HandlerModel> named = module.templates().callables().named(reference.callable());
      if (named.isEmpty()) {
        continue;
      }
      if (module.templates().callables().answering(reference).isEmpty()) {
        diagnostics.report(
            problem(module, usage, resolvers(named), "its handler '%s' asks for another one"));
      } else if (isUnheardOf(reference, named)) {
        diagnostics.report(
            problem(module, usage, BUILT_IN, "its handler '%s' does not ask for it").asWarning());
      }
    }
  }

  private static boolean isUnheardOf(HandlerReference reference, List<HandlerModel> named) {
    String resolver = reference.resolver();
    return !resolver.isEmpty()
        && !BUILT_IN.contains(resolver)
        && !resolvers(named).contains(resolver);
  }

  private static Set<String> resolvers(List<HandlerModel> handlers) {
    return handlers.stream()
        .map(handler -> handler.names().resolver())
        .filter(resolver -> !resolver.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Problem problem(
      ModuleModel module, Usage usage, Collection<String> known, String why) {
    HandlerReference reference = usage.step().definition().handler();
    TemplatePath handler = usage.step().path().key("handler");
    String what =
        reference.resolver().isEmpty()
            ? "names no resolver"
            : "names resolver '%s'".formatted(reference.resolver());
    return InTemplate.error(
        module,
        usage.template(),
        handler.key("resolver"),
        Code.UNKNOWN_RESOLVER,
        "step '%s' %s, but %s."
            .formatted(usage.step().name(), what, why.formatted(reference.callable())),
        Words.unknownName(reference.resolver(), known, "resolvers"));
  }
}
