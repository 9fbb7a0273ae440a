package io.tasker.processor.check.handler;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerClass.Trait;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.JavaType;
import io.tasker.processor.model.ParameterModel;
import io.tasker.processor.model.ParameterModel.InputField;
import io.tasker.processor.model.ParameterModel.WholeInput;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The types that a client shows have files of their own: its methods name them, and there javac
 * heeds no suppressed lint.
 */
final class ClientTypeCheck implements Check.OfClass {
  private final boolean withClient;

  /**
   * Creates the rule.
   *
   * @param withClient whether each workflow gets a client
   */
  ClientTypeCheck(boolean withClient) {
    this.withClient = withClient;
  }

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    if (!withClient || handlers.workflow().isEmpty()) {
      return;
    }
    TreeSet<String> auxiliary = new TreeSet<>();
    handlers.handlers().stream()
        .flatMap(ClientTypeCheck::shown)
        .forEach(type -> auxiliary.addAll(type.auxiliary()));
    auxiliary.forEach(name -> diagnostics.report(problem(handlers, name)));
  }

  private static Stream<JavaType> shown(HandlerModel handler) {
    Stream<? extends ParameterModel> input =
        Stream.of(WholeInput.class, InputField.class)
            .map(handler::parameters)
            .flatMap(List::stream);
    return Stream.concat(
        Stream.of(handler.returned()), input.map(parameter -> parameter.slot().type()));
  }

  private static Problem problem(HandlerClass handlers, String name) {
    String workflow = String.join(".", handlers.name().simpleNames());
    boolean isOwn = handlers.name().topLevelClassName().simpleName().equals(name);
    String into = handlers.is(Trait.AUXILIARY) ? "" : ", or into %s".formatted(workflow);
    return Problem.error(
        Code.AUXILIARY_CLIENT_TYPE,
        handlers.at(),
        "the client of %s has to name %s, which is in the source file of another class."
            .formatted(workflow, isOwn ? "types of " + name : name),
        "fix: move %s to a file of its own, %s.java%s.".formatted(name, name, into));
  }
}
