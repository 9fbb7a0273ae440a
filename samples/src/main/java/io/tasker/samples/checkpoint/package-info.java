/** Batches that keep how far they have come, and go on from there. */
@NullMarked
package io.tasker.samples.checkpoint;

import org.jspecify.annotations.NullMarked;
