/**
 * The input of a task as its steps read it.
 *
 * <p>All steps of a workflow agree on the fields they read. It must not know input_schema, which
 * {@code schema} compares.
 */
@NullMarked
package io.tasker.processor.check.input;

import org.jspecify.annotations.NullMarked;
