package io.tasker.template.yaml;

import static io.tasker.template.problem.ProblemCode.MALFORMED_YAML;
import static io.tasker.template.problem.ProblemCode.TEMPLATE_TOO_LARGE;
import static io.tasker.template.problem.ProblemCode.UNSUPPORTED_YAML;

import io.tasker.template.problem.Details;
import io.tasker.template.problem.Position;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.TemplatePath;
import io.tasker.template.yaml.YamlNode.Placed;
import io.tasker.template.yaml.YamlNode.Scalar;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Builds the nodes of one document from parser events, without recursion.
 *
 * <p>Depth and size count what aliases stand for, so that everything behind this class may recurse
 * and walk the tree freely.
 */
final class TreeBuilder {
  /** Deeper than any schema a person writes, and safe for recursion. */
  static final int MAX_DEPTH = 64;

  /** Room for a template of ten thousand steps. */
  static final int MAX_NODES = 1_000_000;

  /** A node with the size and height of what it stands for. */
  record Measured(YamlNode node, long size, int height) {}

  private static final Scalar NOTHING = new Scalar("", null, true);

  private final ProblemCollector problems;
  private final Tags tags;
  private final Deque<OpenCollection> open = new ArrayDeque<>();
  private final Map<Anchor, Measured> anchors = new HashMap<>();
  private @Nullable Placed root;
  private long size;

  TreeBuilder(ProblemCollector problems) {
    this.problems = problems;
    this.tags = new Tags(problems);
  }

  static Position position(Event event) {
    return event.getStartMark().map(MalformedYaml::positionOf).orElse(new Position(1, 1));
  }

  Optional<Placed> root() {
    return Optional.ofNullable(root);
  }

  boolean isComplete() {
    return root != null && open.isEmpty();
  }

  /** Takes the next event; returns false, with the problem reported, if reading must end. */
  boolean accept(Event event) {
    if (event instanceof CollectionStartEvent start) {
      tags.checkCollection(start);
      open.push(new OpenCollection(problems, start));
      return isWithinBounds(position(start), 1, 0);
    }
    if (event instanceof CollectionEndEvent) {
      OpenCollection closed = open.pop();
      place(closed.at(), closed.anchor(), closed.close());
    } else if (event instanceof ScalarEvent scalar) {
      place(position(scalar), scalar.getAnchor(), new Measured(tags.resolve(scalar), 1, 0));
      return isWithinBounds(position(scalar), 1, 0);
    } else if (event instanceof AliasEvent alias) {
      Measured target = follow(alias);
      place(position(alias), Optional.empty(), target);
      return isWithinBounds(position(alias), target.size(), target.height());
    }
    return true;
  }

  private Measured follow(NodeEvent alias) {
    Anchor anchor = alias.getAnchor().orElseThrow();
    Measured target = anchors.get(anchor);
    if (target != null) {
      return target;
    }
    String name = Excerpt.of(anchor.getValue());
    if (open.stream().anyMatch(outer -> outer.anchor().equals(Optional.of(anchor)))) {
      report(
          UNSUPPORTED_YAML,
          position(alias),
          "alias '*" + name + "' stands for a value that contains the alias itself.",
          Details.none().fix("write the value out."));
    } else {
      report(
          MALFORMED_YAML,
          position(alias),
          "alias '*" + name + "' is used, but no '&" + name + "' comes before it.",
          Details.none().fix("write the value out, or quote the text if '*' belongs to it."));
    }
    return new Measured(NOTHING, 1, 0);
  }

  private void place(Position at, Optional<Anchor> anchor, Measured measured) {
    anchor.ifPresent(name -> anchors.put(name, measured));
    OpenCollection outer = open.peek();
    if (outer == null) {
      root = new Placed(at, measured.node());
    } else {
      outer.add(new Placed(at, measured.node()), measured);
    }
  }

  private boolean isWithinBounds(Position at, long added, int height) {
    size += added;
    if (size <= MAX_NODES && open.size() + height <= MAX_DEPTH) {
      return true;
    }
    report(
        TEMPLATE_TOO_LARGE,
        at,
        size > MAX_NODES
            ? "the file stands for more than "
                + MAX_NODES
                + " values, the most a template may have."
            : "mappings and lists are nested more than " + MAX_DEPTH + " deep, the most allowed.",
        size > MAX_NODES ? Details.none().fix("use fewer aliases.") : Details.none());
    return false;
  }

  private void report(ProblemCode code, Position at, String headline, Details details) {
    problems.reportAt(code, TemplatePath.root(), at, headline, details);
  }
}
