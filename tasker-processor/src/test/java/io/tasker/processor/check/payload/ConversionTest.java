package io.tasker.processor.check.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.processor.check.payload.Conversion.Mismatch;
import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.PayloadType.EnumType;
import io.tasker.processor.model.PayloadType.Field;
import io.tasker.processor.model.PayloadType.ListType;
import io.tasker.processor.model.PayloadType.MapType;
import io.tasker.processor.model.PayloadType.ObjectType;
import io.tasker.processor.model.PayloadType.Open;
import io.tasker.processor.model.PayloadType.OptionalType;
import io.tasker.processor.model.PayloadType.Reference;
import io.tasker.processor.model.PayloadType.Scalar;
import io.tasker.processor.model.PayloadType.Unresolved;
import io.tasker.processor.model.PayloadType.VoidType;
import io.tasker.processor.model.Presence;
import io.tasker.processor.model.ScalarKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversionTest {
  private static final PayloadType STRING = new Scalar(ScalarKind.STRING);
  private static final PayloadType INT = new Scalar(ScalarKind.INT);
  private static final PayloadType DECIMAL = new Scalar(ScalarKind.BIG_DECIMAL);
  private static final PayloadType STATUS = new EnumType("a.Status", List.of("OPEN", "PAID"));

  @ParameterizedTest
  @CsvSource({
    "INT, LONG",
    "INT, DOUBLE",
    "SHORT, FLOAT",
    "BYTE, SHORT",
    "INT, BIG_INTEGER",
    "INT, BIG_DECIMAL",
    "LONG, BIG_DECIMAL",
    "DOUBLE, BIG_DECIMAL",
    "FLOAT, DOUBLE",
    "CHAR, STRING",
    "INSTANT, INSTANT"
  })
  void widening_isFine(ScalarKind produced, ScalarKind taken) {
    assertThat(Conversion.find(new Scalar(produced), new Scalar(taken))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "LONG, INT",
    "LONG, DOUBLE",
    "LONG, FLOAT",
    "INT, FLOAT",
    "BIG_INTEGER, DOUBLE",
    "DOUBLE, INT",
    "DOUBLE, FLOAT",
    "BIG_DECIMAL, DOUBLE",
    "BIG_INTEGER, LONG",
    "STRING, INT",
    "STRING, CHAR",
    "INT, STRING",
    "STRING, INSTANT",
    "BOOLEAN, STRING"
  })
  void narrowingAndParsing_areNot(ScalarKind produced, ScalarKind taken) {
    assertThat(Conversion.find(new Scalar(produced), new Scalar(taken)))
        .contains(new Mismatch.Types("", new Scalar(produced), new Scalar(taken)));
  }

  @Test
  void enum_isAString_butAStringIsNoEnum() {
    assertThat(Conversion.find(STATUS, STRING)).isEmpty();
    assertThat(Conversion.find(STRING, STATUS)).isPresent();
  }

  @Test
  void enum_fitsOneWithAtLeastItsConstants() {
    PayloadType wider = new EnumType("b.Status", List.of("OPEN", "PAID", "LATE"));

    assertThat(Conversion.find(STATUS, wider)).isEmpty();
    assertThat(Conversion.find(wider, STATUS)).isPresent();
  }

  @Test
  void openJson_isReadAndReadsAnything() {
    assertThat(Conversion.find(object("a.Cart"), new Open())).isEmpty();
    assertThat(Conversion.find(new Open(), object("a.Cart"))).isEmpty();
  }

  @Test
  void optional_takesAValue_butAValueTakesNoOptional() {
    assertThat(Conversion.find(INT, new OptionalType(INT))).isEmpty();
    assertThat(Conversion.find(new OptionalType(INT), new OptionalType(INT))).isEmpty();
    assertThat(Conversion.find(new OptionalType(INT), INT)).contains(new Mismatch.Absent(""));
  }

  @Test
  void nothing_fitsNothingOnly() {
    assertThat(Conversion.find(new VoidType(), new VoidType())).isEmpty();
    assertThat(Conversion.find(new VoidType(), INT)).isPresent();
    assertThat(Conversion.find(new VoidType(), new OptionalType(INT))).isPresent();
  }

  @Test
  void projection_readsSomeFields() {
    PayloadType cart = object("a.Cart", field("total", DECIMAL), field("count", INT));

    assertThat(Conversion.find(cart, object("b.Total", field("total", DECIMAL)))).isEmpty();
  }

  @Test
  void projection_ofAFieldThatIsNotThere_namesIt() {
    ObjectType cart = object("a.Cart", field("total", DECIMAL));

    ObjectType total = object("b.Total", field("totl", DECIMAL));

    assertThat(Conversion.find(cart, total))
        .contains(new Mismatch.NoField("", "totl", cart, total));
  }

  @Test
  void projection_mayMissWhatIsOptional() {
    ObjectType wanted =
        object(
            "b.Total",
            new Field("x", "x", new OptionalType(INT), "Optional<Integer>", Presence.OPTIONAL));

    assertThat(Conversion.find(object("a.Cart"), wanted)).isEmpty();
  }

  @Test
  void projection_ofAnOptionalFieldAsRequired_isAbsent() {
    ObjectType cart = object("a.Cart", new Field("x", "x", INT, "int", Presence.OPTIONAL));

    assertThat(Conversion.find(cart, object("b.Total", field("x", INT))))
        .contains(new Mismatch.Absent("x"));
  }

  @Test
  void nestedDifference_isFoundWithItsPath() {
    PayloadType cart =
        object("a.Cart", field("items", new ListType(object("a.Item", field("id", STRING)))));
    PayloadType wanted =
        object("b.Cart", field("items", new ListType(object("b.Item", field("id", INT)))));

    assertThat(Conversion.find(cart, wanted))
        .contains(new Mismatch.Types("items[].id", STRING, INT));
  }

  @Test
  void map_fitsARecordWhoseFieldsItsValuesFit() {
    assertThat(Conversion.find(new MapType(INT), object("b.Total", field("total", DECIMAL))))
        .isEmpty();
    assertThat(Conversion.find(new MapType(STRING), object("b.Total", field("total", DECIMAL))))
        .isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "STRING, INT",
    "LONG, INT",
    "STRING, UUID",
    "INT, BOOLEAN",
    "INT, LOCAL_DATE",
    "DOUBLE, LONG",
  })
  void keysOfAMap_areComparedAsValuesAre(ScalarKind produced, ScalarKind taken) {
    MapType from = new MapType(new Scalar(produced), STRING);
    MapType to = new MapType(new Scalar(taken), STRING);

    assertThat(Conversion.find(from, to)).contains(new Mismatch.Types("", from, to));
    assertThat(Conversion.find(from, new MapType(new Scalar(produced), STRING))).isEmpty();
    assertThat(Conversion.find(from, new MapType(STRING, STRING))).isEmpty();
  }

  @Test
  void keysOfAnEnum_areThoseOfATextOrAWiderEnum() {
    assertThat(Conversion.find(new MapType(STATUS, INT), new MapType(STRING, INT))).isEmpty();
    assertThat(Conversion.find(new MapType(STRING, INT), new MapType(STATUS, INT))).isPresent();
    assertThat(
            Conversion.find(
                new MapType(STATUS, INT),
                new MapType(new EnumType("b.Status", List.of("OPEN")), INT)))
        .isPresent();
  }

  @Test
  void fieldsOfARecord_areKeysOfAMapOfTexts() {
    ObjectType cart = object("a.Cart", field("total", INT));
    MapType byNumber = new MapType(INT, INT);

    assertThat(Conversion.find(cart, new MapType(STRING, INT))).isEmpty();
    assertThat(Conversion.find(cart, new MapType(new EnumType("a.E", List.of("total")), INT)))
        .isEmpty();
    assertThat(Conversion.find(cart, byNumber)).contains(new Mismatch.Types("", cart, byNumber));
  }

  @Test
  void recursion_ends() {
    PayloadType tree = object("a.Tree", field("children", new ListType(new Reference("a.Tree"))));
    PayloadType wanted = object("b.Node", field("children", new ListType(new Reference("b.Node"))));

    assertThat(Conversion.find(tree, wanted)).isEmpty();
  }

  @Test
  void unresolvedType_isLeftToJavac() {
    assertThat(Conversion.find(new Unresolved(), INT)).isEmpty();
    assertThat(Conversion.find(INT, new Unresolved())).isEmpty();
  }

  private static ObjectType object(String name, Field... fields) {
    return new ObjectType(name, List.of(fields));
  }

  private static Field field(String name, PayloadType type) {
    return new Field(name, name, type, PayloadText.of(type), Presence.CERTAIN);
  }
}
