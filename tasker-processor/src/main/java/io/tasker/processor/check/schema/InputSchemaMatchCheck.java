package io.tasker.processor.check.schema;

import io.tasker.processor.check.payload.Conversion.Mismatch;
import io.tasker.processor.check.payload.OptionalFix;
import io.tasker.processor.check.payload.PayloadText;
import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.schema.InputReadings.Reading;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.SourceRef;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What a handler reads of the input can be read from every input that the schema allows. */
final class InputSchemaMatchCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (HandlerModel handler : module.templates().handlers()) {
      Set<SourceRef> told = new HashSet<>();
      for (Reading reading : InputReadings.of(module, handler)) {
        problem(reading).filter(problem -> told.add(problem.at())).ifPresent(diagnostics::report);
      }
    }
  }

  private static Optional<Problem> problem(Reading reading) {
    return SchemaFit.reading(reading.schema(), reading.taken())
        // A field that is not declared is another rule's.
        .filter(mismatch -> !(mismatch instanceof Mismatch.NoField))
        .map(
            mismatch ->
                Problem.error(
                    Code.INPUT_SCHEMA_MISMATCH,
                    reading.slot().at(),
                    headline(reading, mismatch),
                    reading.template(SchemaText.path("", mismatch)),
                    "fix: " + fix(reading, mismatch)));
  }

  private static String headline(Reading reading, Mismatch mismatch) {
    String step = reading.usage().step().name();
    String path = SchemaText.path("", mismatch);
    if (mismatch instanceof Mismatch.Types types) {
      return path.isEmpty()
          ? "step '%s' reads the input as %s, but the input_schema says %s."
              .formatted(step, PayloadText.of(types.taken()), SchemaText.of(types.produced()))
          : "step '%s' reads input field '%s' as %s, but the input_schema says %s."
              .formatted(
                  step, path, PayloadText.of(types.taken()), SchemaText.of(types.produced()));
    }
    return "step '%s' needs input field '%s', which the input_schema does not require."
        .formatted(step, path);
  }

  private static String fix(Reading reading, Mismatch mismatch) {
    if (mismatch instanceof Mismatch.Types) {
      return "change the type in one of the two.";
    }
    String path = SchemaText.path("", mismatch);
    String optional = OptionalFix.of(reading.slot(), reading.taken(), path);
    boolean isField = reading.at().member().equals("value");
    return "list it under 'required', or %s%s."
        .formatted(optional, isField ? ", or give it a defaultValue" : "");
  }
}
