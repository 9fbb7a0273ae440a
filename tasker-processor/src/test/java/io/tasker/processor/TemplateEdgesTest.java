package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a handler names and reads, against every template that uses it. */
class TemplateEdgesTest {
  private static final String HANDLERS =
      """
      record Cart(int items, String owner) {}
      @Handler("shop_cart") static Cart cart(@Input("items") int items) { return new Cart(items, ""); }
      @Handler("shop_reserve") static int reserve(@Depends("cart") Cart cart) { return 1; }
      @Handler("shop_charge") static int charge(%s) { return 1; }
      """;

  private static final String ORDERS =
      """
      name: orders
      namespace_name: shop
      version: "1.0.0"
      steps:
        - {name: cart, handler: {callable: shop_cart}}
        - {name: reserve, dependencies: [cart], handler: {callable: shop_reserve}}
        - {name: charge, dependencies: [reserve], handler: {callable: shop_charge}}
      """;

  private static final String REFUNDS =
      ORDERS.replace("orders", "refunds").replace("[reserve]", "[cart]");

  @TempDir Path folder;
  private TemplateProject project;

  @BeforeEach
  void create() throws IOException {
    project = new TemplateProject(folder).template("orders.yaml", ORDERS);
  }

  @Test
  void anyAncestor_canBeRead() {
    assertThat(problems("@Depends(\"cart\") Cart cart, @Depends(\"reserve\") long reserved"))
        .isEmpty();
  }

  @Test
  void unknownStep_suggestsStepsOfTheTemplate() {
    assertThat(problems("@Depends(\"crat\") Cart cart"))
        .containsExactly(
            """
            Handlers.java:9:52: error: [Tasker/UnknownDependency] step 'charge' depends on 'crat', but no step of template shop/orders@1.0.0 has that name.
                did you mean: 'cart'
                known steps: cart, reserve
                template: templates/orders.yaml:7:12""");
  }

  @Test
  void step_mustBeAboveInEveryTemplate() throws IOException {
    project.template("refunds.yaml", REFUNDS);

    assertThat(problems("@Depends(\"reserve\") int reserved"))
        .containsExactly(
            """
            Handlers.java:9:52: error: [Tasker/NotAnAncestor] step 'charge' depends on 'reserve', which is not above it in template shop/refunds@1.0.0.
                steps above it: cart
                template: templates/refunds.yaml:7:12
                fix: add 'reserve' to the dependencies of 'charge', or of a step above it.""");
  }

  @Test
  void stepBelow_saysSo() {
    project.handlers(
        """
        @Handler("shop_cart") static int cart(@Depends("charge") int charge) { return 1; }
        @Handler("shop_reserve") static int reserve(@Depends("reserve") int reserve) { return 1; }
        @Handler("shop_charge") @After("cart") static int charge() { return 1; }
        """);

    assertThat(project.problems())
        .containsExactly(
            """
            Handlers.java:6:48: error: [Tasker/NotAnAncestor] step 'cart' depends on 'charge', which is not above it in template shop/orders@1.0.0.
                steps above it: none
                template: templates/orders.yaml:5:12
                fix: 'charge' waits for 'cart'; turn that dependency round, or remove this one.""",
            """
            Handlers.java:7:54: error: [Tasker/NotAnAncestor] step 'reserve' depends on 'reserve', which is not above it in template shop/orders@1.0.0.
                steps above it: cart
                template: templates/orders.yaml:6:12
                fix: remove it; a step has no result of its own to read.""");
  }

  @Test
  void resultOfAnotherType_isTold() {
    assertThat(problems("@Depends(\"cart\") int cart"))
        .containsExactly(
            """
            Handlers.java:9:64: error: [Tasker/DependencyTypeMismatch] step 'charge' expects 'cart' to produce int, but it produces Cart.
                consumer: shop.Handlers.charge(cart)  int
                producer: shop.Handlers.cart()        shop.Handlers.Cart
                template: templates/orders.yaml:7:12
                fix: declare the parameter as Cart, or change what Handlers.cart() returns.""");
  }

  @Test
  void fieldOfAnotherName_isTold() {
    assertThat(problems("@Depends(value = \"cart\", path = \"itms\") int items"))
        .containsExactly(
            """
            Handlers.java:9:75: error: [Tasker/UnknownField] step 'charge' reads 'itms' of 'cart', but Cart has no field 'itms'.
                did you mean: 'items'
                known fields: items, owner
                fix: correct the path.""");
  }

  @Test
  void templateThatIsWrongItself_isNotJudgedFurther() throws IOException {
    project.template("orders.yaml", ORDERS.replace("[reserve]", "[reserved]"));

    assertThat(problems("@Depends(\"reserve\") String reserve"))
        .singleElement()
        .asString()
        .contains("[Tasker/UnknownDependency] templates/orders.yaml:7:35: step 'charge'");
  }

  @Test
  void templateThatCannotBeRead_leavesItsHandlersAlone() throws IOException {
    project.template("orders.yaml", "name: [\n");

    assertThat(problems("@Depends(\"a_step\") String value"))
        .singleElement()
        .asString()
        .startsWith("error: [Tasker/MalformedYaml] templates/orders.yaml:");
  }

  @Test
  void handlerOfNoTemplate_isJudgedByItsClass() throws IOException {
    project.handlers(
        HANDLERS.formatted("@Depends(\"cart\") Cart cart")
            + "@Handler(\"other\") @SuppressWarnings(\"tasker:UnusedHandler\") static int other(@Depends(\"nowhere\") int x) { return x; }\n");

    assertThat(project.problems())
        .singleElement()
        .asString()
        .contains("step 'other' depends on 'nowhere', but no step has that name.");
  }

  private java.util.List<String> problems(String parameters) {
    return project.handlers(HANDLERS.formatted(parameters)).problems();
  }
}
