/** Steps that call an HTTP service. */
@NullMarked
package io.tasker.samples.api;

import org.jspecify.annotations.NullMarked;
