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
