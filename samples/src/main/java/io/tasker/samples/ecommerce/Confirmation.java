package io.tasker.samples.ecommerce;

import java.time.Instant;

/**
 * The message that told the customer.
 *
 * @param messageId its number
 * @param status always {@code sent}
 * @param recipient where it went
 * @param subject its subject
 * @param channel how it went
 * @param bodyPreview its first line
 * @param sentAt when
 */
public record Confirmation(
    String messageId,
    String status,
    String recipient,
    String subject,
    String channel,
    String bodyPreview,
    Instant sentAt) {}
