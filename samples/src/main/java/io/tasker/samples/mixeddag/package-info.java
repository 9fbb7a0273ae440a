/** Steps that wait for one step, for two and for three. */
@NullMarked
package io.tasker.samples.mixeddag;

import org.jspecify.annotations.NullMarked;
