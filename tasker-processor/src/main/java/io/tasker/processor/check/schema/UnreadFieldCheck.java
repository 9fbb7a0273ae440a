package io.tasker.processor.check.schema;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.rule.InTemplate;
import io.tasker.processor.check.rule.Words;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.ParameterModel.Context;
import io.tasker.processor.model.ParameterModel.Dependency;
import io.tasker.processor.model.ParameterModel.InputField;
import io.tasker.processor.model.ParameterModel.Results;
import io.tasker.processor.model.ParameterModel.WholeInput;
import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.PayloadType.ObjectType;
import io.tasker.processor.model.TemplateModel;
import io.tasker.processor.model.TemplateStep;
import io.tasker.template.problem.TemplatePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the schemas of a template declare, some step reads. Notes only, one for a template: callers
 * and other systems may read the rest, and a field may be there before its reader.
 */
final class UnreadFieldCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    module.templates().templates().stream()
        .filter(TemplateModel::isGraphCertain)
        .filter(UnreadFieldCheck::isKnown)
        .flatMap(template -> problem(module, template).stream())
        .forEach(diagnostics::report);
  }

  /** Returns whether it is known what every step reads. */
  private static boolean isKnown(TemplateModel template) {
    return template.steps().stream()
        .allMatch(
            step ->
                step.handler()
                    .filter(handler -> handler.parameters(Context.class).isEmpty())
                    .isPresent());
  }

  private static Optional<Problem> problem(ModuleModel module, TemplateModel template) {
    Map<String, TemplatePath> unread = new LinkedHashMap<>();
    unreadInput(template)
        .forEach(
            field ->
                unread.put(
                    "input field '%s'".formatted(field),
                    SchemaPlace.of(TemplatePath.root().key("input_schema"), field)));
    for (TemplateStep step : template.steps()) {
      unreadResult(template, step)
          .forEach(
              field ->
                  unread.put(
                      "'%s' of '%s'".formatted(field, step.name()),
                      SchemaPlace.of(step.path().key("result_schema"), field)));
    }
    if (unread.isEmpty()) {
      return Optional.empty();
    }
    List<String> fields = new ArrayList<>(unread.keySet());
    List<String> details = new ArrayList<>();
    if (fields.size() > 1) {
      details.add("also: " + Words.list(fields.subList(1, fields.size())));
    }
    details.add("fix: read it where it is needed, or take it out of the schema.");
    return Optional.of(
        InTemplate.error(
                module,
                template,
                unread.get(fields.get(0)),
                Code.UNREAD_FIELD,
                "no step of %s reads %s.".formatted(template.identity(), fields.get(0)),
                details)
            .asNote());
  }

  private static List<String> unreadInput(TemplateModel template) {
    Set<String> read = new HashSet<>();
    for (TemplateStep step : template.steps()) {
      HandlerModel handler = step.handler().orElseThrow();
      for (WholeInput whole : handler.parameters(WholeInput.class)) {
        if (!add(whole.slot().type().payload(), read)) {
          return List.of();
        }
      }
      handler.parameters(InputField.class).forEach(input -> read.add(input.field().value()));
    }
    return unread(template.input(), read);
  }

  /** Returns what nobody reads of a result that somebody reads; others may be for the caller. */
  private static List<String> unreadResult(TemplateModel template, TemplateStep producer) {
    Set<String> read = new HashSet<>();
    boolean isRead = false;
    for (TemplateStep step : template.steps()) {
      HandlerModel handler = step.handler().orElseThrow();
      for (Dependency dependency : dependencies(handler)) {
        if (dependency.step().value().equals(producer.name())) {
          isRead = true;
          String path = dependency.path().value();
          if (!path.isEmpty()) {
            read.add(path.replaceFirst("\\..*", ""));
          } else if (!add(dependency.slot().type().payload(), read)) {
            return List.of();
          }
        }
      }
    }
    return isRead ? unread(template.result(producer), read) : List.of();
  }

  private static List<Dependency> dependencies(HandlerModel handler) {
    List<Dependency> all = new ArrayList<>(handler.parameters(Dependency.class));
    handler.parameters(Results.class).forEach(results -> all.add(results.ofOne()));
    return all;
  }

  /** Adds the fields that a type reads; false if it may read any. */
  private static boolean add(PayloadType type, Set<String> read) {
    if (!(type.present() instanceof ObjectType object)) {
      return false;
    }
    object.read().forEach(field -> read.addAll(field.names()));
    return true;
  }

  /** Without a field that is read, but not declared: that is a mistake in one of the names. */
  private static List<String> unread(Optional<PayloadType> schema, Set<String> read) {
    return schema
        .map(PayloadType::present)
        .filter(ObjectType.class::isInstance)
        .map(object -> ((ObjectType) object).writtenNames())
        .filter(declared -> declared.containsAll(read))
        .map(declared -> declared.stream().filter(name -> !read.contains(name)).toList())
        .orElse(List.of());
  }
}
