package io.tasker.benchmarks.dispatch;

import io.tasker.HandlerRegistry;
import io.tasker.benchmarks.order.OrderSteps;
import io.tasker.benchmarks.order.OrderSteps.Payment;
import io.tasker.benchmarks.order.OrderSteps.PlacedOrder;
import io.tasker.benchmarks.order.OrderSteps.Reservation;
import io.tasker.spi.StepAdapter;
import io.tasker.spi.StepInvocation;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A call of {@code createOrder}, which takes two records and returns one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DispatchBenchmark {
  private final JsonMapper mapper = new JsonMapper();
  private Payment payment;
  private Reservation reservation;
  private StepAdapter adapter;
  private StepInvocation invocation;
  private Method method;
  private Map<String, JsonNode> results;

  @Setup
  public void prepare() throws NoSuchMethodException {
    payment = new Payment(5985);
    reservation = new Reservation(3);
    adapter =
        HandlerRegistry.load().modules().stream()
            .flatMap(module -> module.adapters().stream())
            .filter(each -> each.descriptor().callable().equals("benchmarks_create_order"))
            .findFirst()
            .orElseThrow();
    invocation =
        new PreparedInvocation(
            adapter.descriptor().parameters(),
            Map.of("process_payment", payment, "reserve_stock", reservation));
    method = OrderSteps.class.getMethod("createOrder", Payment.class, Reservation.class);
    results =
        Map.of(
            "process_payment", mapper.valueToTree(payment),
            "reserve_stock", mapper.valueToTree(reservation));
  }

  @Benchmark
  public PlacedOrder directCall() {
    return OrderSteps.createOrder(payment, reservation);
  }

  @Benchmark
  public @Nullable Object generatedAdapter() throws Exception {
    return adapter.call(invocation);
  }

  @Benchmark
  public Object reflection() throws ReflectiveOperationException {
    return method.invoke(null, payment, reservation);
  }

  /** What a framework does that keeps results as JSON, without the reflection. */
  @Benchmark
  public PlacedOrder jacksonConversion() {
    return OrderSteps.createOrder(
        mapper.treeToValue(results.get("process_payment"), Payment.class),
        mapper.treeToValue(results.get("reserve_stock"), Reservation.class));
  }
}
