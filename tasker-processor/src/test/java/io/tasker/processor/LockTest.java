package io.tasker.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lock file keeps released workflows compatible. */
class LockTest {
  private static final String RELEASED =
      """
      package shop;

      import io.tasker.annotation.*;
      import io.tasker.handler.*;
      import java.util.*;

      @Workflow(namespace = "shop", name = "checkout", version = "1.0.0")
      final class Checkout {
        enum Status { PAID, OPEN }
        record Item(String sku, int count) {}
        record Order(List<Item> items, Optional<String> coupon) {}
        record Cart(int count, Status status, Map<String, Item> parts) {}

        @Handler static Cart validate(@Input Order order) { return null; }
        @Handler static int charge(@Depends("validate") Cart cart, @Input(value = "token", defaultValue = "t") String token) { return 1; }
        @Handler static Optional<Long> count(@Depends("validate") Cart cart, @Input("a b") long age) { return null; }
        @Handler @After("charge") static void ship(@Input("email") String email) {}
      }
      """;

  @TempDir Path folder;
  private Path lock;

  @BeforeEach
  void release() {
    lock = folder.resolve("shop.lock");
    assertThat(compile("-Atasker.lock.update=true", RELEASED)).succeededWithoutWarnings();
  }

  private Compilation compile(String option, String source) {
    return Compilations.strict("-Atasker.lock=" + lock, option)
        .compile(JavaFileObjects.forSourceString("shop.Checkout", source));
  }

  private List<String> problems(String source) {
    return problemsOf("shop.Checkout", source);
  }

  private List<String> problemsOf(String type, String source) {
    return Compilations.strict("-Atasker.lock=" + lock)
        .compile(JavaFileObjects.forSourceString(type, source))
        .diagnostics()
        .stream()
        .filter(diagnostic -> !diagnostic.getCode().equals("compiler.err.warnings.and.werror"))
        .map(TemplateProject::shown)
        .toList();
  }

  /** Replaces parts of the released source: {@code old => new ; old => new}. */
  private static String changed(String changes) {
    String source = RELEASED;
    for (String change : changes.split(" ; ", -1)) {
      String[] parts = change.split(" =>", 2);
      assertThat(source).contains(parts[0]);
      source = source.replace(parts[0], parts[1].strip());
    }
    return source;
  }

  @Test
  void lockFile_isReadable() throws IOException {
    Goldens.assertMatches("shop.lock", Files.readString(lock));
  }

  @Test
  void workflowThatIsWrong_isNotCompared() {
    assertThat(
            problems(
                changed(
                    "@Depends(\"validate\") Cart cart, @Input(value => @Depends(\"validat\") Cart cart, @Input(value")))
        .singleElement()
        .asString()
        .contains("[Tasker/UnknownDependency]");
  }

  @Test
  void unchangedWorkflow_isFine() {
    assertThat(problems(RELEASED)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "static void ship => static void send | 7:1 | step 'ship' of workflow W is gone, but is released",
        "@Handler @After(\"charge\") static void ship => @Handler(\"shop_ship\") static void send"
            + " | 17:37 | step 'ship' of workflow W is called 'send' now, but is released",
        "@Handler @After => @Handler(\"shop_send\") @After"
            + " | 17:12 | step 'ship' of workflow W calls 'shop_send', but is released with 'shop_ship'",
        // What the input takes.
        "String email => String email, @Input(\"phone\") String phone"
            + " | 17:99 | input field 'phone' of workflow W is required, but is released without",
        "@Input(value = \"token\", defaultValue = \"t\") => @Input(\"token\")"
            + " | 15:85 | input field 'token' of workflow W is required, but is released as optional",
        ", @Input(\"a b\") long age => | 7:1 | input field 'a~20b' of workflow W is gone, but is released as long",
        "long age => int age | 16:90 | input field 'a~20b' of workflow W is int, but is released as long",
        "record Item(String sku, int count) {} => record Item(String sku, short count) {}"
            + " | 14:46 | input field 'items[].count' of workflow W is short, but is released as int",
        "Order(List<Item> items => Order(Map<String, Item> items"
            + " | 14:46 | input field 'items' of workflow W is map, but is released as list",
        "Optional<String> coupon => String coupon"
            + " | 14:46 | input field 'coupon' of workflow W is required, but is released as optional",
        // What a result gives.
        "Cart(int count, => Cart( | 14:24 | field 'count' of the result of step 'validate' of workflow W is gone, but is released as int",
        "Cart(int count => Cart(long count | 14:24 | field 'count' of the result of step 'validate' of workflow W is long, but is released as int",
        "Cart(int count => Cart(Optional<Integer> count"
            + " | 14:24 | field 'count' of the result of step 'validate' of workflow W is optional, but is released as always there",
        "PAID, OPEN => PAID, OPEN, DUE"
            + " | 14:24 | field 'status' of the result of step 'validate' of workflow W is enum(DUE, OPEN, PAID), but is released as enum(OPEN, PAID)",
        "Cart(int count => Cart(@com.fasterxml.jackson.annotation.JsonProperty(\"n\") int count"
            + " | 14:24 | field 'count' of the result of step 'validate' of workflow W is gone, but is released as int",
        "static int charge => static String charge ; return 1; => return \"\";"
            + " | 15:26 | the result of step 'charge' of workflow W is string, but is released as int",
        "static int charge => static void charge ; return 1; => return;"
            + " | 15:24 | the result of step 'charge' of workflow W is nothing, but is released as int",
      })
  void incompatibleChange_isAnErrorWhereItIs(String changes, String place, String headline) {
    String expected =
        headline.replace("workflow W", "workflow 'shop/checkout@1.0.0'") + " (shop.lock).";

    assertThat(problems(changed(changes)))
        .first()
        .asString()
        .startsWith(
            "Checkout.java:" + place + ": error: [Tasker/LockedSignatureChanged] " + expected)
        .contains("\n    breaks: ", "\n    fix: ");
    assertThat(problems(changed(changes))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "long age => java.math.BigInteger age | new: input.a~20b: big_integer",
        "long age => Optional<Long> age | new: input.a~20b: long, optional",
        "int count, Status => short count, Status | new: step validate, result.count: short",
        "Optional<Long> count => long count ; @Input(\"a b\") long age) { return null; } => @Input(\"a b\") long age) { return 1; } | new: step count, result: long",
        "String> coupon => String> coupon, Optional<Integer> points | new: input.points: int, optional",
        "Cart(int count => Cart(int total, int count | new: step validate, result.total: int",
        "@After(\"charge\") static => @After({\"charge\", \"count\"}) static | new: step ship, after count",
        "@After(\"charge\") static => static | gone: step ship, after charge",
        "static void ship(@Input(\"email\") String email) {} => static int ship(@Input(\"email\") String email) { return 1; }"
            + " | new: step ship, result: int",
        "@Handler @After => @Handler static int more() { return 1; } @Handler @After | new: step more: shop_more",
      })
  void compatibleChange_isAWarningThatSaysWhatIsNew(String changes, String difference) {
    assertThat(problems(changed(changes)))
        .singleElement()
        .asString()
        .startsWith(
            "Checkout.java:7:1: warning: [Tasker/LockOutOfDate] workflow 'shop/checkout@1.0.0' has"
                + " changed, compatibly, since shop.lock was written.")
        .contains("\n    " + difference + "\n")
        .endsWith("\n    fix: compile once with -Atasker.lock.update=true and commit the file.");
  }

