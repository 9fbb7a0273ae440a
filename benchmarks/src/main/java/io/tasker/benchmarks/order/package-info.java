/**
 * One order in five steps, run by Tasker and by each peer through the same static methods. Knows
 * nothing of how the times are taken or shown.
 */
@NullMarked
package io.tasker.benchmarks.order;

import org.jspecify.annotations.NullMarked;
