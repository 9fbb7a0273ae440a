package io.tasker.processor.fuzz;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.tasker.processor.TaskerProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * Random handler classes. A build tries the same seeds each time; {@code -Dfuzz.seconds=600}
 * searches new ones for so long. A seed that failed once goes into {@code fuzz-seeds.txt} and stays
 * there.
 */
class FuzzTest {
  private static final long SECONDS = Long.getLong("fuzz.seconds", 0);
  private static final long FIRST_SEED = 1_000;
  private static final int PROGRAMS = 12;
  private static final int MANY_HANDLERS = 500;

  private static final List<String> STRICT =
      List.of(
          "-Xlint:all,-processing,-classfile",
          "-Xdoclint:all,-missing",
          "--release",
          "17",
          // With the usual limits, which messages are left out depends on the order of sources.
          "-Xmaxerrs",
          "100000",
          "-Xmaxwarns",
          "100000");

  @Test
  void seedsThatFailedOnce() throws IOException {
    try (InputStream seeds = FuzzTest.class.getResourceAsStream("/fuzz-seeds.txt")) {
      String text = new String(seeds.readAllBytes(), StandardCharsets.UTF_8);
      List<Long> known =
          text.lines().filter(line -> !line.startsWith("#")).map(Long::valueOf).toList();
      assertThat(known).isNotEmpty();
      for (long seed : known) {
        holds(seed);
      }
    }
  }

  @Test
  void fixedSeeds_andNewOnesIfThereIsTime() throws IOException {
    assertHalfAccepted(FIRST_SEED);
    assertHalfAccepted(RandomOddities.FIRST_SEED);

    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    for (long seed = System.nanoTime() >>> 10; System.nanoTime() < deadline; seed++) {
      holds(seed);
    }
  }

  /** Half of the programs are meant to be accepted, and some of the others are. */
  private static void assertHalfAccepted(long firstSeed) throws IOException {
    int accepted = 0;
    for (long seed = firstSeed; seed < firstSeed + PROGRAMS; seed++) {
      accepted += holds(seed) ? 1 : 0;
    }
    assertThat(accepted).isBetween(PROGRAMS / 4, PROGRAMS - 1);
  }

  @Test
  void programOfManyHandlers() throws IOException {
    RandomProgram.Sources sources = RandomProgram.tame(FIRST_SEED, MANY_HANDLERS);
    assertThat(compile(FIRST_SEED, sources.files()).errors()).isEmpty();
    assertThat(holds(FIRST_SEED, sources)).isTrue();
  }

  /** Checks the invariants; returns whether the program of the seed was accepted. */
  private static boolean holds(long seed) throws IOException {
    return holds(seed, RandomProgram.of(seed));
  }

  private static boolean holds(long seed, RandomProgram.Sources sources) throws IOException {
    Compilation compilation = compile(seed, sources.files());
    for (Diagnostic<? extends JavaFileObject> each : compilation.diagnostics()) {
      judge(each, sources, "seed " + seed + ": " + each);
    }
    boolean accepted = compilation.status() != Compilation.Status.FAILURE;
    if (sources.files().size() == 1) {
      return accepted;
    }
    List<JavaFileObject> reversed = new ArrayList<>(sources.files());
    Collections.reverse(reversed);
    Compilation other = compile(seed, reversed);
    assertThat(messages(other)).as("seed %d, order", seed).isEqualTo(messages(compilation));
    if (accepted) {
      assertThat(generated(other)).as("seed %d, order", seed).isEqualTo(generated(compilation));
    }
    return accepted;
  }

  private static void judge(
      Diagnostic<? extends JavaFileObject> diagnostic, RandomProgram.Sources sources, String seed) {
    String text = diagnostic.getMessage(Locale.ROOT);
    String file = diagnostic.getSource() == null ? "" : diagnostic.getSource().getName();
    assertThat(text).as(seed).doesNotContain("[Tasker/Internal]");
    // Not even a warning: users compile with -Werror.
    assertThat(file).as(seed).doesNotContain("_Steps.java", "HandlerModule.java");
    if (text.startsWith("[Tasker/")) {
      assertThat(diagnostic.getLineNumber()).as(seed).isPositive();
      // What javac could not read, javac explains.
      assertThat(text).as(seed).doesNotContain("<error>");
    } else if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
      assertThat(sources.broken()).as(seed).isTrue();
    }
  }

  private static Compilation compile(long seed, List<JavaFileObject> sources) {
    try {
      return javac().withOptions(STRICT).withProcessors(new TaskerProcessor()).compile(sources);
    } catch (RuntimeException e) {
      throw new AssertionError("seed " + seed + ": an exception left the processor", e);
    }
  }

  private static Set<String> messages(Compilation compilation) {
    Set<String> messages = new TreeSet<>();
    for (Diagnostic<? extends JavaFileObject> each : compilation.diagnostics()) {
      String file = each.getSource() == null ? "" : each.getSource().getName();
      messages.add(file + ":" + each.getLineNumber() + " " + each.getMessage(Locale.ROOT));
    }
    return messages;
  }

  private static Map<String, String> generated(Compilation compilation) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() != JavaFileObject.Kind.CLASS) {
        try (InputStream content = file.openInputStream()) {
          files.put(file.getName(), new String(content.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return files;
  }
}
