package io.tasker.processor.check.step;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.rule.Duplicates;
import io.tasker.processor.check.rule.Duplicates.Declaration;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.Located;
import io.tasker.processor.model.ModuleModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A callable, with the method where one is named, stands for one handler of the artifact. */
final class DuplicateCallableCheck implements Check.OfModule {

  private record Claim(HandlerClass owner, HandlerModel handler, Located<String> callable) {}

  private record Key(String callable, String method) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byCallable = callable.compareTo(other.callable);
      return byCallable == 0 ? method.compareTo(other.method) : byCallable;
    }
  }

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    Map<Key, List<Claim>> claims = new TreeMap<>();
    for (HandlerClass handlers : module.classes()) {
      claims(handlers)
          .forEach(
              claim ->
                  claims
                      .computeIfAbsent(
                          new Key(claim.callable().value(), claim.handler().names().method()),
                          key -> new ArrayList<>())
                      .add(claim));
    }
    claims.forEach(
        (key, same) -> {
          if (same.size() > 1) {
            Duplicates.report(
                Code.DUPLICATE_CALLABLE,
                "callable '%s' is declared by %d handlers.".formatted(key.callable(), same.size()),
                same.stream().map(DuplicateCallableCheck::declaration).toList(),
                diagnostics);
          }
        });
  }

  private static Stream<Claim> claims(HandlerClass handlers) {
    return DuplicateStepCheck.byStep(handlers).values().stream()
        .flatMap(
            same ->
                // Steps of one name have one derived callable: that is one mistake, told already.
                same.stream()
                    .filter(handler -> same.size() == 1 || !handler.names().isCallableDerived()))
        .flatMap(handler -> claims(handlers, handler));
  }

  private static Stream<Claim> claims(HandlerClass owner, HandlerModel handler) {
    return Stream.concat(Stream.of(handler.names().callable()), handler.names().aliases().stream())
        .map(callable -> new Claim(owner, handler, callable));
  }

  private static Declaration declaration(Claim claim) {
    // Only a name nobody chose is easily replaced by one that says more.
    String how =
        claim
            .owner()
            .workflow()
            .filter(workflow -> claim.handler().names().isCallableDerived())
            .map(
                workflow ->
                    "name one, as @Handler(\"%s_%s_%s\")"
                        .formatted(
                            workflow.namespace().value(),
                            workflow.name().value(),
                            claim.handler().step()))
            .orElse("rename one");
    return new Declaration(
        claim.callable().at(),
        claim.handler().at().type() + "." + claim.handler().methodName(),
        how + "; a callable is unique among all handlers of an application.");
  }
}
