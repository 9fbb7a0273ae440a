/**
 * The rules, one class each: model in, problems out.
 *
 * <p>{@link Checks} runs them all; they stand in the packages below, by subject, each with a class
 * that lists its rules. A check runs without a compiler; it must not know elements, the reader or
 * what is generated.
 */
@NullMarked
package io.tasker.processor.check;

import org.jspecify.annotations.NullMarked;
