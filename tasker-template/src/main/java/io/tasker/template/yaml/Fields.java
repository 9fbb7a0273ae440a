package io.tasker.template.yaml;

import io.tasker.template.JsonSchema;
import io.tasker.template.problem.Details;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.Suggestions;
import io.tasker.template.problem.TemplatePath;
import io.tasker.template.yaml.YamlNode.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one mapping of known shape, each taken once; what nobody takes is unknown.
 *
 * <p>A null counts as absent, except where Tasker Core refuses it.
 */
final class Fields {
  private final YamlNode.Mapping mapping;
  private final Map<String, Entry> remaining = new LinkedHashMap<>();
  private final TreeSet<String> known = new TreeSet<>();
  private final TemplatePath path;
  private final String owner;
  private final ProblemCollector problems;
  private final Values values;

  /**
   * Starts with every key of a mapping.
   *
   * @param owner what has these keys, for messages: {@code step 'pack'}
   */
  Fields(YamlNode.Mapping mapping, TemplatePath path, String owner, ProblemCollector problems) {
    this.mapping = mapping;
    mapping.entries().forEach(entry -> remaining.put(entry.key(), entry));
    this.path = path;
    this.owner = owner;
    this.problems = problems;
    this.values = new Values(problems);
  }

  TemplatePath path(String key) {
    return path.key(key);
  }

  /** Returns what messages call the value of a key. */
  String subject(String key) {
    return path.equals(TemplatePath.root()) ? "'" + key + "'" : "'" + key + "' of " + owner;
  }

  /** Returns the keys of a mapping that is the value of a key. */
  Fields inner(String key, YamlNode.Mapping mapping) {
    return new Fields(mapping, path.key(key), subject(key), problems);
  }

  /** Returns the value of a key or of its alias, or empty if there is none. */
  Optional<YamlNode> take(String key) {
    known.add(key);
    Entry entry = remaining.remove(key);
    Optional<String> alias = Keys.aliasOf(key);
    Entry other = alias.isPresent() ? remaining.remove(alias.get()) : null;
    if (entry != null && other != null) {
      problems.reportAt(
          ProblemCode.DUPLICATE_KEY,
          path.key(key),
          other.keyAt(),
          owner + " has both '" + key + "' and '" + other.key() + "', which are the same key.",
          Details.none().fix("keep one of the two."));
    }
    return Optional.ofNullable(entry != null ? entry : other)
        .map(found -> found.value().node())
        .filter(node -> !isAbsent(key, node));
  }

  private static boolean isAbsent(String key, YamlNode node) {
    return node instanceof YamlNode.Scalar scalar
        && scalar.value() == null
        && !Keys.refusesNull(key, scalar.isLeftOut());
  }

  String requiredText(String key) {
    return required(key).flatMap(node -> values.text(node, path.key(key), subject(key))).orElse("");
  }

  String text(String key) {
    return take(key).flatMap(node -> values.text(node, path.key(key), subject(key))).orElse("");
  }

  long number(String key, long least, long greatest, long absent) {
    return take(key)
        .flatMap(node -> values.integer(node, path.key(key), subject(key), least, greatest))
        .orElse(absent);
  }

  long requiredNumber(String key, long least, long greatest) {
    return required(key)
        .flatMap(node -> values.integer(node, path.key(key), subject(key), least, greatest))
        .orElse(least);
  }

  boolean flag(String key, boolean absent) {
    return take(key).flatMap(node -> values.flag(node, path.key(key), subject(key))).orElse(absent);
  }

  void timestamp(String key) {
    take(key).ifPresent(node -> values.timestamp(node, path.key(key), subject(key)));
  }

  <T extends Enum<T>> T word(String key, Class<T> type, T absent) {
    return take(key)
        .flatMap(node -> values.word(node, path.key(key), subject(key), type))
        .orElse(absent);
  }

