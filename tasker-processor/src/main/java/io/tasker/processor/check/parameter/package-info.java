/**
 * Where arguments come from.
 *
 * <p>Each parameter has one source that can be: a default and a configured value of its type, an
 * API with a base URL. It must not know other steps.
 */
@NullMarked
package io.tasker.processor.check.parameter;

import org.jspecify.annotations.NullMarked;
