/**
 * Edges by name and by type.
 *
 * <p>A step that is named exists above its reader, no step waits for itself, and what one step
 * produces is what the other takes. Other rules about edges start from {@code Edges}. It must not
 * know which steps a decision may leave out.
 */
@NullMarked
package io.tasker.processor.check.dependency;

import org.jspecify.annotations.NullMarked;
