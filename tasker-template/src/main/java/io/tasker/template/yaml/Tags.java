package io.tasker.template.yaml;

import io.tasker.template.problem.Details;
import io.tasker.template.problem.Position;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.TemplatePath;
import io.tasker.template.yaml.YamlNode.Scalar;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** What a value means, by its style, its text and its tag. */
final class Tags {
  private static final String STANDARD = "tag:yaml.org,2002:";

  private final ProblemCollector problems;

  Tags(ProblemCollector problems) {
    this.problems = problems;
  }

  Scalar resolve(ScalarEvent event) {
    String text = event.getValue();
    String tag = event.getTag().orElse("");
    Object plain = event.isPlain() ? PlainScalars.resolve(text) : text;
    return switch (tag) {
      case "" -> new Scalar(text, plain, event.isPlain() && text.isEmpty());
      case "!", STANDARD + "str" -> new Scalar(text, text, false);
      case STANDARD + "int", STANDARD + "float", STANDARD + "bool", STANDARD + "null" ->
          tagged(event, tag.substring(STANDARD.length()), PlainScalars.resolve(text));
      default -> {
        unknownTag(TreeBuilder.position(event), tag);
        yield new Scalar(text, plain, false);
      }
    };
  }

  void checkCollection(CollectionStartEvent event) {
    String standard = STANDARD + (event instanceof MappingStartEvent ? "map" : "seq");
    String tag = event.getTag().orElse(standard);
    if (!tag.equals(standard) && !tag.equals("!")) {
      unknownTag(TreeBuilder.position(event), tag);
    }
  }

  private Scalar tagged(ScalarEvent event, String type, @Nullable Object value) {
    String text = event.getValue();
    boolean fits =
        switch (type) {
          case "int" -> value instanceof Number && !(value instanceof Double);
          case "float" -> value instanceof Number;
          case "bool" -> value instanceof Boolean;
          default -> value == null;
        };
    if (!fits) {
      problems.reportAt(
          ProblemCode.UNSUPPORTED_YAML,
          TemplatePath.root(),
          TreeBuilder.position(event),
          "'" + Excerpt.of(text) + "' has the tag !!" + type + ", which it does not fit.",
          Details.none().fix("remove the tag."));
    }
    Object number = fits && type.equals("float") ? Double.valueOf(String.valueOf(value)) : value;
    return new Scalar(text, number, false);
  }

  private void unknownTag(Position at, String tag) {
    String shown = tag.startsWith(STANDARD) ? "!!" + tag.substring(STANDARD.length()) : tag;
    problems.reportAt(
        ProblemCode.UNSUPPORTED_YAML,
        TemplatePath.root(),
        at,
        "the tag " + Excerpt.of(shown) + " means nothing in a task template.",
        Details.none().fix("remove the tag."));
  }
}
