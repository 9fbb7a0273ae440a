package io.tasker.testing;

import io.tasker.HandlerRegistry;
import io.tasker.handler.PermanentException;
import io.tasker.spi.HandlerDescriptor;
import io.tasker.spi.HandlerModule;
import io.tasker.spi.JsonType;
import io.tasker.spi.Parameter;
import io.tasker.spi.StepAdapter;
import io.tasker.spi.StepInvocation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A workflow of four steps with the adapters that the processor would write for it. */
final class Parcels implements HandlerModule {

  record Parcel(BigDecimal kilos, String recipient) {}

  record Price(BigDecimal amount, String currency) {}

  record Receipt(BigDecimal paid, Instant paidAt) {}

  static Price weigh(Parcel parcel, BigDecimal rate) {
    if (parcel.kilos().signum() <= 0) {
      throw new PermanentException("A parcel weighs something", "NO_WEIGHT");
    }
    return new Price(parcel.kilos().multiply(rate), "EUR");
  }

  static Receipt pay(Price price, Clock clock) {
    return new Receipt(price.amount(), clock.instant());
  }

  static String label(Parcel parcel) {
    return "To " + parcel.recipient();
  }

  static String dispatch(Receipt receipt, String label) {
    return label + ", paid " + receipt.paid();
  }

  static HandlerRegistry registry() {
    return HandlerRegistry.of(new Parcels());
  }

  @Override
  public String name() {
    return "io.tasker.testing";
  }

  @Override
  public List<StepAdapter> adapters() {
    return List.of(new Weigh(), new Pay(), new Label(), new Dispatch());
  }

  @Override
  public List<String> templates() {
    return List.of("META-INF/tasker/templates/parcels.yaml");
  }

  private static final class Weigh implements StepAdapter {
    private static final Parameter<Parcel> PARCEL = Parameter.input(JsonType.of(Parcel.class));
    private static final Parameter<BigDecimal> RATE =
        Parameter.config("rate", JsonType.of(BigDecimal.class));
    private static final HandlerDescriptor DESCRIPTOR =
        HandlerDescriptor.handler("parcels_weigh", "weigh")
            .declaredAt("Parcels.weigh(Parcel, BigDecimal)")
            .parameters(PARCEL, RATE)
            .result(JsonType.of(Price.class))
            .build();

    @Override
    public HandlerDescriptor descriptor() {
      return DESCRIPTOR;
    }

    @Override
    public @Nullable Object call(StepInvocation invocation) {
      return weigh(invocation.argument(PARCEL), invocation.argument(RATE));
    }
  }

  private static final class Pay implements StepAdapter {
    private static final Parameter<Price> PRICE =
        Parameter.dependency("weigh", JsonType.of(Price.class));
    private static final Parameter<Clock> CLOCK = Parameter.provided(JsonType.of(Clock.class));
    private static final HandlerDescriptor DESCRIPTOR =
        HandlerDescriptor.handler("parcels_pay", "pay")
            .declaredAt("Parcels.pay(Price, Clock)")
            .parameters(PRICE, CLOCK)
            .result(JsonType.of(Receipt.class))
            .build();

    @Override
    public HandlerDescriptor descriptor() {
      return DESCRIPTOR;
    }

    @Override
    public @Nullable Object call(StepInvocation invocation) {
      return pay(invocation.argument(PRICE), invocation.argument(CLOCK));
    }
  }

  private static final class Label implements StepAdapter {
    private static final Parameter<Parcel> PARCEL = Parameter.input(JsonType.of(Parcel.class));
    private static final HandlerDescriptor DESCRIPTOR =
        HandlerDescriptor.handler("parcels_label", "label")
            .declaredAt("Parcels.label(Parcel)")
            .parameters(PARCEL)
            .result(JsonType.of(String.class))
            .build();

    @Override
    public HandlerDescriptor descriptor() {
      return DESCRIPTOR;
    }

    @Override
    public @Nullable Object call(StepInvocation invocation) {
      return label(invocation.argument(PARCEL));
    }
  }

  private static final class Dispatch implements StepAdapter {
    private static final Parameter<Receipt> RECEIPT =
        Parameter.dependency("pay", JsonType.of(Receipt.class));
    private static final Parameter<String> LABEL =
        Parameter.dependency("label", JsonType.of(String.class));
    private static final HandlerDescriptor DESCRIPTOR =
        HandlerDescriptor.handler("parcels_dispatch", "dispatch")
            .declaredAt("Parcels.dispatch(Receipt, String)")
            .parameters(RECEIPT, LABEL)
            .result(JsonType.of(String.class))
            .build();

    @Override
    public HandlerDescriptor descriptor() {
      return DESCRIPTOR;
    }

    @Override
    public @Nullable Object call(StepInvocation invocation) {
      return dispatch(invocation.argument(RECEIPT), invocation.argument(LABEL));
    }
  }
}
