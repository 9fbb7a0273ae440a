/**
 * Events that steps publish and others subscribe to.
 *
 * <p>Names that can be, and payloads that are as the template says. It must not know which step
 * reads which.
 */
@NullMarked
package io.tasker.processor.check.event;

import org.jspecify.annotations.NullMarked;
