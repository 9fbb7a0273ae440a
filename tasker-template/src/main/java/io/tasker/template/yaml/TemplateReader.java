package io.tasker.template.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tasker.template.LocatedTemplate;
import io.tasker.template.problem.Details;
import io.tasker.template.problem.Position;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.SourceMap;
import io.tasker.template.problem.TemplatePath;
import io.tasker.template.problem.TemplateProblem;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads task templates from YAML, with the keys, aliases and defaults of Tasker Core.
 *
 * <p>Whatever the text holds, reading ends with a {@link TemplateReading} that names all its
 * problems; only input and output fail with an exception. Size, depth and aliases are bounded. A
 * reader has no state and may be shared.
 *
 * <p>One default differs: in a {@code retry} block without {@code backoff_base_ms} or {@code
 * max_backoff_ms} Tasker Core leaves these null, here they are 1 s and 30 s.
 */
public final class TemplateReader {
  /** A character of the largest template takes at most four bytes in UTF-8. */
  private static final int MAX_BYTES = 4 * YamlLoader.MAX_CHARACTERS;

  private static final Set<ProblemCode> CONSEQUENCES =
      Set.of(ProblemCode.WRONG_TYPE, ProblemCode.UNKNOWN_KEY, ProblemCode.MISSING_KEY);

  /** Starts a reader. */
  public TemplateReader() {}

  /**
   * Reads a file in UTF-8.
   *
   * @param file the file; messages name it as given, with {@code /} between its parts
   * @return the template, the problems, or both
   * @throws IOException if the file cannot be read
   */
  public TemplateReading read(Path file) throws IOException {
    String name = file.toString().replace(File.separatorChar, '/');
    try (InputStream bytes = Files.newInputStream(file)) {
      return read(name, bytes);
    }
  }

  /**
   * Reads a stream of UTF-8 to its end; the caller closes it.
   *
   * @param fileName the name for messages
   * @param bytes the stream
   * @return the template, the problems, or both
   * @throws IOException if the stream cannot be read
   */
  public TemplateReading read(String fileName, InputStream bytes) throws IOException {
    byte[] content = bytes.readNBytes(MAX_BYTES + 1);
    try {
      return read(fileName, UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
    } catch (CharacterCodingException e) {
      String readable = new String(content, UTF_8);
      String before = readable.substring(0, Math.max(0, readable.indexOf('\uFFFD')));
      int line = 1 + (int) before.chars().filter(character -> character == '\n').count();
      return unreadable(
          fileName,
          ProblemCode.MALFORMED_YAML,
          new Position(line, before.length() - before.lastIndexOf('\n')),
          "the file is not in UTF-8.",
          Details.none().fix("save the file in UTF-8."));
    }
  }

  /**
   * Reads text.
   *
   * @param fileName the name for messages, or empty
   * @param yaml the text
   * @return the template, the problems, or both
   */
  public TemplateReading read(String fileName, String yaml) {
    Objects.requireNonNull(fileName, "fileName");
    // Editors on Windows put a byte order mark in front; it is no part of the text.
    String text = yaml.startsWith("\uFEFF") ? yaml.substring(1) : yaml;
    ProblemCollector loading = new ProblemCollector(fileName, SourceMap.none());
    Optional<YamlNode.Placed> root = new YamlLoader(loading).load(text);
    if (root.isEmpty() || isNothing(root.get().node())) {
      return loading.problems().isEmpty() ? empty(fileName) : only(loading.problems());
    }
    if (!(root.get().node() instanceof YamlNode.Mapping mapping)) {
      loading.reportAt(
          ProblemCode.WRONG_TYPE,
          TemplatePath.root(),
          root.get().at(),
          "the file is " + root.get().node().inWords() + ", but a template is a mapping.",
          Details.none().fix("begin with 'name:', 'namespace_name:' and 'version:'."));
      return only(loading.problems());
    }
    return read(fileName, mapping, new NodePositions(root.get()), loading);
  }

  private static TemplateReading read(
      String fileName, YamlNode.Mapping root, NodePositions positions, ProblemCollector loading) {
    ProblemCollector shape = new ProblemCollector(fileName, positions);
    LocatedTemplate draft =
        new LocatedTemplate(new TemplateShape(shape).read(root), positions, fileName);
    ProblemCollector problems = new ProblemCollector(fileName, positions);
    loading.problems().forEach(problems::add);
    Set<Position> broken =
        loading.problems().stream().map(TemplateReader::positionOf).collect(Collectors.toSet());
    shape.problems().stream()
        .filter(problem -> !isConsequence(problem, positions, broken))
        .forEach(problems::add);
    List<TemplateProblem> found = problems.problems();
    boolean isUsable = found.stream().noneMatch(TemplateProblem::isError);
    boolean isCertain = found.stream().noneMatch(TemplateReader::makesStepsUncertain);
    return new TemplateReading(
        isUsable ? Optional.of(draft) : Optional.empty(),
        isCertain ? Optional.of(draft) : Optional.empty(),
        found);
  }

  /** Whether a problem only says that what YAML could not read is not what the template needs. */
  private static boolean isConsequence(
      TemplateProblem problem, NodePositions positions, Set<Position> broken) {
    return CONSEQUENCES.contains(problem.code())
        && (broken.contains(positionOf(problem))
            || positions.valueAt(problem.path()).filter(broken::contains).isPresent());
  }

  private static Position positionOf(TemplateProblem problem) {
    return new Position(problem.line(), problem.column());
  }

  /** Whether checks of the graph would only report consequences of this problem. */
  private static boolean makesStepsUncertain(TemplateProblem problem) {
    List<Object> path = problem.path().segments();
    if (!problem.isError() || path.isEmpty()) {
      return problem.isError();
    }
    return path.get(0).equals("steps")
        && (path.size() < 3 || List.of("name", "dependencies", "type").contains(path.get(2)));
  }

  private static boolean isNothing(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar && scalar.value() == null;
  }

  private static TemplateReading only(List<TemplateProblem> problems) {
    return new TemplateReading(Optional.empty(), Optional.empty(), problems);
  }

  private static TemplateReading empty(String fileName) {
    return unreadable(
        fileName,
        ProblemCode.EMPTY_TEMPLATE,
        new Position(1, 1),
        "the file is empty, so it is no template.",
        Details.none().fix("begin with 'name:', 'namespace_name:' and 'version:'."));
  }

  private static TemplateReading unreadable(
      String fileName, ProblemCode code, Position at, String headline, Details details) {
    ProblemCollector problems = new ProblemCollector(fileName, SourceMap.none());
    problems.reportAt(code, TemplatePath.root(), at, headline, details);
    return only(problems.problems());
  }
}
