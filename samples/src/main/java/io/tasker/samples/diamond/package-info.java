/** One step, two side by side, one that joins them. */
@NullMarked
package io.tasker.samples.diamond;

import org.jspecify.annotations.NullMarked;
