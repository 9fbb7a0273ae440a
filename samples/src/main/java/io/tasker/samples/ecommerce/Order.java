package io.tasker.samples.ecommerce;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A confirmed order.
 *
 * @param orderId its number, {@code ORD-yyyyMMdd-XXXXXX}
 * @param status always {@code confirmed}
 * @param items what was ordered
 * @param itemCount how many pieces
 * @param totalAmount what was paid
 * @param customerEmail who ordered
 * @param transactionId how it was paid
 * @param inventoryLogId where it is in the stock log
 * @param estimatedDelivery the day it should arrive
 * @param createdAt when it was confirmed
 */
public record Order(
    String orderId,
    String status,
    List<Cart.Line> items,
    int itemCount,
    BigDecimal totalAmount,
    String customerEmail,
    String transactionId,
    String inventoryLogId,
    LocalDate estimatedDelivery,
    Instant createdAt) {}
