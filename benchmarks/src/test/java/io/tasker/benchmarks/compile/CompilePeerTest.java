package io.tasker.benchmarks.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompilePeerTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource(CompilePeer.class)
  void eachProcessor_writesSomethingForEachThing(CompilePeer peer) throws IOException {
    List<Path> sources = peer.sources(20).write(directory.resolve("src"));

    long plain = classes(peer, sources, false);
    long processed = classes(peer, sources, true);

    assertThat(processed).as(peer.path()).isGreaterThanOrEqualTo(plain + 20);
  }

  private long classes(CompilePeer peer, List<Path> sources, boolean withProcessor)
      throws IOException {
    Path output = Files.createDirectories(directory.resolve("classes-" + withProcessor));
    new Compilation(sources, output, peer.path(), withProcessor).run();
    try (Stream<Path> files = Files.walk(output)) {
      return files.filter(file -> file.toString().endsWith(".class")).count();
    }
  }
}
