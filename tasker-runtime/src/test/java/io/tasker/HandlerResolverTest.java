package io.tasker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tasker.engine.LocalEngine;
import io.tasker.handler.StepContext;
import io.tasker.handler.StepExecutionResult;
import io.tasker.handler.StepHandler;
import io.tasker.spi.HandlerDescriptor;
import io.tasker.spi.JsonType;
import io.tasker.spi.StepAdapter;
import io.tasker.spi.StepInvocation;
import io.tasker.template.HandlerReference;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which handler a template gets where several could be meant. */
class HandlerResolverTest {
  private final HandlerRegistry registry = HandlerRegistry.empty();

  /** Has a handler for each callable with a prefix, which says where it comes from. */
  private record Prefix(String name, int priority, String prefix) implements HandlerResolver {
    @Override
    public Optional<StepHandler> resolve(String namespace, HandlerReference reference) {
      if (!reference.callable().startsWith(prefix)) {
        return Optional.empty();
      }
      return Optional.of(new Named(name + " in " + namespace));
    }
  }

  private record Named(String name) implements StepHandler {
    @Override
    public StepExecutionResult call(StepContext context) {
      return StepExecutionResult.success(context, Map.of("from", name));
    }
  }

  private record Method(HandlerDescriptor descriptor) implements StepAdapter {
    static Method of(String method) {
      return new Method(
          HandlerDescriptor.handler("pay", method)
              .declaredAt(method)
              .result(JsonType.of(Object.class))
              .method(method)
              .build());
    }

    @Override
    public Object call(StepInvocation invocation) {
      return descriptor.declaredAt();
    }
  }

  private String found(String callable, String method, String resolver) {
    HandlerReference reference = new HandlerReference(callable, method, resolver, Map.of());
    StepAdapter adapter = registry.require("shop", reference, "step");
    return adapter.descriptor().callable() + " " + adapter.descriptor().declaredAt();
  }

  private void assertNotFound(String callable, String method, String resolver, String objection) {
    assertThatExceptionOfType(HandlerNotFoundException.class)
        .isThrownBy(() -> found(callable, method, resolver))
        .withMessage("step 'step' " + objection);
  }

  @Test
  void withoutAHint_lowerPrioritiesAreAskedFirst_andRegisteredHandlersInBetween() {
    registry
        .register("a.x", context -> 1)
        .register(new Prefix("late", 60, "a."))
        .register(new Prefix("middle", 50, "a.y"))
        .register(new Prefix("early", 5, "a.x.z"));

    assertThat(found("a.x", "", "")).isEqualTo("a.x function 'a.x'");
    assertThat(found("a.x.z", "", "")).startsWith("early in shop ");
    assertThat(found("a.y", "", "")).startsWith("middle in shop ");
    assertThat(found("a.other", "", "")).startsWith("late in shop ");
  }

  @Test
  void aHint_asksOneResolverAndNoOther() {
    registry
        .register("a.x", context -> 1)
        .register(new Prefix("one", 1, "b."))
        .register(new Prefix("two", 60, "a."));

    assertThat(found("a.x", "", "two")).startsWith("two in shop ");
    assertThat(found("a.x", "", "explicit_mapping")).isEqualTo("a.x function 'a.x'");
    assertNotFound("a.x", "", "one", "asks the resolver 'one', which has no handler for 'a.x'");
    assertNotFound(
        "a.x",
        "",
        "twoo",
        "asks the resolver 'twoo', which is not registered. Did you mean 'two'? Registered: explicit_mapping, one, two");
  }

  @Test
  void aMethodThatThereIsNot_isExplainedByThoseThereAre() {
    registry.register(Method.of("charge")).register(Method.of("refund"));

    assertThat(found("pay", "refund", "")).isEqualTo("pay refund");
    assertNotFound(
        "pay",
        "refnd",
        "",
        "names the method 'refnd' of the handler 'pay', which has none of that name. Did you mean 'refund'? Its methods: charge, refund");
    assertNotFound(
        "pay",
        "",
        "",
        "names the method 'call' of the handler 'pay', which has none of that name. Its methods: charge, refund");
  }

  @Test
  void call_isTheMethodThatIsMeantWhereNoneIsNamed() {
    registry.register(Method.of("call")).register(Method.of("refund"));

    assertThat(found("pay", "", "")).isEqualTo("pay call");
    assertThat(found("pay", "call", "")).isEqualTo("pay call");
  }

  @Test
  void anEngine_runsWhatAResolverFinds_andNamesWhatNobodyFinds() throws Exception {
    String yaml =
        """
        name: flow
        namespace_name: shop
        version: "1.0.0"
        steps:
          - name: first
            handler: {callable: partner.north}
        """;
    registry.register(new Prefix("partners", 50, "partner."));
    try (LocalEngine engine =
        LocalEngine.builder().registry(registry).template("flow.yaml", yaml).build()) {
      TaskResult result = engine.submit(TaskRequest.of("shop", "flow")).await();
      assertThat(result.orThrow().step("first").json().path("from").asString())
          .isEqualTo("partners in shop");
    }
    assertThatExceptionOfType(EngineConfigurationException.class)
        .isThrownBy(
            () ->
                LocalEngine.builder()
                    .registry(registry)
                    .template("flow.yaml", yaml.replace("partner.", "other."))
                    .build())
        .withMessageContaining(
            "shop/flow@1.0.0: step 'first' names the handler 'other.north', which is not registered.");
  }

  @Test
  void aResolver_hasANameOfItsOwn() {
    registry.register(new Prefix("one", 1, "a."));
    for (String taken : new String[] {"one", " ", "explicit_mapping"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> registry.register(new Prefix(taken, 1, "a.")))
          .withMessageContaining("'" + taken + "'");
    }
  }

  private record Broken(String name, Supplier<@Nullable Optional<StepHandler>> answer)
      implements HandlerResolver {
    @Override
    public Optional<StepHandler> resolve(String namespace, HandlerReference reference) {
      return answer.get();
    }
  }

  @Test
  void aResolverThatFails_isNamedWithTheStep() {
    registry.register(
        new Broken(
            "db",
            () -> {
              throw new IllegalStateException("the database is down");
            }));
    registry.register(new Broken("lazy", () -> null));
    assertThatExceptionOfType(HandlerNotFoundException.class)
        .isThrownBy(() -> found("pay", "", "db"))
        .withMessage(
            "step 'step' asks the resolver 'db' for 'pay', and it failed: the database is down");
    assertThatExceptionOfType(HandlerNotFoundException.class)
        .isThrownBy(() -> found("pay", "", "lazy"))
        .withMessage(
            "step 'step' asks the resolver 'lazy' for 'pay', and it failed: it returned null in"
                + " place of an Optional");
  }
}
