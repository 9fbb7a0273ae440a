package io.tasker.template.yaml;

import io.tasker.template.problem.Details;
import io.tasker.template.problem.Position;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.TemplatePath;
import io.tasker.template.yaml.YamlNode.Entry;
import io.tasker.template.yaml.YamlNode.Placed;
import io.tasker.template.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;

/** A mapping or list whose end the parser has not reached. */
final class OpenCollection {
  private final ProblemCollector problems;
  private final CollectionStartEvent start;
  private final boolean isMapping;
  private final List<Placed> items = new ArrayList<>();
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private @Nullable Placed key;
  private long size = 1;
  private int height;

  OpenCollection(ProblemCollector problems, CollectionStartEvent start) {
    this.problems = problems;
    this.start = start;
    this.isMapping = start instanceof MappingStartEvent;
  }

  Position at() {
    return TreeBuilder.position(start);
  }

  Optional<Anchor> anchor() {
    return start.getAnchor();
  }

  void add(Placed value, TreeBuilder.Measured measured) {
    size += measured.size();
    height = Math.max(height, measured.height());
    if (!isMapping) {
      items.add(value);
    } else if (key == null) {
      key = value;
    } else {
      addEntry(key, value);
      key = null;
    }
  }

  TreeBuilder.Measured close() {
    YamlNode node =
        isMapping
            ? new YamlNode.Mapping(List.copyOf(entries.values()))
            : new YamlNode.Sequence(List.copyOf(items));
    return new TreeBuilder.Measured(node, size, height + 1);
  }

  private void addEntry(Placed written, Placed value) {
    if (!(written.node() instanceof Scalar scalar)) {
      report(
          ProblemCode.UNSUPPORTED_YAML,
          written.at(),
          written.node().inWords() + " is used as a key, but keys are texts.",
          Details.none().fix("if '{' or '[' belongs to a text, put the text in quotes."));
      return;
    }
    String name = scalar.text();
    if (!(scalar.value() instanceof String)) {
      report(
          ProblemCode.UNSUPPORTED_YAML,
          written.at(),
          "a key is " + scalar.inWords() + ", but keys are texts.",
          Details.none().fix("quote it: \"" + Excerpt.of(name) + "\"."));
    }
    Entry earlier = entries.putIfAbsent(name, new Entry(name, written.at(), value));
    if (earlier != null) {
      report(
          ProblemCode.DUPLICATE_KEY,
          written.at(),
          "key '" + Excerpt.of(name) + "' is in this mapping twice.",
          Details.none()
              .line("first", "line " + earlier.keyAt().line())
              .fix("keep one of the two."));
    }
  }

  private void report(ProblemCode code, Position at, String headline, Details details) {
    problems.reportAt(code, TemplatePath.root(), at, headline, details);
  }
}
