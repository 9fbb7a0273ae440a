/**
 * Peers that need JDK 25 and its previews. Knows of the rest only the interfaces that it
 * implements.
 */
@NullMarked
package io.tasker.benchmarks.jdk25;

import org.jspecify.annotations.NullMarked;
