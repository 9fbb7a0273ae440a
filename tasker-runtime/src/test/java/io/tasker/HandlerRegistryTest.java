package io.tasker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.handler.StepContext;
import io.tasker.handler.StepExecutionResult;
import io.tasker.handler.StepHandler;
import io.tasker.spi.HandlerDescriptor;
import io.tasker.spi.HandlerModule;
import io.tasker.spi.JsonType;
import io.tasker.spi.StepAdapter;
import io.tasker.spi.StepInvocation;
import io.tasker.template.HandlerReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandlerRegistryTest {

  private record Adapter(HandlerDescriptor descriptor) implements StepAdapter {
    static Adapter of(String callable, String... aliases) {
      return new Adapter(builder(callable).aliases(aliases).build());
    }

    static HandlerDescriptor.Builder builder(String callable) {
      return HandlerDescriptor.handler(callable, callable)
          .declaredAt("com.acme.Handlers." + callable + "()")
          .result(JsonType.of(Void.class));
    }

    @Override
    public @Nullable Object call(StepInvocation invocation) {
      return null;
    }
  }

  private record Module(String name, List<StepAdapter> adapters) implements HandlerModule {}

  private static final class Ping implements StepHandler {
    @Override
    public StepExecutionResult call(StepContext context) {
      return StepExecutionResult.success(context, Map.of());
    }

    @Override
    public String name() {
      return "ping";
    }

    @Override
    public Optional<String> namespace() {
      return Optional.of("ops");
    }
  }

  /** A provider whose class file is there, for a services file. */
  public static final class Provided implements HandlerModule {
    /** Called by the service loader. */
    public Provided() {}

    @Override
    public String name() {
      return "com.acme";
    }

    @Override
    public List<StepAdapter> adapters() {
      return List.of(Adapter.of("from_a_file"));
    }
  }

  private static Optional<String> find(
      HandlerRegistry registry, HandlerReference reference, String step) {
    return registry
        .find("ops", reference, step, step)
        .map(adapter -> adapter.descriptor().callable());
  }

  private static URLClassLoader services(Path directory, String... providers) throws Exception {
    Path file = directory.resolve("META-INF/services/" + HandlerModule.class.getName());
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(providers));
    return new URLClassLoader(
        new URL[] {directory.toUri().toURL()}, HandlerRegistryTest.class.getClassLoader());
  }

  @Test
  void load_withoutModules_namesTheUsualCauses() {
    assertThatThrownBy(HandlerRegistry::load)
        .isInstanceOf(NoHandlersException.class)
        .hasMessageContaining("io.tasker:tasker-processor")
        .hasMessageContaining("-proc:full")
        .hasMessageContaining("META-INF/services")
        .hasMessageContaining("provides io.tasker.spi.HandlerModule");
  }

  @Test
  void load_findsModulesOfAClassLoader_andLeavesOutStaleOnes(@TempDir Path directory)
      throws Exception {
    try (URLClassLoader loader =
        services(directory, "com.acme.Deleted", Provided.class.getName())) {
      assertThat(HandlerRegistry.load(loader).callables()).containsExactly("from_a_file");
    }
  }

  @Test
  void load_withStaleModulesOnly_namesThem(@TempDir Path directory) throws Exception {
    try (URLClassLoader loader = services(directory, "com.acme.Deleted")) {
      assertThatThrownBy(() -> HandlerRegistry.load(loader))
          .isInstanceOf(NoHandlersException.class)
          .hasMessageContaining("com.acme.Deleted");
    }
  }

  @Test
  void duplicates_areReportedAllAtOnce_withBothPlaces() {
    Module orders = new Module("com.acme.orders", List.of(Adapter.of("a"), Adapter.of("b")));
    Module payments =
        new Module("com.acme.payments", List.of(Adapter.of("a"), Adapter.of("c", "b")));

    assertThatThrownBy(() -> HandlerRegistry.of(orders, payments))
        .isInstanceOfSatisfying(
            DuplicateHandlerException.class,
            e -> assertThat(e.callables()).containsExactly("a", "b"))
        .hasMessageContaining(
            "'a' is both com.acme.Handlers.a() in com.acme.orders"
                + " and com.acme.Handlers.a() in com.acme.payments")
        .hasMessageContaining("com.acme.Handlers.b() in com.acme.orders and");
  }

  @Test
  void register_refusesASecondHandler() {
    HandlerRegistry registry = HandlerRegistry.empty().register("a", context -> 1);

    assertThatThrownBy(
            () -> registry.registerDependencies("a", dependencies -> dependencies.size()))
        .isInstanceOf(DuplicateHandlerException.class);
    assertThat(registry.callables()).containsExactly("a");
  }

  @Test
  void find_looksForTheCallable_thenForTheStep() {
    HandlerRegistry registry = HandlerRegistry.of(new Module("m", List.of(Adapter.of("charge"))));

    assertThat(find(registry, HandlerReference.to("charge"), "x")).contains("charge");
    assertThat(find(registry, HandlerReference.to("Shop::ChargeHandler"), "charge"))
        .contains("charge");
    assertThat(registry.find("ops", HandlerReference.to("Batch::Handler"), "charge", "charge_001"))
        .isPresent();
    assertThat(find(registry, HandlerReference.to("refund"), "refund")).isEmpty();
  }

  @Test
  void find_knowsAliases() {
    HandlerRegistry registry =
        HandlerRegistry.of(new Module("m", List.of(Adapter.of("charge", "pay", "bill"))));

    assertThat(registry.callables()).containsExactly("bill", "charge", "pay");
    assertThat(find(registry, HandlerReference.to("bill"), "x")).contains("charge");
  }

  @Test
  void find_tellsMethodsOfOneCallableApart() {
    StepAdapter charge = new Adapter(Adapter.builder("payments").method("charge").build());
    StepAdapter refund = new Adapter(Adapter.builder("payments").method("refund").build());
    HandlerRegistry registry = HandlerRegistry.of(new Module("m", List.of(charge, refund)));

    HandlerReference reference = new HandlerReference("payments", "refund", "", Map.of());
    assertThat(registry.find("ops", reference, "x", "x")).containsSame(refund);
    assertThat(find(registry, HandlerReference.to("payments"), "x")).isEmpty();
    assertThat(find(registry, new HandlerReference("payments", "x", "", Map.of()), "x")).isEmpty();
  }

  @Test
  void find_treatsCallAsTheOnlyMethod() {
    HandlerRegistry registry = HandlerRegistry.of(new Module("m", List.of(Adapter.of("charge"))));

    assertThat(find(registry, new HandlerReference("charge", "call", "", Map.of()), "x"))
        .isPresent();
    assertThat(find(registry, new HandlerReference("charge", "other", "", Map.of()), "x"))
        .isEmpty();
  }

  @Test
  void find_asksForTheResolverAHandlerNames() {
    StepAdapter special = new Adapter(Adapter.builder("charge").resolver("special").build());
    HandlerRegistry registry = HandlerRegistry.of(new Module("m", List.of(special)));

    assertThat(find(registry, HandlerReference.to("charge"), "x")).isEmpty();
    assertThat(find(registry, new HandlerReference("charge", "", "special", Map.of()), "x"))
        .isPresent();
  }

  @Test
  void find_keepsHandlersOfOtherNamespacesApart() {
    HandlerRegistry registry = HandlerRegistry.empty().register(new Ping());

    assertThat(registry.find("ops", HandlerReference.to("ping"), "x", "x")).isPresent();
    assertThat(registry.find("shop", HandlerReference.to("ping"), "x", "x")).isEmpty();
  }
}
