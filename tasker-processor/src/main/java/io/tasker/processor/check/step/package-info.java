/**
 * What a step says of itself.
 *
 * <p>The name, callable, kind, retries and timeout of each step, in Java and in the templates that
 * use it. It must not know what the step reads.
 */
@NullMarked
package io.tasker.processor.check.step;

import org.jspecify.annotations.NullMarked;
