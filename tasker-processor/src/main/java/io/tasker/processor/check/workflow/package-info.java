/**
 * What identifies a workflow.
 *
 * <p>The name, namespace and version of a workflow, and that no other one has them. It must not
 * know how steps depend on each other.
 */
@NullMarked
package io.tasker.processor.check.workflow;

import org.jspecify.annotations.NullMarked;
