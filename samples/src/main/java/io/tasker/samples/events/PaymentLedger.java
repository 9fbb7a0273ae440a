package io.tasker.samples.events;

import io.tasker.event.DomainEvent;
import io.tasker.event.EventSubscriber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Keeps what was paid. Gets one event at a time, each at most once. */
public final class PaymentLedger implements EventSubscriber {
  private final List<BigDecimal> amounts = new ArrayList<>();

  /** Creates an empty ledger. */
  public PaymentLedger() {}

  @Override
  public synchronized void receive(DomainEvent event) {
    amounts.add(event.payload(EventfulOrder.Payment.class).amount());
  }

  /**
   * Returns the amounts.
   *
   * @return the amounts in the order they were paid; unmodifiable
   */
  public synchronized List<BigDecimal> amounts() {
    return List.copyOf(amounts);
  }
}
