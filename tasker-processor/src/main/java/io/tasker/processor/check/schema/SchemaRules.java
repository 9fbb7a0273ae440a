package io.tasker.processor.check.schema;

import io.tasker.processor.check.rule.Rules;
import java.util.List;

/** The rules about the JSON Schemas of templates. */
public final class SchemaRules {
  private SchemaRules() {}

  /** Returns the rules. */
  public static Rules all() {
    return new Rules(
        List.of(),
        List.of(
            new ResultSchemaMatchCheck(),
            new UndeclaredResultCheck(),
            new SchemaDependencyCheck(),
            new InputSchemaMatchCheck(),
            new UndeclaredInputCheck(),
            new SchemaTypeHintCheck(),
            new UntypedParameterCheck(),
            new UnreadFieldCheck()));
  }
}
