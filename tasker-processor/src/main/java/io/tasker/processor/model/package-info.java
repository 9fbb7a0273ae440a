/**
 * Handlers, workflows and payloads as plain values that outlive a round.
 *
 * <p>The model holds names only: it must not know elements, type mirrors, the compiler's services
 * or any stage.
 */
@NullMarked
package io.tasker.processor.model;

import org.jspecify.annotations.NullMarked;
