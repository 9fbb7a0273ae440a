package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
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

  private static final String ANNOTATED =
      """
      package shop;

      final class Steps {
        private Steps() {}

        record Size(@com.fasterxml.jackson.annotation.JsonProperty("n") int number) {}

        @io.tasker.annotation.Handler
        static Size one() {
          return new Size(1);
        }
      }
      """;

  private static final String WORKFLOW =
      """
      package shop;

      import io.tasker.annotation.*;
      import io.tasker.event.DomainEvent;
      import io.tasker.handler.*;
      import java.util.*;

      /** Orders. */
      @Retry(maxAttempts = 2)
      @Timeout("10s")
      @Workflow(namespace = "shop", name = "checkout")
      final class Checkout {
        enum Route { SHIP, STORE }

        private Checkout() {}

        @Handler
        @Publishes("order.priced")
        @Publishes("order.counted")
        static Basket price(@Input("n") int n, @Config(value = "k", defaultValue = "1") int k) {
          return new Basket(n * k);
        }

        @Handler
        static Decision<Route> route(@Depends("price") Basket basket) {
          return Decision.to(Route.SHIP);
        }

        @Handler
        @After("price")
        static void ship(@Provided StringBuilder log) {}

        @Handler
        static void store(StepContext context) {}

        @Handler
        @FanOut(worker = "count", batchSize = 2)
        static BatchPlan<Integer> plan(@Depends("price") Basket basket) {
          return BatchPlan.<Integer>of(2).found(1);
        }

        @Handler
        static int count(BatchSlice slice) {
          return 1;
        }

        @Handler
        static List<Basket> list(
            @Input("page") Pages.Page page,
            @Input("baskets") Map<String, Basket[]> baskets,
            @Depends("count") BatchResults<Integer> counts) {
          return List.of();
        }

        @Handler
        static int sum(@Depends("list") List<Basket> baskets) {
          return baskets.size();
        }

        @Subscribes("order.*")
        static void log(DomainEvent event) {}
      }

      record Basket(int total) {}

      interface Pages {
        record Page(int number) {}
      }
      """;

  private static final String SECOND_CLASS =
      """
      package shop;

      import io.tasker.annotation.*;
      import io.tasker.event.DomainEvent;
      import io.tasker.handler.*;
      import java.util.*;

      /** No handlers. */
      interface Orders {}

      /** The first with handlers. */
      @Workflow(namespace = "shop", name = "checkout")
      final class Checkout {
        enum Route { SHIP }

        record Order(String item) {}

        record Basket(Order order, int total) {}

        record Summary(List<Basket> baskets) {}

        private Checkout() {}

        @Handler
        static Basket price(@Input Order order) {
          return new Basket(order, 1);
        }

        @Handler
        static Decision<Route> route(@Depends("price") Basket basket) {
          return Decision.to(Route.SHIP);
        }

        @Handler
        static List<Basket> ship(@Depends("price") Basket basket) {
          return List.of(basket);
        }

        @Handler
        @FanOut(worker = "count", batchSize = 2)
        static BatchPlan<Basket> plan(@Depends("price") Basket basket) {
          return BatchPlan.<Basket>of(2).found(basket);
        }

        @Handler
        static Other count(BatchSlice slice, @Provided Service service) {
          return new Other(1);
        }

        @Handler
        static Other[] list(@Depends("count") BatchResults<Other> counts) {
          return new Other[0];
        }

        @Subscribes("order.*")
        static void log(DomainEvent event, @Provided Service service) {}
      }

      /** The second, of single fields, with subscribers. */
      @Workflow(namespace = "shop", name = "returns")
      final class Returns {
        record Reason(String text) {}

        private Returns() {}

        @Handler
        static Other accept(
            @Input("other") Other other,
            @Input("reasons") List<Reason> reasons,
            @Config("limits") Map<String, Other> limits) {
          return other;
        }

        @Subscribes("order.*")
        static void log(DomainEvent event) {}
      }

      record Other(int n) {}

      interface Service {}
      """;

  private static final String COMMENTED =
      """
      package shop;

      import io.tasker.annotation.*;
      import io.tasker.event.DomainEvent;
      import io.tasker.handler.*;
      import java.util.*;

      /** Orders. */
      @Workflow(namespace = "shop", name = "checkout")
      public final class Checkout {
        /** Where an order goes. */
        enum Route {
          /** To the customer. */
          SHIP
        }

        /** What is ordered; javac 17 finds no comment at the fields of a record. */
        static final class Basket {
          /** The number of items. */
          public int total;

          /** Creates an empty one. */
          Basket() {}
        }

        /** Has no instances. */
        private Checkout() {}

        /**
         * Counts.
         *
         * @param n the number
         * @param names the names
         * @return the baskets
         */
        @Handler
        static List<Basket> price(@Input("n") int n, @Input("names") Optional<List<String>> names) {
          return List.of();
        }

        /**
         * Chooses.
         *
         * @param baskets the baskets
         * @param limits the limits
         * @return the route
         */
        @Handler
        static Decision<Route> route(
            @Depends("price") List<Basket> baskets, @Config("limits") Map<String, Basket> limits) {
          return Decision.to(Route.SHIP);
        }

        /**
         * Ships.
         *
         * @param log what was shipped
         */
        @Handler
        static void ship(@Provided List<Basket> log) {}

        /**
         * Splits.
         *
         * @param baskets the baskets
         * @return the batches
         */
        @Handler
        @FanOut(worker = "count", batchSize = 2)
        static BatchPlan<Integer> plan(@Depends("price") List<Basket> baskets) {
          return BatchPlan.<Integer>of(2).found(1);
        }

        /**
         * Counts a batch.
         *
         * @param slice the batch
         * @return the counts
         */
        @Handler
        static Map<String, Integer> count(BatchSlice slice) {
          return Map.of();
        }

        /**
         * Adds.
         *
         * @param counts the counts of the batches
         * @return their number
         */
        @Handler
        static int sum(@Depends("count") BatchResults<Map<String, Integer>> counts) {
          return 1;
        }

        /**
         * Logs.
         *
         * @param event what happened
         * @param log the log
         */
        @Subscribes("order.*")
        static void log(DomainEvent event, @Provided List<Basket> log) {}
      }
      """;

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