  /** Returns a required word; {@code absent} only stands in for a missing one in a draft. */
  <T extends Enum<T>> T requiredWord(String key, Class<T> type, T absent) {
    return required(key)
        .flatMap(node -> values.word(node, path.key(key), subject(key), type))
        .orElse(absent);
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Item item : items(key)) {
      values.text(item.node(), item.path(), "an item of " + subject(key)).ifPresent(texts::add);
    }
    return texts;
  }

  Map<String, Object> data(String key) {
    return mapping(key).map(node -> values.data(node, path.key(key))).orElse(Map.of());
  }

  /** Returns a mapping as written after a look at the keys that have a known shape. */
  Map<String, Object> data(String key, Consumer<Fields> shape) {
    Optional<YamlNode.Mapping> mapping = mapping(key);
    mapping.ifPresent(
        node -> {
          Fields fields = inner(key, node);
          shape.accept(fields);
          fields.reportUnknown();
        });
    return mapping.map(node -> values.data(node, path.key(key))).orElse(Map.of());
  }

  Optional<JsonSchema> schema(String key) {
    return mapping(key).map(node -> new JsonSchema(values.data(node, path.key(key))));
  }

  Optional<YamlNode.Mapping> mapping(String key) {
    return take(key).flatMap(node -> values.mapping(node, path.key(key), subject(key)));
  }

  Optional<YamlNode.Mapping> requiredMapping(String key) {
    return required(key).flatMap(node -> values.mapping(node, path.key(key), subject(key)));
  }

  /** Returns the mappings of a list, each with its own keys. */
  List<Fields> mappings(String key) {
    List<Fields> mappings = new ArrayList<>();
    for (Item item : items(key)) {
      values
          .mapping(item.node(), item.path(), "an item of " + subject(key))
          .ifPresent(
              inner ->
                  mappings.add(new Fields(inner, item.path(), itemOwner(key, inner), problems)));
    }
    return mappings;
  }

  /** Returns the whole mapping as written. */
  Map<String, Object> asData() {
    return values.data(mapping, path);
  }

  private record Item(YamlNode node, TemplatePath path) {}

  private List<Item> items(String key) {
    Optional<YamlNode.Sequence> list =
        take(key).flatMap(node -> values.list(node, path.key(key), subject(key), key));
    List<Item> items = new ArrayList<>();
    list.ifPresent(
        found -> {
          for (YamlNode.Placed item : found.items()) {
            items.add(new Item(item.node(), path.key(key).item(items.size())));
          }
        });
    return items;
  }

  /** What has a name is called by it, the rest by the list it is in. */
  private String itemOwner(String key, YamlNode.Mapping item) {
    String noun =
        switch (key) {
          case "publishes_events" -> "event";
          case "domain_events" -> "domain event";
          default -> "step";
        };
    String holder = path.equals(TemplatePath.root()) ? "" : " of " + owner;
    return item.entry("name")
        .map(entry -> entry.value().node())
        .map(node -> node instanceof YamlNode.Scalar scalar ? scalar.text() : "")
        .filter(name -> !name.isEmpty())
        .map(name -> noun + " '" + Excerpt.of(name) + "'" + holder)
        .orElse("an item of " + subject(key));
  }

  /** Reports every key that nobody took. */
  void reportUnknown() {
    for (Entry entry : remaining.values()) {
      String key = Excerpt.of(entry.key());
      problems.reportAt(
          ProblemCode.UNKNOWN_KEY,
          path.key(entry.key()),
          entry.keyAt(),
          owner + " has a key '" + key + "' that Tasker Core does not know and ignores.",
          advice(entry.key()));
    }
  }

  private Details advice(String key) {
    Optional<String> meant = Keys.meantBy(key).filter(known::contains);
    Optional<String> advice = Keys.adviceFor(key);
    Details details =
        Details.none().didYouMean(meant.map(List::of).orElse(Suggestions.closest(key, known)));
    if (advice.isPresent()) {
      return details.fix(advice.get());
    }
    return details.known("keys", known);
  }

  private Optional<YamlNode> required(String key) {
    boolean isWritten = remaining.containsKey(key);
    Optional<YamlNode> node = take(key);
    if (node.isEmpty()) {
      problems.report(
          ProblemCode.MISSING_KEY,
          path.key(key),
          owner + (isWritten ? " has no value for '" : " has no '") + key + "', which is required.",
          similarKey(key));
    }
    return node;
  }

  /** A required key that is missing is often there under another name. */
  private Details similarKey(String key) {
    @Nullable String similar =
        remaining.keySet().stream()
            .filter(written -> Keys.meantBy(written).equals(Optional.of(key)))
            .findFirst()
            .orElse(null);
    return similar == null
        ? Details.none()
        : Details.none().fix("rename '" + similar + "' to '" + key + "'.");
  }
}
