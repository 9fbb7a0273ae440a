/** Three sources, read and summed up side by side, and what they say together. */
@NullMarked
package io.tasker.samples.pipeline;

import org.jspecify.annotations.NullMarked;
