package io.tasker.benchmarks.compile;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * One run of the compiler.
 *
 * @param sources the files
 * @param output where classes go, and generated sources
 * @param path the class path and, if there is a processor, its path
 * @param withProcessor whether processors run
 */
record Compilation(List<Path> sources, Path output, String path, boolean withProcessor) {

  /** Returns the arguments of the compiler. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of("-d", output.toString(), "-nowarn"));
    arguments.addAll(List.of("-classpath", path + java.io.File.pathSeparator + output));
    if (withProcessor) {
      arguments.addAll(List.of("-processorpath", path));
    } else {
      arguments.add("-proc:none");
    }
    sources.forEach(source -> arguments.add(source.toString()));
    return arguments;
  }

  /** Compiles in this process. */
  void run() throws java.io.IOException {
    compile(arguments());
  }

  /**
   * Compiles in this process.
   *
   * @throws IllegalStateException if there are errors
   */
  static void compile(List<String> arguments) throws java.io.IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    int sources = firstSource(arguments);
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean isFine =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  arguments.subList(0, sources),
                  null,
                  files.getJavaFileObjectsFromStrings(arguments.subList(sources, arguments.size())))
              .call();
      if (!isFine) {
        throw new IllegalStateException("The compiler found errors:\n" + messages);
      }
    }
  }

  private static int firstSource(List<String> arguments) {
    int first = 0;
    while (!arguments.get(first).endsWith(".java")) {
      first++;
    }
    return first;
  }
}
