package io.tasker.processor.model;

/**
 * An annotation {@code @Retry}, as written.
 *
 * @param maxAttempts the number of attempts
 * @param backoff the name of the constant
 * @param base the first wait
 * @param max the longest wait
 * @param retryable whether a failure is tried again at all
 */
public record RetryModel(
    Located<Integer> maxAttempts,
    String backoff,
    Located<String> base,
    Located<String> max,
    boolean retryable) {}
