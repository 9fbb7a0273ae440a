/** A decision below a decision. */
@NullMarked
package io.tasker.samples.compliance;

import org.jspecify.annotations.NullMarked;
