/**
 * Turns elements into the model, with a place for everything a message may point at.
 *
 * <p>This stage records what was written, right or wrong; it must not know the checks or what is
 * generated.
 */
@NullMarked
package io.tasker.processor.read;

import org.jspecify.annotations.NullMarked;
