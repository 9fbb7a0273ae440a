/**
 * The worker on a real Tasker Core cluster, compared with the local engine. Knows nothing of the
 * inside of either.
 */
@NullMarked
package io.tasker.interop;

import org.jspecify.annotations.NullMarked;
