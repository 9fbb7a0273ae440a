package io.tasker.processor.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tasker.processor.model.TemplateFile;
import io.tasker.template.check.TemplateChecks;
import io.tasker.template.problem.Details;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.SourceMap;
import io.tasker.template.problem.TemplatePath;
import io.tasker.template.problem.TemplateProblem;
import io.tasker.template.yaml.TemplateReader;
import io.tasker.template.yaml.TemplateReading;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the templates of the template directories. */
public final class TemplateFiles {
  /** More bytes than a template may have characters, so that the reader refuses a longer file. */
  private static final int LONGEST = 1 << 26;

  private final Map<String, Path> paths = new TreeMap<>();

  /**
   * Finds the files.
   *
   * @param directories the directories, which exist
   */
  public TemplateFiles(List<Path> directories) {
    for (Path directory : directories) {
      Path root = directory.toAbsolutePath().normalize();
      for (Path file : files(root)) {
        if (!paths.containsValue(file)) {
          paths.put(name(root, file, directories), file);
        }
      }
    }
  }

  /** Reads all files, in the order of their names. */
  public List<TemplateFile> read() {
    Map<String, String> texts = new TreeMap<>();
    List<TemplateReading> readings = new ArrayList<>();
    List<TemplateFile> files = new ArrayList<>();
    paths.forEach((name, file) -> readings.add(read(name, file, texts)));
    List<TemplateProblem> problems = TemplateChecks.checkAll(readings);
    int next = 0;
    for (Map.Entry<String, String> text : texts.entrySet()) {
      files.add(
          new TemplateFile(
              text.getKey(),
              text.getValue(),
              readings.get(next++).draft(),
              problems.stream().filter(each -> each.file().equals(text.getKey())).toList()));
    }
    return files;
  }

  private static TemplateReading read(String name, Path file, Map<String, String> texts) {
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(LONGEST);
      texts.put(name, new String(bytes, UTF_8));
      return new TemplateReader().read(name, new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      texts.put(name, "");
      return unreadable(name, e);
    }
  }

  private static TemplateReading unreadable(String name, IOException failure) {
    ProblemCollector problems = new ProblemCollector(name, SourceMap.none());
    problems.report(
        ProblemCode.MALFORMED_YAML,
        TemplatePath.root(),
        "it cannot be read: " + reason(failure) + ".",
        Details.none()
            .fix("make it readable for the compiler, or move it out of the template directory."));
    return new TemplateReading(Optional.empty(), Optional.empty(), problems.problems());
  }

  private static String reason(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "the file it links to does not exist";
    }
    return failure instanceof AccessDeniedException
        ? "access is denied"
        : String.valueOf(failure.getMessage());
  }

  private static List<Path> files(Path root) {
    List<Path> files = new ArrayList<>();
    SimpleFileVisitor<Path> collector =
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isTemplate(file)) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            // A directory that cannot be listed fails again, with its name, when it is read.
            files.add(file);
            return FileVisitResult.CONTINUE;
          }
        };
    try {
      Files.walkFileTree(root, collector);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + root, e);
    }
    files.sort(null);
    return files;
  }

  private static boolean isTemplate(Path file) {
    String name = file.getFileName().toString();
    return (name.endsWith(".yaml")
            || name.endsWith(".yml")) // A link to a file that is not there is told, too.
        && (Files.isRegularFile(file) || Files.notExists(file));
  }

  /**
   * Returns the file as messages name it: from the name of its directory on, so that they are the
   * same on every machine, or from further up where two directories have one name.
   */
  private static String name(Path root, Path file, List<Path> directories) {
    Path shown = root;
    for (int parts = 1; parts <= root.getNameCount(); parts++) {
      shown = root.subpath(root.getNameCount() - parts, root.getNameCount());
      Path ending = shown;
      if (directories.stream()
              .map(directory -> directory.toAbsolutePath().normalize())
              .distinct()
              .filter(directory -> directory.endsWith(ending))
              .count()
          == 1) {
        break;
      }
    }
    return shown.resolve(root.relativize(file)).toString().replace(File.separatorChar, '/');
  }
}
