package io.tasker.template.yaml;

import io.tasker.template.problem.Position;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A piece of YAML, aliases followed; a piece with an alias is in several places of the tree. */
sealed interface YamlNode {

  /**
   * A text, number, boolean or null.
   *
   * @param text the text as written, without quotes
   * @param value what the text means: a String, Integer, Long, BigInteger, Double, Boolean or null
   * @param isLeftOut whether nothing at all is written after the key
   */
  record Scalar(String text, @Nullable Object value, boolean isLeftOut) implements YamlNode {}

  /**
   * Keys and values in the order they were written, each key once.
   *
   * @param entries the entries
   */
  record Mapping(List<Entry> entries) implements YamlNode {
    Optional<Entry> entry(String key) {
      return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }
  }

  /**
   * A list.
   *
   * @param items the items
   */
  record Sequence(List<Placed> items) implements YamlNode {}

  /**
   * A node in one of its places.
   *
   * @param at where it, or the alias for it, begins
   * @param node the node
   */
  record Placed(Position at, YamlNode node) {}

  /**
   * A key and its value.
   *
   * @param key the key
   * @param keyAt where the key begins
   * @param value the value
   */
  record Entry(String key, Position keyAt, Placed value) {}

  /** Returns the node in words, for messages: {@code the number 1.0}, {@code a list}. */
  default String inWords() {
    if (this instanceof Mapping) {
      return "a mapping";
    }
    if (this instanceof Sequence) {
      return "a list";
    }
    Scalar scalar = (Scalar) this;
    if (scalar.value() == null) {
      return scalar.isLeftOut() ? "empty" : "null";
    }
    if (scalar.value() instanceof String) {
      return "the text '" + Excerpt.of(scalar.text()) + "'";
    }
    return (scalar.value() instanceof Boolean ? "the boolean " : "the number ")
        + Excerpt.of(scalar.text());
  }
}
