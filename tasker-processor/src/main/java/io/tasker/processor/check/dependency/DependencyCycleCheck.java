package io.tasker.processor.check.dependency;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.rule.Words;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.Located;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.Upstream;
import io.tasker.template.graph.WorkflowGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** No step waits for itself. */
final class DependencyCycleCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    Map<String, HandlerModel> handlers = new LinkedHashMap<>();
    Map<String, Set<String>> edges = new LinkedHashMap<>();
    for (HandlerClass owner : module.classes()) {
      Upstream upstream = Upstream.of(owner);
      for (HandlerModel handler : owner.handlers()) {
        handlers.putIfAbsent(key(handler), handler);
        edges.computeIfAbsent(key(handler), key -> upstream(module, owner, handler, upstream));
      }
    }
    for (List<String> cycle : WorkflowGraph.of(edges).cycles()) {
      diagnostics.report(
          problem(cycle.stream().map(key -> Objects.requireNonNull(handlers.get(key))).toList()));
    }
  }

  /** Returns the name of a node; it begins with the step, so that cycles begin alphabetically. */
  private static String key(HandlerModel handler) {
    return handler.step() + " " + handler.at().type();
  }

  private static Set<String> upstream(
      ModuleModel module, HandlerClass owner, HandlerModel handler, Upstream upstream) {
    if (module.isPlacedByTemplates(owner, handler)) {
      return Set.of();
    }
    return upstream.of(handler).stream()
        .map(step -> module.resolve(owner, handler, step))
        .filter(steps -> steps.size() == 1)
        .map(steps -> key(steps.get(0)))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Problem problem(List<HandlerModel> cycle) {
    HandlerModel first = cycle.get(0);
    HandlerModel second = cycle.get(1 % cycle.size());
    String fix = cycle.size() == 1 ? "fix: remove it." : "fix: remove one of these dependencies.";
    String headline =
        cycle.size() == 1
            ? "step '%s' depends on itself, so it can never run.".formatted(first.step())
            : "steps %s depend on each other, so none of them can ever run."
                .formatted(chain(cycle));
    List<String> details = cycle.size() == 1 ? new ArrayList<>() : lines(cycle);
    details.add(fix);
    return Problem.error(Code.DEPENDENCY_CYCLE, named(first, second).at(), headline, details);
  }

  private static String chain(List<HandlerModel> cycle) {
    String steps =
        cycle.stream()
            .map(handler -> Words.quoted(handler.step()))
            .collect(Collectors.joining(" -> "));
    return steps + " -> " + Words.quoted(cycle.get(0).step());
  }

  private static List<String> lines(List<HandlerModel> cycle) {
    int width = cycle.stream().mapToInt(handler -> handler.step().length() + 2).max().orElse(0);
    String format = "%-" + width + "s needs %-" + width + "s  %s";
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < cycle.size(); i++) {
      HandlerModel handler = cycle.get(i);
      HandlerModel next = cycle.get((i + 1) % cycle.size());
      lines.add(
          format.formatted(
              Words.quoted(handler.step()), Words.quoted(next.step()), place(handler, next)));
    }
    return lines;
  }

  private static String place(HandlerModel handler, HandlerModel next) {
    Located<String> named = named(handler, next);
    if (named.at().parameter() >= 0) {
      return handler.place(handler.parameters().get(named.at().parameter()).slot().name());
    }
    if (!named.at().annotation().isEmpty()) {
      return handler.place("") + " @After";
    }
    return next.place("") + (next.routes().isEmpty() ? " @FanOut" : " route");
  }

  /** Returns where a handler names a step or, where the step creates it, the step's handler. */
  private static Located<String> named(HandlerModel handler, HandlerModel next) {
    return handler.upstream().stream()
        .filter(upstream -> upstream.value().equals(next.step()))
        .findFirst()
        .orElseGet(() -> new Located<>(next.step(), next.at()));
  }
}
