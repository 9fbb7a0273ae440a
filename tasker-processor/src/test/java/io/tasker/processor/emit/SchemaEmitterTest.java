package io.tasker.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.PayloadType.EnumType;
import io.tasker.processor.model.PayloadType.OptionalType;
import io.tasker.template.JsonSchema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaEmitterTest {
  private static final EnumType SIZE = new EnumType("a.Size", List.of("S", "L"), List.of("small"));

  @Test
  void optionalWithinOptional_mayBeNullOnce() {
    PayloadType twice = new OptionalType(new OptionalType(SIZE));

    assertThat(SchemaEmitter.ofWritten(twice)).isEqualTo(SchemaEmitter.ofWritten(twice.present()));
    assertThat(SchemaEmitter.ofWritten(twice).map(JsonSchema::keywords))
        .contains(
            Map.of(
                "anyOf",
                List.of(
                    Map.of("type", "string", "enum", List.of("S", "L")), Map.of("type", "null"))));
  }

  @Test
  void aliasesOfConstants_areReadOnly() {
    assertThat(SchemaEmitter.ofWritten(SIZE).map(JsonSchema::keywords))
        .contains(Map.of("type", "string", "enum", List.of("S", "L")));
    assertThat(SchemaEmitter.ofRead(SIZE).map(JsonSchema::keywords))
        .contains(Map.of("type", "string", "enum", List.of("S", "L", "small")));
  }
}
