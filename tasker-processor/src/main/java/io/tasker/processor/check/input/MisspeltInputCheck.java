package io.tasker.processor.check.input;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.rule.Words;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.ParameterModel.InputField;
import io.tasker.processor.model.ParameterModel.WholeInput;
import io.tasker.processor.model.PayloadType.Field;
import io.tasker.processor.model.PayloadType.ObjectType;
import io.tasker.processor.model.TemplateModel;
import io.tasker.template.problem.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An input field that is read by name is probably the one of nearly that name in a record of the
 * whole input. It need not be: a record may hold less than the input does.
 */
final class MisspeltInputCheck implements Check.OfModule {
  /** Nearly all names of one or two letters are like each other. */
  private static final int SHORTEST = 3;

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (HandlerClass workflow : module.workflows()) {
      check(workflow.handlers(), diagnostics);
    }
    for (TemplateModel template : module.templates().templates()) {
      // With an input_schema, each is compared with that.
      if (template.input().isEmpty()) {
        check(
            template.steps().stream().flatMap(step -> step.handler().stream()).distinct().toList(),
            diagnostics);
      }
    }
  }

  private static void check(List<HandlerModel> handlers, Diagnostics diagnostics) {
    Map<String, String> fields = new TreeMap<>();
    handlers.forEach(handler -> collect(handler, fields));
    for (HandlerModel handler : handlers) {
      for (InputField input : handler.parameters(InputField.class)) {
        String name = input.field().value();
        List<String> meant = meant(name, fields);
        if (!meant.isEmpty()) {
          diagnostics.report(problem(handler, input, meant, fields));
        }
      }
    }
  }

  /** Collects the names of the fields of the whole input, each with the parameter that has it. */
  private static void collect(HandlerModel handler, Map<String, String> fields) {
    for (WholeInput whole : handler.parameters(WholeInput.class)) {
      if (whole.slot().type().payload().present() instanceof ObjectType object) {
        object.read().stream()
            .map(Field::names)
            .flatMap(List::stream)
            .forEach(name -> fields.putIfAbsent(name, handler.place(whole.slot().name())));
      }
    }
  }

  private static List<String> meant(String name, Map<String, String> fields) {
    if (fields.containsKey(name) || name.length() < SHORTEST) {
      return List.of();
    }
    return Suggestions.closest(name, fields.keySet()).stream()
        .filter(field -> field.length() >= SHORTEST)
        .filter(field -> !isNumbered(name, field))
        .toList();
  }

  /**
   * Names that differ in their numbers only, such as {@code line_1} and {@code line_2}, are two.
   */
  private static boolean isNumbered(String name, String field) {
    return name.replaceAll("[0-9]", "").equals(field.replaceAll("[0-9]", ""));
  }

  private static Problem problem(
      HandlerModel handler, InputField input, List<String> meant, Map<String, String> fields) {
    List<String> details = new ArrayList<>();
    details.add("did you mean: " + Words.choice(meant));
    meant.forEach(field -> details.add("'%s' is read by: %s".formatted(field, fields.get(field))));
    details.add(
        "fix: correct the name, or add @SuppressWarnings(\"tasker:MisspeltInput\") if the input has both.");
    return Problem.error(
            Code.MISSPELT_INPUT,
            input.field().at(),
            "step '%s' reads input field '%s', which no record of the input has, but one has '%s'."
                .formatted(handler.step(), input.field().value(), meant.get(0)),
            details)
        .asWarning();
  }
}
