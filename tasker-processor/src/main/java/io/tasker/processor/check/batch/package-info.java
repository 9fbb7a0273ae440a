/**
 * Analyzers, their workers and who reads the results of all batches.
 *
 * <p>Each analyzer has one worker, and the results of its batches are read together. It must not
 * know schemas or branches.
 */
@NullMarked
package io.tasker.processor.check.batch;

import org.jspecify.annotations.NullMarked;
