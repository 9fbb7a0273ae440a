/** Runs the benchmarks and writes their tables as Markdown. Knows the benchmarks by name only. */
@NullMarked
package io.tasker.benchmarks.report;

import org.jspecify.annotations.NullMarked;
