/**
 * What the compiler and the adapter need of a handler class.
 *
 * <p>Whether a method can be a handler and its class can have an adapter beside it. It must not
 * know payloads, nor what is above or below a step.
 */
@NullMarked
package io.tasker.processor.check.handler;

import org.jspecify.annotations.NullMarked;
