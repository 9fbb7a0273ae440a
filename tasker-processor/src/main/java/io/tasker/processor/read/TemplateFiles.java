package io.tasker.processor.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tasker.processor.model.TemplateFile;
import io.tasker.template.check.TemplateChecks;
import io.tasker.template.problem.TemplateProblem;
import io.tasker.template.yaml.TemplateReader;
import io.tasker.template.yaml.TemplateReading;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

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
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static List<Path> files(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(TemplateFiles::isTemplate).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + root, e);
    }
  }

  private static boolean isTemplate(Path file) {
    String name = file.getFileName().toString();
    return (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(file);
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
