/** A decision, its branches, and the step that brings together those that were taken. */
@NullMarked
package io.tasker.samples.approval;

import org.jspecify.annotations.NullMarked;
