package io.tasker.samples.ecommerce;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A payment that went through.
 *
 * @param paymentId our number
 * @param transactionId the number of the payment gateway
 * @param authorizationCode the code of the card issuer
 * @param amountCharged what was charged
 * @param currency the currency of the amount
 * @param paymentMethodType how it was paid
 * @param status always {@code completed}
 * @param processedAt when
 */
public record Payment(
    String paymentId,
    String transactionId,
    String authorizationCode,
    BigDecimal amountCharged,
    String currency,
    String paymentMethodType,
    String status,
    Instant processedAt) {}
