package io.tasker.template.yaml;

import io.tasker.template.problem.Position;
import io.tasker.template.problem.SourceMap;
import io.tasker.template.problem.TemplatePath;
import java.util.List;
import java.util.Optional;

/** Positions looked up in the nodes of the file when they are asked for. */
final class NodePositions implements SourceMap {
  private final YamlNode.Placed root;

  NodePositions(YamlNode.Placed root) {
    this.root = root;
  }

  @Override
  public Optional<Position> find(TemplatePath path) {
    List<Object> segments = path.segments();
    YamlNode.Placed value = root;
    Position position = root.at();
    for (int depth = 0; depth < segments.size(); depth++) {
      Object segment = segments.get(depth);
      if (segment instanceof Integer index) {
        if (!(value.node() instanceof YamlNode.Sequence list) || index >= list.items().size()) {
          return Optional.empty();
        }
        value = list.items().get(index);
        position = value.at();
      } else {
        Optional<YamlNode.Entry> entry = entry(value.node(), (String) segment, depth == 2);
        if (entry.isEmpty()) {
          return Optional.empty();
        }
        value = entry.get().value();
        position = isWrittenScalar(value.node()) ? value.at() : entry.get().keyAt();
      }
    }
    return Optional.of(position);
  }

  /** Returns where the value of a place begins, which for a mapping or list is not its key. */
  Optional<Position> valueAt(TemplatePath path) {
    Optional<YamlNode.Placed> value = Optional.of(root);
    List<Object> segments = path.segments();
    for (int depth = 0; depth < segments.size() && value.isPresent(); depth++) {
      value = child(value.get().node(), segments.get(depth), depth == 2);
    }
    return value.map(YamlNode.Placed::at);
  }

  private static Optional<YamlNode.Placed> child(YamlNode node, Object segment, boolean inStep) {
    if (segment instanceof Integer index) {
      return node instanceof YamlNode.Sequence list && index < list.items().size()
          ? Optional.of(list.items().get(index))
          : Optional.empty();
    }
    return entry(node, (String) segment, inStep).map(YamlNode.Entry::value);
  }

  private static Optional<YamlNode.Entry> entry(YamlNode node, String key, boolean inStep) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return Optional.empty();
    }
    Optional<YamlNode.Entry> entry = mapping.entry(key);
    return entry.isPresent() || !inStep ? entry : Keys.aliasOf(key).flatMap(mapping::entry);
  }

  /** Nothing is written after a key that is left empty, so the key is the better place to show. */
  private static boolean isWrittenScalar(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar && !scalar.isLeftOut();
  }
}
