/** A large data set in batches, with handlers written by hand and a template in YAML. */
@NullMarked
package io.tasker.samples.dataset;

import org.jspecify.annotations.NullMarked;
