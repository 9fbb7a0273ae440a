/**
 * Problems: their codes, their text, and the one way to the compiler's message list.
 *
 * <p>This package knows places by name and looks elements up only to print; it must not know what
 * the rules are.
 */
@NullMarked
package io.tasker.processor.diagnostic;

import org.jspecify.annotations.NullMarked;
