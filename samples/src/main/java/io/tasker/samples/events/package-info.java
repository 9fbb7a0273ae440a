/** Steps that tell the rest of the world what happened. */
@NullMarked
package io.tasker.samples.events;

import org.jspecify.annotations.NullMarked;
