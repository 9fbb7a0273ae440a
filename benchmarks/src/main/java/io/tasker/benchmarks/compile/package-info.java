/**
 * What it costs to compile many handlers, producers, beans and mappers. Writes their sources and
 * runs the compiler on them in this process or in a new one.
 */
@NullMarked
package io.tasker.benchmarks.compile;

import org.jspecify.annotations.NullMarked;
