/**
 * Meters of Micrometer for what listeners are told.
 *
 * <p>The one package that needs Micrometer, which is optional: nothing else may know this package.
 */
@NullMarked
package io.tasker.metrics;

import org.jspecify.annotations.NullMarked;
