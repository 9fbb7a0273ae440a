/** What is tried again, how often, and what is not. */
@NullMarked
package io.tasker.samples.retries;

import org.jspecify.annotations.NullMarked;
