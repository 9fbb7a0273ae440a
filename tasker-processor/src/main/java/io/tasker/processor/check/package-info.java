/**
 * The rules, one class each: model in, problems out.
 *
 * <p>A check runs without a compiler; it must not know elements, the reader or what is generated.
 */
@NullMarked
package io.tasker.processor.check;

import org.jspecify.annotations.NullMarked;