  @Test
  void newVersion_isFree_untilItIsLocked() throws IOException {
    String next = changed("1.0.0 => 1.1.0 ; PAID, OPEN => OPEN ; void ship => void send");

    assertThat(problems(next))
        .singleElement()
        .asString()
        .startsWith(
            "Checkout.java:7:1: warning: [Tasker/LockOutOfDate] workflow 'shop/checkout@1.1.0' is not"
                + " in shop.lock yet, so nothing keeps it compatible.");

    String before = Files.readString(lock);
    assertThat(compile("-Atasker.lock.update=true", next)).succeededWithoutWarnings();
    assertThat(problems(next)).isEmpty();
    assertThat(Files.readString(lock)).startsWith(before);
    assertThat(problems(RELEASED)).isEmpty();
  }

  @Test
  void workflowThatIsGone_isToldOnceForAllItsVersions() throws IOException {
    compile("-Atasker.lock.update=true", changed("1.0.0 => 1.1.0"));
    String other =
        changed("\"checkout\" => \"payment\" ; final class Checkout => final class Payment");
    String before = Files.readString(lock);
    long line = before.lines().takeWhile(text -> !text.startsWith("workflow")).count() + 1;

    assertThat(problemsOf("shop.Payment", other))
        .filteredOn(problem -> problem.startsWith("error: "))
        .containsExactly(
            """
            error: [Tasker/LockedWorkflowGone] shop.lock:%d: workflow 'shop/checkout@1.1.0' is released, but no class declares 'shop/checkout' any more.
                new here: shop/payment@1.0.0 (shop.Payment)
                breaks: tasks in flight, and callers that submit them.
                fix: put it back under its name; or, once its last task has ended, delete its lines from shop.lock."""
                .formatted(line));

    Files.writeString(lock, before.substring(0, before.indexOf("workflow")));
    assertThat(problemsOf("shop.Payment", other))
        .singleElement()
        .asString()
        .contains("[Tasker/LockOutOfDate]");
  }

  @Test
  void missingFile_isAWarning_andIsNotWritten() throws IOException {
    Files.delete(lock);

    assertThat(problems(RELEASED)).singleElement().asString().contains("is not in shop.lock yet");
    assertThat(lock).doesNotExist();
  }

  @Test
  void update_takesWhatIsIncompatible_butNothingThatIsWrong() throws IOException {
    String before = Files.readString(lock);

    assertThat(
            compile(
                "-Atasker.lock.update=true",
                changed("@Depends(\"validate\") => @Depends(\"vali\")")))
        .failed();
    assertThat(Files.readString(lock)).isEqualTo(before);

    assertThat(compile("-Atasker.lock.update=true", changed("int count) {} => int size) {}")))
        .succeededWithoutWarnings();
    assertThat(Files.readString(lock)).contains("input.items[].size: int");
  }

  @Test
  void severalChanges_areAllTold() {
    assertThat(problems(changed("Cart(int count => Cart(long count ; String email => int email")))
        .hasSize(2)
        .allMatch(problem -> problem.contains("[Tasker/LockedSignatureChanged]"));
  }

  @Test
  void unfinishedMerge_isTold() throws IOException {
    Files.writeString(lock, Files.readString(lock) + ">>>>>>> theirs\n");

    assertThat(problems(RELEASED))
        .singleElement()
        .asString()
        .matches("(?s)error: \\[Tasker/MalformedLock] shop\\.lock:\\d+: the line is none .*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"  step a: b", "    after a", "  input: int", "    result: int", "x"})
  void lineOutOfPlace_isTold(String line) throws IOException {
    Files.writeString(lock, line + "\n");

    assertThat(problems(RELEASED)).singleElement().asString().contains("shop.lock:1: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "missing/shop.lock"})
  void option_namesAFile(String name) {
    lock = folder.resolve(name);

    assertThat(problems(RELEASED))
        .singleElement()
        .asString()
        .startsWith("error: [Tasker/InvalidOption] option tasker.lock names '" + lock + "', ");
  }
}
