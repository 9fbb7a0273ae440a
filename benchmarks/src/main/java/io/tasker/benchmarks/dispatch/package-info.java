/** One call of one handler, in the ways a framework may make it. Knows no engine. */
@NullMarked
package io.tasker.benchmarks.dispatch;

import org.jspecify.annotations.NullMarked;
