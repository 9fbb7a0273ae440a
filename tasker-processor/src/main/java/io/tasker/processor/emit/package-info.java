/**
 * Writes what the model says: adapters, the handler module, its services file and task templates.
 *
 * <p>This stage decides nothing: it must not know the reader or the checks, and gets only what they
 * found clean.
 */
@NullMarked
package io.tasker.processor.emit;

import org.jspecify.annotations.NullMarked;
