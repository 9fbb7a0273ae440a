/**
 * Released workflows.
 *
 * <p>What a lock file says of a version still holds. It must not know any other rule.
 */
@NullMarked
package io.tasker.processor.check.lock;

import org.jspecify.annotations.NullMarked;
