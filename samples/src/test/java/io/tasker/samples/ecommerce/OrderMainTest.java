package io.tasker.samples.ecommerce;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command: what it prints, where, and with which exit code. */
class OrderMainTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void order_printsTheDiagramTheStepsAndTheResults() throws IOException {
    int status =
        run(
            order(
                "tok_test_success",
                "{\"product_id\": 1, \"quantity\": 2}",
                "{\"product_id\": 2, \"quantity\": 1}"));

    assertThat(status).isZero();
    assertThat(err()).isEmpty();
    assertThat(out())
        .startsWith(
            "ecommerce/order_processing@1.0.0: Takes an order from the cart to the confirmation.\n")
        .contains("▼\n")
        .contains("  validate_cart      started   attempt 1\n")
        .containsPattern("  send_confirmation  complete  attempt 1 +\\d+\\.\\d ms\n")
        .contains("\"subtotal\" : 109.97,")
        .contains("\"tax\" : 8.80,")
        .contains("\"shipping\" : 0.00,")
        .contains("\"total\" : 118.77,")
        .contains("\"total_items_reserved\" : 3,")
        .endsWith("}\n\n5 of 5 steps complete\n");
  }

  @Test
  void declinedCard_isOneMessage() throws IOException {
    assertFailure(
        order("tok_test_declined", "{\"product_id\": 1, \"quantity\": 2}"),
        "The order failed: step 'process_payment' failed after 1 attempt: Card was declined");
    assertThat(out()).doesNotContain("waiting").doesNotContain("steps complete");
  }

  @Test
  void unreachableGateway_showsTheRetry() throws IOException {
    assertFailure(
        order("tok_test_network_error", "{\"product_id\": 1, \"quantity\": 2}"),
        "The order failed: step 'process_payment' failed after 2 attempts:"
            + " Payment gateway unreachable");
    assertThat(out())
        .containsPattern("process_payment    failed    attempt 1 .* Payment gateway unreachable\n")
        .containsPattern("process_payment    waiting   attempt 2  in +\\d+\\.\\d ms\n")
        .containsPattern("process_payment    failed    attempt 2 .* Payment gateway unreachable\n");
  }

  @ParameterizedTest
  @CsvSource({
    "99, 1, Product 99 not found in catalog",
    "1, 101, 'Insufficient stock for Widget A: requested 101, available 100'",
    "1, 0, Invalid quantity 0 for product Widget A",
    "2, -1, Invalid quantity -1 for product Widget B"
  })
  void item_thatCannotBeOrdered(long product, int quantity, String message) throws IOException {
    assertFailure(
        order(
            "tok_test_success",
            "{\"product_id\": %d, \"quantity\": %d}".formatted(product, quantity)),
        "The order failed: step 'validate_cart' failed after 1 attempt: " + message);
  }

  @Test
  void emptyCart() throws IOException {
    assertFailure(
        order("tok_test_success"),
        "The order failed: step 'validate_cart' failed after 1 attempt: Cart cannot be empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void blankEmail_isToldBeforeTheCardIsCharged(String email) throws IOException {
    assertFailure(
        file(
            """
            {"cart_items": [{"product_id": 1, "quantity": 2}], "customer_email": "%s"}
            """
                .formatted(email)),
        "The order failed: step 'validate_cart' failed after 1 attempt:"
            + " An order needs a customer_email to confirm it to");
    assertThat(out()).doesNotContain("process_payment    started");
  }

  @Test
  void hugeQuantity_isNotCalledAFraction() throws IOException {
    String file =
        file(
            """
        {"cart_items": [{"product_id": 1, "quantity": 1e400}], "customer_email": "a@example.com"}
        """);

    assertThat(run(file)).isEqualTo(1);
    assertThat(err())
        .contains(
            "  - cart_items[0].quantity: expected int, found a number with a fraction or exponent\n");
  }

  @Test
  void missingAndMistypedFields_areAllNamedWithTheirPaths() throws IOException {
    String file =
        file(
            """
            {
              "cart_items": [{"product_id": "one", "quantity": 1.5}, {"product_id": 2}],
              "payment_token": 7
            }
            """);

    assertThat(run(file)).isEqualTo(1);
    assertThat(err())
        .startsWith(file + " is not a valid order:\n")
        .contains("  - cart_items[0].product_id: string found, integer expected\n")
        .contains("  - cart_items[0].quantity: number found, integer expected\n")
        .contains("  - cart_items[1].quantity: is required but missing\n")
        .contains("  - customer_email: is required but missing\n")
        .contains("  - payment_token: integer found, string expected\n")
        .hasLineCount(6);
    assertThat(out()).isEmpty();
  }

  @Test
  void missingFile() {
    String file = folder.resolve("none.json").toString();

    assertRefusal(file, "There is no file " + file);
  }

  @Test
  void directory() {
    assertRefusal(folder.toString(), folder + " is a directory, not a JSON file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t\n"})
  void emptyFile(String content) throws IOException {
    String file = file(content);

    assertInvalid(file, "not a JSON object: it is empty");
  }

  @ParameterizedTest
  @CsvSource({"'[1, 2]', array", "null, null", "'\"order\"', string", "3, number"})
  void jsonThatIsNoObject(String content, String kind) throws IOException {
    String file = file(content);

    assertInvalid(file, "not a JSON object: it is JSON of type " + kind);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\n \"cart_items\": [,]\n}', 'line 2, column 17: the text is not JSON here'",
    "'{\"cart_items\": [', 'line 1, column 17: the text ends before the JSON does'",
    "'{\"a\": 1, \"a\": 2}', 'line 1, column 13: an object has the same field twice'",
    "'{} {}', 'line 1, column 4: there is more text after the JSON'"
  })
  void malformedJson_isNamedWithItsPlace(String content, String problem) throws IOException {
    String file = file(content);

    assertThat(run(file)).isEqualTo(1);
    assertThat(err())
        .startsWith(file + " is not a valid order:\n  - not a JSON object: " + problem)
        .hasLineCount(2);
    assertThat(out()).isEmpty();
  }

  @Test
  void bytesThatAreNoText() throws IOException {
    Path file = Files.write(folder.resolve("order.json"), new byte[] {'{', '"', (byte) 0xff});

    assertRefusal(file.toString(), file + " is not a text in UTF-8");
  }

  @Test
  void endlessNesting() throws IOException {
    String file = file("[".repeat(10_000));

    assertThat(run(file)).isEqualTo(1);
    assertThat(err()).contains("  - not a JSON object: ").contains("nesting").hasLineCount(2);
  }

  @Test
  void hugeFile() throws IOException {
    String file = file(" ".repeat(1 << 20) + "{}");

    assertRefusal(file, file + " is larger than 1 MiB, which no order is");
  }

  @Test
  void wrongUsage() {
    for (String[] arguments : new String[][] {{}, {"a.json", "b.json"}, {" "}, {null}}) {
      err.reset();

      assertThat(run(arguments)).isEqualTo(2);
      assertThat(err()).isEqualTo("Usage: OrderMain <JSON file with an order>\n");
    }
  }

  /** The command starts the workflow, which fails. */
  private void assertFailure(String file, String message) {
    assertThat(run(file)).isEqualTo(1);
    assertThat(err()).isEqualTo(message + "\n");
  }

  /** The command does not even start the workflow. */
  private void assertRefusal(String file, String message) {
    assertFailure(file, message);
    assertThat(out()).isEmpty();
  }

  /** The workflow does not take the order. */
  private void assertInvalid(String file, String problem) {
    assertRefusal(file, file + " is not a valid order:\n  - " + problem);
  }

  private String order(String token, String... items) throws IOException {
    return file(
        """
        {"cart_items": [%s], "customer_email": "ada@example.com", "payment_token": "%s"}
        """
            .formatted(String.join(", ", items), token));
  }

  private String file(String content) throws IOException {
    return Files.writeString(folder.resolve("order.json"), content).toString();
  }

  private int run(String... arguments) {
    return new OrderMain(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8))
        .run(arguments);
  }

  private String out() {
    return text(out);
  }

  private String err() {
    return text(err);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(UTF_8).replace(System.lineSeparator(), "\n");
  }
}
