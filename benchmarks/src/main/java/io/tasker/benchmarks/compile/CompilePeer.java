package io.tasker.benchmarks.compile;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Processors, each with sources of as many things as another's. */
public enum CompilePeer {
  /** Handlers in workflows: adapters, a module, templates with schemas, diagrams. */
  TASKER,
  /** Producer methods: a factory for each and one component. */
  DAGGER_PRODUCERS,
  /** Singletons: a definition for each, as byte code. */
  MICRONAUT,
  /** Mappers: an implementation for each. */
  MAPSTRUCT;

  SourceSet sources(int things) {
    SourceWriter writer =
        switch (this) {
          case TASKER -> new HandlerSources();
          case DAGGER_PRODUCERS -> new ProducerSources();
          case MICRONAUT -> new BeanSources();
          case MAPSTRUCT -> new MapperSources();
        };
    return writer.write(things);
  }

  // Parts of paths, so that they find the jars of a repository and the modules of this build.
  private List<String> libraries() {
    return switch (this) {
      case TASKER -> List.of("/tasker-", "/palantir/", "/jspecify/", "/snakeyaml/");
      case DAGGER_PRODUCERS ->
          List.of(
              "/com/google/",
              "/org/jetbrains/",
              "/com/squareup/",
              "/javax/inject/",
              "/jakarta/inject/",
              "/net/ltgt/",
              "/checkerframework/",
              "/jspecify/");
      case MICRONAUT ->
          List.of(
              "/micronaut/",
              "/jakarta/",
              "/org/ow2/",
              "/javaparser/",
              "/reactivestreams/",
              "/slf4j/",
              "/checkerframework/",
              "/jspecify/");
      case MAPSTRUCT -> List.of("/mapstruct/");
    };
  }

  /** Returns what of this process's class path the peer needs, processor included. */
  String path() {
    String[] all = System.getProperty("java.class.path").split(File.pathSeparator, -1);
    return Arrays.stream(all)
        .filter(entry -> libraries().stream().anyMatch(entry.replace('\\', '/')::contains))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Returns the jars on that path that carry the peer's name. */
  String versions() {
    String name = name().toLowerCase(Locale.ROOT).split("_", -1)[0];
    return Stream.of(path().split(File.pathSeparator, -1))
        .map(entry -> new File(entry).getName())
        .filter(file -> file.startsWith(name) && file.endsWith(".jar"))
        .map(file -> file.substring(0, file.length() - ".jar".length()))
        .collect(Collectors.joining(", "));
  }
}
