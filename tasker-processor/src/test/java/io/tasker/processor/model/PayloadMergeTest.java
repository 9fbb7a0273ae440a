package io.tasker.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.processor.model.PayloadType.EnumType;
import io.tasker.processor.model.PayloadType.Field;
import io.tasker.processor.model.PayloadType.ListType;
import io.tasker.processor.model.PayloadType.MapType;
import io.tasker.processor.model.PayloadType.ObjectType;
import io.tasker.processor.model.PayloadType.Open;
import io.tasker.processor.model.PayloadType.OptionalType;
import io.tasker.processor.model.PayloadType.Reference;
import io.tasker.processor.model.PayloadType.Scalar;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayloadMergeTest {
  private static final PayloadType TEXT = new Scalar(ScalarKind.STRING);
  private static final PayloadType ID = new Scalar(ScalarKind.UUID);
  private static final PayloadType STATUS = new EnumType("a.Status", List.of("OPEN"));
  private static final PayloadType OTHER = new EnumType("b.Status", List.of("PAID"));

  @Test
  void optional_onlyIfEachReaderCanDoWithout() {
    PayloadType optional = new OptionalType(TEXT);

    assertThat(PayloadMerge.merge(optional, optional)).isEqualTo(optional);
    assertThat(PayloadMerge.merge(optional, TEXT)).isEqualTo(TEXT);
    assertThat(PayloadMerge.merge(TEXT, optional)).isEqualTo(TEXT);
  }

  @Test
  void whatSaysMore_wins_whoeverReadsFirst() {
    PayloadType object = object("a.Cart", field("total", TEXT));
    bothWays(new Open(), TEXT, TEXT);
    bothWays(TEXT, STATUS, STATUS);
    bothWays(TEXT, ID, ID);
    bothWays(new MapType(TEXT), object, object);
    bothWays(new ListType(TEXT), new ListType(ID), new ListType(ID));
    bothWays(new MapType(TEXT), new MapType(ID), new MapType(ID));
  }

  @Test
  void whereNeitherSaysMore_theFirstWins() {
    assertThat(PayloadMerge.merge(STATUS, OTHER)).isEqualTo(STATUS);
    assertThat(PayloadMerge.merge(OTHER, STATUS)).isEqualTo(OTHER);
  }

  @Test
  void fieldsOfBoth_withThePresenceThatSuitsBoth() {
    Field maybe = new Field("x", "x", TEXT, "String", Presence.OPTIONAL, List.of("y", "z"));
    Field certain = new Field("x", "x", TEXT, "String", Presence.CERTAIN, List.of("z"));

    assertThat(
            PayloadMerge.merge(
                object("a.A", maybe, field("left", TEXT)),
                object("a.B", field("right", TEXT), certain)))
        .isEqualTo(object("a.A & a.B", certain, field("left", TEXT), field("right", TEXT)));
  }

  @Test
  void recursiveTypes_areOneThatRefersToItself() {
    ObjectType left = object("a.A", field("next", new Reference("a.A")));
    ObjectType right = object("a.B", field("next", new Reference("a.B")));
    PayloadType both = object("a.A & a.B", field("next", new Reference("a.A & a.B")));

    assertThat(PayloadMerge.merge(left, right)).isEqualTo(both);
    assertThat(PayloadMerge.merge(left, left)).isEqualTo(left);
    assertThat(PayloadMerge.merge(both, right)).isEqualTo(both);
  }

  @Test
  void recursiveTypeThatOneReaderKnows_isWholeWithinTheMergedOne() {
    ObjectType left = object("a.A", field("left", new Reference("a.A")));
    ObjectType right = object("a.B", field("right", new Reference("a.B")));

    assertThat(PayloadMerge.merge(left, right))
        .isEqualTo(object("a.A & a.B", field("left", left), field("right", right)));
  }

  private static void bothWays(PayloadType one, PayloadType other, PayloadType merged) {
    assertThat(PayloadMerge.merge(one, other)).isEqualTo(merged);
    assertThat(PayloadMerge.merge(other, one)).isEqualTo(merged);
  }

  private static ObjectType object(String name, Field... fields) {
    return new ObjectType(name, List.of(fields));
  }

  private static Field field(String name, PayloadType type) {
    return new Field(name, name, type, "", Presence.CERTAIN);
  }
}
