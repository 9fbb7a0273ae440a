/** The rows of a file, in batches that read it side by side. */
@NullMarked
package io.tasker.samples.csv;

import org.jspecify.annotations.NullMarked;
