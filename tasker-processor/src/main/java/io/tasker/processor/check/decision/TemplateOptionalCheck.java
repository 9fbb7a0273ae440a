package io.tasker.processor.check.decision;

import io.tasker.processor.check.dependency.Edges;
import io.tasker.processor.check.dependency.Edges.Edge;
import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.PayloadType.OptionalType;
import io.tasker.processor.model.TemplateBranches;
import io.tasker.processor.model.TemplateModel;
import io.tasker.processor.model.TemplateSet.Usage;
import io.tasker.processor.model.TemplateStep;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A result that is there in every template that uses a handler need not be taken as Optional. */
final class TemplateOptionalCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    Map<TemplateModel, TemplateBranches> branches = new HashMap<>();
    Edges.of(module)
        .filter(edge -> edge.usage().isPresent())
        .filter(edge -> edge.dependency().slot().type().payload() instanceof OptionalType)
        .filter(NeedlessOptionalCheck::isAlwaysThere)
        .filter(
            edge ->
                module.templates().usages(edge.consumer()).stream()
                    .allMatch(
                        usage ->
                            isCertain(
                                edge,
                                usage,
                                branches.computeIfAbsent(usage.template(), TemplateBranches::of))))
        .map(edge -> NeedlessOptionalCheck.problem(edge, Set.of()))
        .forEach(diagnostics::report);
  }

  /** Another producer of the same step may leave its result out, so all usages have this one. */
  private static boolean isCertain(Edge edge, Usage usage, TemplateBranches branches) {
    Optional<TemplateStep> producer = usage.above(edge.source());
    // With several routes above it, the type may be what is wrong.
    Set<String> taken =
        branches.hasSeveralRoutes(usage.step())
            ? branches.shared(usage.step())
            : branches.behind(usage.step());
    return TemplateRouteCheck.isSound(usage.template())
        && producer.flatMap(TemplateStep::handler).filter(edge.producer()::equals).isPresent()
        && taken.containsAll(branches.behind(producer.orElseThrow()));
  }
}
