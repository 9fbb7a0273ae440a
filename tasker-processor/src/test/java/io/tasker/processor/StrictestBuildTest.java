package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every lint there is, each a reason to fail; neither user code nor generated code raises one. */
class StrictestBuildTest {
  private static final List<String> STRICTEST =
      List.of("-Xlint:all,-classfile,-path", "-Xdoclint:all/protected", "-Werror");

  private static final Pattern PROCESSOR_PATH =
      Pattern.compile("target/classes|tasker-(annotations|template)|javapoet|snakeyaml|jspecify");

  private static final String ANNOTATED = source("Steps");
  private static final String WORKFLOW = source("Checkout");
  private static final String SECOND_CLASS = source("Orders");
  private static final String COMMENTED = source("Commented");

  @TempDir Path folder;

  @Test
  void allAnnotationsAreClaimed_andAuxiliaryClassesMayBePayloads() throws Exception {
    assertThat(compile("Checkout", WORKFLOW, List.of())).isEmpty();
  }

  /** What is in a file named after another class raises a lint wherever else it is named. */
  @Test
  void handlersMayBeTheSecondClassOfAFile() throws Exception {
    Path source = write("Orders", SECOND_CLASS);

    assertThat(run(STRICTEST, source, List.of())).isEmpty();

    assertThat(folder.resolve("shop/Checkout_Steps.class")).exists();
  }

  @Test
  void clientOfTheSecondClassOfAFile_isAnErrorWithItsFix() throws Exception {
    Path source = write("Orders", SECOND_CLASS);
    List<String> options = new ArrayList<>(STRICTEST);
    options.add("-Atasker.client=true");

    assertThat(run(options, source, List.of()))
        .contains(
            "Orders.java:13: error: [Tasker/AuxiliaryClientType] the client of Checkout has to name"
                + " types of Checkout, which is in the source file of another class.\n",
            "    fix: move Checkout to a file of its own, Checkout.java.\n",
            "Orders.java:61: error: [Tasker/AuxiliaryClientType] the client of Returns has to name"
                + " Other, which is in the source file of another class.\n",
            "4 errors");
  }

  @Test
  void annotationsOfOthers_areNotClaimed() throws Exception {
    assertThat(compile("Steps", ANNOTATED, List.of()))
        .contains("No processor claimed any of these annotations", "JsonProperty")
        .doesNotContain("tasker.annotation");
  }

  @Test
  void nothingIsClaimed_whereAnotherProcessorMayWait() throws Exception {
    Path other = Files.createDirectories(folder.resolve("other/META-INF/services"));
    Files.writeString(other.resolve("javax.annotation.processing.Processor"), "# none\n");

    assertThat(compile("Checkout", WORKFLOW, List.of(folder.resolve("other"))))
        .contains("No processor claimed any of these annotations", "io.tasker.annotation.Handler");
  }

  @Test
  void everyLintAndEveryComment_arePassed() throws Exception {
    Path source = write("Checkout", COMMENTED);

    String output =
        run(
            List.of(
                "-Xlint:all,-classfile,-path",
                "-Xdoclint:all",
                "-Werror",
                "-Atasker.client=true",
                "--release",
                "17"),
            source,
            List.of());

    assertThat(output).isEmpty();
    assertThat(folder.resolve("shop/CheckoutClient.class")).exists();
  }

  @Test
  void generatedCode_lacksNoComment() throws Exception {
    String payloads = WORKFLOW.substring(WORKFLOW.indexOf("record Basket"));
    String nested = WORKFLOW.replace(payloads, "").replaceFirst("}\\s*$", payloads + "}");

    assertThat(comments("Checkout", nested, "-Atasker.client=true"))
        .doesNotContain("Checkout_Steps.java", "CheckoutClient.java", "HandlerModule.java");
    assertThat(comments("Orders", SECOND_CLASS, "-Xlint:all,-classfile,-path"))
        .doesNotContain("Checkout_Steps.java", "Returns_Steps.java", "HandlerModule.java");
  }

  private static String source(String name) {
    try (InputStream stream =
        StrictestBuildTest.class.getResourceAsStream("/sources/strictest/" + name + ".java")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String comments(String name, String text, String option) throws Exception {
    List<String> all = List.of("-Xdoclint:all", "-Xmaxwarns", "10000", option, "--release", "17");
    String output = run(all, write(name, text), List.of());
    // The source itself lacks comments: they are looked for.
    assertThat(output).contains(name + ".java:", "no comment");
    return output;
  }

  private Path write(String name, String text) throws IOException {
    Path source = Files.createDirectories(folder.resolve("shop")).resolve(name + ".java");
    return Files.writeString(source, text);
  }

  private String compile(String name, String text, List<Path> others) throws Exception {
    return run(STRICTEST, write(name, text), others);
  }

  /** Compiles in a process of its own, where the processor is on its own path only. */
  private String run(List<String> options, Path source, List<Path> others) throws Exception {
    String classPath = System.getProperty("java.class.path");
    Stream<String> processors =
        Stream.of(classPath.split(File.pathSeparator))
            .filter(entry -> PROCESSOR_PATH.matcher(entry).find());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.addAll(options);
    command.addAll(List.of("-d", folder.toString(), "-cp", classPath, "--processor-path"));
    command.add(
        Stream.concat(processors, others.stream().map(Path::toString))
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(source.toString());
    Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int whatWarningsAre = options.contains("-Werror") ? 1 : 0;
    assertThat(javac.waitFor()).as(output).isEqualTo(output.isEmpty() ? 0 : whatWarningsAre);
    return output;
  }
}
