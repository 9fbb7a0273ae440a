/** A diamond, a decision and batches in one workflow. */
@NullMarked
package io.tasker.samples.numbers;

import org.jspecify.annotations.NullMarked;
