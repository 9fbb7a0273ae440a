package io.tasker.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Handlers and a directory {@code templates} with the templates that name them. */
final class TemplateProject {
  private final Path directory;
  private final List<JavaFileObject> sources = new ArrayList<>();
  private final List<String> options = new ArrayList<>();

  TemplateProject(Path folder) throws IOException {
    directory = Files.createDirectories(folder.resolve("templates"));
    options.add("-Atasker.templates=" + directory);
  }

  Path directory() {
    return directory;
  }

  /** Adds a file of the directory. */
  TemplateProject template(String file, String yaml) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, yaml);
    return this;
  }

  /** Adds a class {@code shop.Handlers} with these members. */
  TemplateProject handlers(String members) {
    return source(
        "shop.Handlers",
        """
        package shop;
        import io.tasker.annotation.*;
        import io.tasker.handler.*;
        import java.util.*;
        final class Handlers {
        %s}
        """
            .formatted(members));
  }

  /** Adds a class. */
  TemplateProject source(String qualifiedName, String text) {
    sources.add(JavaFileObjects.forSourceString(qualifiedName, text));
    return this;
  }

  /** Adds an option. */
  TemplateProject option(String option) {
    options.add(option);
    return this;
  }

  Compilation compile() {
    return Compilations.strict(options.toArray(new String[0])).compile(sources);
  }

  /** Compiles, and returns errors and warnings of the processor: file, line, column and text. */
  List<String> problems() {
    return compile().diagnostics().stream()
        .filter(diagnostic -> diagnostic.getMessage(Locale.ROOT).startsWith("[Tasker/"))
        .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
        .map(TemplateProject::shown)
        .toList();
  }

  static String shown(Diagnostic<? extends JavaFileObject> diagnostic) {
    String text =
        diagnostic.getKind().name().toLowerCase(Locale.ROOT)
            + ": "
            + diagnostic.getMessage(Locale.ROOT);
    JavaFileObject file = diagnostic.getSource();
    return file == null
        ? text
        : "%s:%d:%d: %s"
            .formatted(
                file.getName().substring(file.getName().lastIndexOf('/') + 1),
                diagnostic.getLineNumber(),
                diagnostic.getColumnNumber(),
                text);
  }
}
