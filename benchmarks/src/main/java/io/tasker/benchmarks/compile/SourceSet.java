package io.tasker.benchmarks.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Java files by class name, all in package {@code generated}.
 *
 * @param files the text of each, ordered by name
 */
record SourceSet(Map<String, String> files) {

  SourceSet {
    files = new TreeMap<>(files);
  }

  /** Writes the files below a directory and returns their paths, ordered by name. */
  List<Path> write(Path directory) throws IOException {
    Path folder = Files.createDirectories(directory.resolve("generated"));
    List<Path> paths = new ArrayList<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey() + ".java");
      paths.add(Files.writeString(path, "package generated;\n\n" + file.getValue()));
    }
    return paths;
  }
}
