package io.tasker.template.yaml;

import io.tasker.template.problem.Details;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.Suggestions;
import io.tasker.template.problem.TemplatePath;
import io.tasker.template.yaml.YamlNode.Scalar;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Nodes as values of a type; empty, with the problem reported, if a node is not of that type. */
final class Values {
  private static final BigInteger GREATEST = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

  private final ProblemCollector problems;

  Values(ProblemCollector problems) {
    this.problems = problems;
  }

  Optional<String> text(YamlNode node, TemplatePath path, String subject) {
    if (node instanceof Scalar scalar && scalar.value() instanceof String text) {
      return Optional.of(text);
    }
    Details details =
        node instanceof Scalar scalar && scalar.value() != null
            ? Details.none().fix("quote it: \"" + Excerpt.of(scalar.text()) + "\".")
            : Details.none();
    return wrongType(node, path, subject, "a text", details);
  }

  Optional<Long> integer(
      YamlNode node, TemplatePath path, String subject, long least, long greatest) {
    if (node instanceof Scalar scalar
        && (scalar.value() instanceof Integer || scalar.value() instanceof Long)) {
      long number = ((Number) scalar.value()).longValue();
      if (least <= number && number <= greatest) {
        return Optional.of(number);
      }
    }
    String needed = "a whole number from " + least + " to " + greatest;
    return wrongType(node, path, subject, needed, Details.none());
  }

  Optional<Boolean> flag(YamlNode node, TemplatePath path, String subject) {
    if (node instanceof Scalar scalar && scalar.value() instanceof Boolean flag) {
      return Optional.of(flag);
    }
    return wrongType(node, path, subject, "true or false", Details.none());
  }

  Optional<YamlNode.Mapping> mapping(YamlNode node, TemplatePath path, String subject) {
    return node instanceof YamlNode.Mapping mapping
        ? Optional.of(mapping)
        : wrongType(node, path, subject, "a mapping", Details.none());
  }

  Optional<YamlNode.Sequence> list(YamlNode node, TemplatePath path, String subject, String key) {
    if (node instanceof YamlNode.Sequence list) {
      return Optional.of(list);
    }
    Details details =
        node instanceof Scalar scalar && scalar.value() instanceof String
            ? Details.none().fix("write " + key + ": [" + Excerpt.of(scalar.text()) + "].")
            : Details.none();
    return wrongType(node, path, subject, "a list", details);
  }

  <T extends Enum<T>> Optional<T> word(
      YamlNode node, TemplatePath path, String subject, Class<T> type) {
    Optional<String> text = text(node, path, subject);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    for (T constant : type.getEnumConstants()) {
      if (yamlName(constant).equals(text.get())) {
        return Optional.of(constant);
      }
    }
    List<String> words = Arrays.stream(type.getEnumConstants()).map(Values::yamlName).toList();
    problems.report(
        ProblemCode.UNKNOWN_VALUE,
        path,
        subject + " is '" + Excerpt.of(text.get()) + "', which is none of its values.",
        Details.none()
            .didYouMean(Suggestions.closest(text.get(), words))
            .line("known values", Details.list(words)));
    return Optional.empty();
  }

  void timestamp(YamlNode node, TemplatePath path, String subject) {
    Optional<String> text = text(node, path, subject);
    try {
      // RFC 3339 allows a space and lower-case letters where ISO 8601 has 'T' and 'Z'.
      text.map(time -> time.toUpperCase(Locale.ROOT).replaceFirst(" ", "T"))
          .ifPresent(OffsetDateTime::parse);
    } catch (DateTimeParseException e) {
      problems.report(
          ProblemCode.INVALID_TIMESTAMP,
          path,
          subject + " is '" + Excerpt.of(text.orElseThrow()) + "', which is not a time.",
          Details.none().fix("write date, time and offset, such as 2026-01-31T09:30:00Z."));
    }
  }

  Map<String, Object> data(YamlNode.Mapping mapping, TemplatePath path) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    for (YamlNode.Entry entry : mapping.entries()) {
      data.put(entry.key(), json(entry.value().node(), path.key(entry.key())));
    }
    @SuppressWarnings({"unchecked", "NullAway"}) // Open data holds JSON null, see OpenData.
    Map<String, Object> open = (Map<String, Object>) (Map<String, ?>) data;
    return open;
  }

  private @Nullable Object json(YamlNode node, TemplatePath path) {
    if (node instanceof YamlNode.Mapping mapping) {
      return data(mapping, path);
    }
    if (node instanceof YamlNode.Sequence list) {
      List<@Nullable Object> items = new ArrayList<>();
      for (YamlNode.Placed item : list.items()) {
        items.add(json(item.node(), path.item(items.size())));
      }
      return items;
    }
    Scalar scalar = (Scalar) node;
    if (scalar.value() instanceof Number number && !isJson(number)) {
      problems.report(
          ProblemCode.WRONG_TYPE,
          path,
          "'" + path + "' is " + scalar.inWords() + ", which Tasker Core cannot hold.",
          Details.none().fix("quote it, or write a finite number of at most 64 bits."));
      return null;
    }
    return scalar.value();
  }

  private static boolean isJson(Number number) {
    return number instanceof BigInteger integer
        ? integer.signum() > 0 && integer.compareTo(GREATEST) <= 0
        : Double.isFinite(number.doubleValue());
  }

  private static String yamlName(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private <T> Optional<T> wrongType(
      YamlNode node, TemplatePath path, String subject, String needed, Details details) {
    problems.report(
        ProblemCode.WRONG_TYPE,
        path,
        subject + " is " + node.inWords() + ", but it has to be " + needed + ".",
        details);
    return Optional.empty();
  }
}
