/**
 * The order workflow: five plain methods, the records they exchange and a command that runs them on
 * the engine in this process.
 *
 * <p>The methods know nothing of engines; they are called from plain tests like any other code.
 */
@NullMarked
package io.tasker.samples.ecommerce;

import org.jspecify.annotations.NullMarked;
