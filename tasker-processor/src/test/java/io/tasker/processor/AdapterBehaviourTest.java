package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.handler.EventPublisher;
import io.tasker.handler.StepContext;
import io.tasker.spi.HandlerModule;
import io.tasker.spi.Parameter;
import io.tasker.spi.StepAdapter;
import io.tasker.spi.StepInvocation;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generated classes are found and do what they say. */
class AdapterBehaviourTest {
  private static final String HANDLERS =
      """
      package shop;

      import io.tasker.annotation.*;
      import io.tasker.handler.EventPublisher;
      import io.tasker.handler.StepContext;
      import java.io.IOException;
      import java.util.*;
      import java.util.concurrent.*;

      @Workflow(namespace = "shop", name = "checkout")
      final class Checkout {
        record Cart(String id, int count) {}

        @Handler
        static Cart validate(@Input("id") String id, @Input(value = "count", defaultValue = "2") int count) {
          return new Cart(id, count);
        }

        @Handler
        static CompletionStage<String> charge(@Depends("validate") Cart cart, @Provided Runnable gateway) {
          gateway.run();
          return CompletableFuture.completedFuture("paid " + cart.count());
        }

        @Handler(aliases = "shop_send")
        static void ship(@Depends("charge") String payment, StepContext context) throws IOException {
          throw new IOException(context.stepName() + " " + payment);
        }

        @Handler
        @Publishes("payment.told")
        static void tell(@Depends("charge") String payment, EventPublisher events) {
          events.publish("payment.told", payment);
        }

        @Handler
        static String weigh(@Depends(value = "validate", path = "count") int count) {
          return "int " + count;
        }

        static String weigh(Integer count) {
          return "box " + count;
        }

        static String weigh(long count) {
          return "long " + count;
        }

        static String weigh(Object count) {
          return "object " + count;
        }

        @Handler
        @After("charge")
        @SuppressWarnings("tasker:NeedlessOptional")
        static void note(@Depends("validate") Optional<Cart> cart) {
          cart.orElseThrow();
        }
      }
      """;

  /** Arguments by the name they have in the source of a parameter. */
  private record Arguments(Map<String, Object> values) implements StepInvocation {
    @Override
    @SuppressWarnings("unchecked")
    public <T> T argument(Parameter<T> parameter) {
      return (T) values.get(parameter.source() + " " + parameter.name());
    }

    @Override
    public StepContext context() {
      return (StepContext)
          Proxy.newProxyInstance(
              StepContext.class.getClassLoader(),
              new Class<?>[] {StepContext.class},
              (proxy, method, arguments) ->
                  method.getName().equals("events") ? publisher() : method.getName());
    }

    private static EventPublisher publisher() {
      return (EventPublisher)
          Proxy.newProxyInstance(
              EventPublisher.class.getClassLoader(),
              new Class<?>[] {EventPublisher.class},
              (proxy, method, arguments) -> {
                throw new IllegalStateException(method.getName() + List.of(arguments));
              });
    }
  }

  @TempDir Path folder;
  private URLClassLoader loader;
  private HandlerModule module;
  private final Map<String, StepAdapter> adapters = new HashMap<>();

  @BeforeEach
  void compileAndLoad() throws IOException {
    DirectoryCompiler compiler = new DirectoryCompiler(folder);
    compiler.with("shop.Checkout", HANDLERS).compile();
    loader = new URLClassLoader(new URL[] {url(compiler.output())}, getClass().getClassLoader());
    module =
        ServiceLoader.load(HandlerModule.class, loader).stream()
            .filter(provider -> provider.type().getClassLoader() == loader)
            .map(ServiceLoader.Provider::get)
            .findFirst()
            .orElseThrow();
    module.adapters().forEach(adapter -> adapters.put(adapter.descriptor().step(), adapter));
  }

  @AfterEach
  void close() throws IOException {
    loader.close();
  }

  @Test
  void module_namesItsAdaptersInOrder() {
    assertThat(module.name()).isEqualTo("shop");
    assertThat(module.adapters())
        .extracting(adapter -> adapter.descriptor().callable())
        .containsExactly(
            "shop_charge", "shop_note", "shop_ship", "shop_tell", "shop_validate", "shop_weigh");
  }

  @Test
  void templates_areResources() {
    assertThat(module.templates())
        .allSatisfy(name -> assertThat(module.getClass().getResource("/" + name)).isNotNull());
  }

  @Test
  void call_passesArgumentsAndReturnsTheResult() throws Exception {
    Object cart = call("validate", Map.of("INPUT id", "c1", "INPUT count", 3));

    assertThat(cart).hasToString("Cart[id=c1, count=3]");
  }

  @Test
  void call_returnsAFutureAsItCame() throws Exception {
    Object cart = call("validate", Map.of("INPUT id", "c1", "INPUT count", 3));
    int[] calls = {0};

    Object result =
        call(
            "charge",
            Map.of("DEPENDENCY validate", cart, "PROVIDED ", (Runnable) () -> calls[0]++));

    assertThat(((CompletionStage<?>) result).toCompletableFuture().join()).isEqualTo("paid 3");
    assertThat(calls[0]).isOne();
  }

  @Test
  void call_throwsWhatTheHandlerThrows() {
    assertThatThrownBy(() -> call("ship", Map.of("DEPENDENCY charge", "paid")))
        .isInstanceOf(IOException.class)
        .hasMessage("stepName paid");
  }

  @Test
  void call_reachesTheHandlerAmongMethodsOfItsName() throws Exception {
    assertThat(call("weigh", Map.of("DEPENDENCY validate", 3))).isEqualTo("int 3");
  }

  @Test
  void call_ofAMethodThatReturnsNothing_returnsNull() throws Exception {
    Object cart = call("validate", Map.of("INPUT id", "c1", "INPUT count", 3));

    assertThat(call("note", Map.of("DEPENDENCY validate", Optional.of(cart)))).isNull();
  }

  @Test
  void call_passesWhatTheAttemptPublishesWith() {
    assertThatThrownBy(() -> call("tell", Map.of("DEPENDENCY charge", "paid")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("publish[payment.told, paid]");
    assertThat(adapters.get("tell").descriptor().parameters()).hasSize(1);
  }

  @Test
  void descriptor_saysWhatTheHandlerNeeds() {
    StepAdapter validate = adapters.get("validate");

    assertThat(validate.descriptor().declaredAt()).isEqualTo("shop.Checkout.validate(String, int)");
    assertThat(validate.descriptor().parameters())
        .extracting(Parameter::toString)
        .containsExactly("input 'id' as java.lang.String", "input 'count' as int");
    assertThat(validate.descriptor().parameters().get(1).defaultValue()).isEqualTo("2");
    assertThat(adapters.get("ship").descriptor().aliases()).containsExactly("shop_send");
  }

  private Object call(String step, Map<String, Object> arguments) throws Exception {
    return adapters.get(step).call(new Arguments(arguments));
  }

  private static URL url(Path path) throws MalformedURLException {
    return path.toUri().toURL();
  }
}
