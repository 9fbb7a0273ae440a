package io.tasker.benchmarks.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompilePeerTest {
  private static final long LEAST_BYTES = 300;

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource(CompilePeer.class)
  void eachProcessor_writesSomethingForEachThing(CompilePeer peer) throws IOException {
    List<Path> sources = peer.sources(20).write(directory.resolve("src"));

    long plain = bytes(peer, sources, false);
    long processed = bytes(peer, sources, true);

    // A class, a method or a definition: whatever it is, it is no few bytes.
    assertThat(processed - plain).as(peer.path()).isGreaterThan(20 * LEAST_BYTES);
  }

  private long bytes(CompilePeer peer, List<Path> sources, boolean withProcessor)
      throws IOException {
    Path output = Files.createDirectories(directory.resolve("classes-" + withProcessor));
    new Compilation(sources, output, peer.path(), withProcessor).run();
    try (Stream<Path> files = Files.walk(output)) {
      return files
          .map(Path::toFile)
          .filter(file -> file.getName().endsWith(".class"))
          .mapToLong(File::length)
          .sum();
    }
  }
}
