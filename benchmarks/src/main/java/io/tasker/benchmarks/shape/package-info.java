/**
 * Workflows of many steps, deep or wide, of which each step does next to nothing, on the engine and
 * on its peers. Knows nothing of how the times are taken or shown.
 */
@NullMarked
package io.tasker.benchmarks.shape;

import org.jspecify.annotations.NullMarked;
