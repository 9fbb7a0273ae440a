/** Steps one after the other. */
@NullMarked
package io.tasker.samples.linear;

import org.jspecify.annotations.NullMarked;
