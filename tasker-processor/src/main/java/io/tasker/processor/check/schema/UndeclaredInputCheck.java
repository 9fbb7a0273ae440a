package io.tasker.processor.check.schema;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.rule.Words;
import io.tasker.processor.check.schema.InputReadings.Reading;
import io.tasker.processor.check.schema.UndeclaredFields.Found;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.PayloadType.ObjectType;
import io.tasker.processor.model.SourceRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a handler reads of the input, the input_schema declares. */
final class UndeclaredInputCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (HandlerModel handler : module.templates().handlers()) {
      Set<SourceRef> told = new HashSet<>();
      for (Reading reading : InputReadings.of(module, handler)) {
        UndeclaredFields.read(reading.taken(), reading.schema())
            .map(found -> problem(reading, found))
            .filter(problem -> told.add(problem.at()))
            .ifPresent(diagnostics::report);
      }
    }
  }

  private static Problem problem(Reading reading, Found found) {
    String field = found.paths().get(0);
    List<String> details = new ArrayList<>();
    if (!field.contains(".") && reading.schema() instanceof ObjectType object) {
      details.addAll(Words.unknownName(field, object.writtenNames(), "fields"));
    }
    if (found.paths().size() > 1) {
      details.add("also: " + Words.list(found.paths().subList(1, found.paths().size())));
    }
    details.add(reading.template(""));
    Problem problem =
        Problem.error(
            Code.UNDECLARED_INPUT,
            reading.at(),
            "step '%s' reads input field '%s', which the input_schema %s."
                .formatted(
                    reading.usage().step().name(),
                    field,
                    found.isForbidden() ? "forbids" : "does not declare"),
            details);
    return found.isForbidden() ? problem : problem.asWarning();
  }
}
