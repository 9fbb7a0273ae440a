/** What all benchmarks share: the executors that steps run on. Knows no peer and no benchmark. */
@NullMarked
package io.tasker.benchmarks;

import org.jspecify.annotations.NullMarked;
