/**
 * The worker: what an application builds, starts and closes, and the loop that takes steps and
 * hands back their results. It must not hold SQL, which is the business of {@code
 * io.tasker.worker.database}.
 */
@NullMarked
package io.tasker.worker;

import org.jspecify.annotations.NullMarked;
