package io.tasker.processor.model;

/**
 * An annotation {@code @FanOut}, as written.
 *
 * @param at the annotation
 * @param worker the worker step
 * @param batchSize items per batch
 * @param parallelism batches at once
 * @param cursorField the field that cursors count in
 * @param onFailure the name of the constant
 */
public record FanOutModel(
    SourceRef at,
    Located<String> worker,
    Located<Integer> batchSize,
    Located<Integer> parallelism,
    String cursorField,
    String onFailure) {}
