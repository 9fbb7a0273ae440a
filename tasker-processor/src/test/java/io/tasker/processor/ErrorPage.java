package io.tasker.processor;

import com.google.testing.compile.JavaFileObjects;
import io.tasker.processor.diagnostic.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;

/** A page of {@code docs/errors}: its examples and the message it promises. */
record ErrorPage(Path file, String text) {
  private static final Path FOLDER = Path.of("..", "docs", "errors");
  private static final Pattern JAVA = Pattern.compile("(?s)```java([^\n]*)\n(.*?)\n```");
  private static final Pattern TEMPLATE = Pattern.compile("(?s)```yaml ([^\n]+)\n(.*?)```");
  private static final Pattern LOCK = Pattern.compile("(?s)```lock\n(.*?)```");
  private static final Pattern MESSAGE = Pattern.compile("(?s)```text\n(.*?)\n```");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package (.*);");
  private static final Pattern TYPE =
      Pattern.compile("(?m)^(?:public |final )*(class|interface|record|enum) (\\w+)");

  /**
   * The files of an example and the options to compile them with. A {@code yaml} block with the
   * path of a file behind it is a template of a template directory, a {@code lock} block the lock
   * file.
   */
  record Example(
      List<JavaFileObject> files,
      Map<String, String> templates,
      Optional<String> lock,
      List<String> options,
      boolean isNamedModule) {}

  static final Path INDEX = FOLDER.resolve("README.md");
  private static final String INDEX_HEAD =
      """
      # Errors

      Every message of the compiler and of the template checks carries a code, `[Tasker/<Code>]`. Each
      code has a page with an example that fails, the exact message and an example that passes. A
      code that stands for the same mistake in Java and in YAML has one page.

      | code | what it means |
      |---|---|
      """;

  static ErrorPage of(Code code) throws IOException {
    Path file = FOLDER.resolve(code.id() + ".md");
    return new ErrorPage(file, Files.readString(file));
  }

  static List<String> names() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString().replace(".md", ""))
          .filter(name -> !name.equals("README"))
          .sorted()
          .toList();
    }
  }

  /** Returns the index as it should be: every page with its first sentence. */
  static String index() throws IOException {
    StringBuilder index = new StringBuilder(INDEX_HEAD);
    for (String name : names()) {
      Path file = FOLDER.resolve(name + ".md");
      String meaning = new ErrorPage(file, Files.readString(file)).meaning();
      String sentence = meaning.replaceFirst("^\\*\\*\\w+\\.\\*\\* ", "").replace('\n', ' ');
      int end = sentence.indexOf(". ");
      index
          .append("| [")
          .append(name)
          .append("](")
          .append(name)
          .append(".md) | ")
          .append((end < 0 ? sentence : sentence.substring(0, end + 1)).replace("|", "\\|"))
          .append(" |\n");
    }
    return index.toString();
  }

  Example failing() {
    return example("## Does not compile", "## Fix");
  }

  Example passing() {
    return example("## Compiles", null);
  }

  String message() {
    Matcher message = MESSAGE.matcher(text);
    return message.find() ? message.group(1) : "";
  }

  /** Returns the sentences before the first heading. */
  String meaning() {
    return text.substring(text.indexOf('\n'), text.indexOf("\n##")).strip();
  }

  String fix() {
    int start = text.indexOf("## Fix") + "## Fix".length();
    int end = text.indexOf("\n##", start);
    return text.substring(start, end < 0 ? text.length() : end).strip();
  }

  ErrorPage withMessage(String message) {
    return new ErrorPage(
        file,
        MESSAGE
            .matcher(text)
            .replaceFirst(Matcher.quoteReplacement("```text\n" + message + "\n```")));
  }

  private Example example(String from, String to) {
    int start = text.indexOf(from);
    int end = to == null ? text.length() : text.indexOf(to);
    String section = text.substring(start, end);
    List<JavaFileObject> files = new ArrayList<>();
    List<String> options = new ArrayList<>();
    boolean isNamedModule = false;
    Matcher block = JAVA.matcher(section);
    while (block.find()) {
      if (!block.group(1).isBlank()) {
        options.add(block.group(1).strip());
      }
      isNamedModule |= block.group(2).startsWith("module ");
      files.add(JavaFileObjects.forSourceString(name(block.group(2)), block.group(2)));
    }
    Map<String, String> templates = new TreeMap<>();
    TEMPLATE
        .matcher(section)
        .results()
        .forEach(template -> templates.put(template.group(1).strip(), template.group(2)));
    Optional<String> lock =
        LOCK.matcher(section).results().map(found -> found.group(1)).findFirst();
    return new Example(files, templates, lock, options, isNamedModule);
  }

  private static String name(String source) {
    Matcher type = TYPE.matcher(source);
    Matcher packageName = PACKAGE.matcher(source);
    if (!packageName.find()) {
      return "module-info";
    }
    return type.find() ? packageName.group(1) + "." + type.group(2) : "unnamed";
  }
}
