/** A new user, whom four services get to know. */
@NullMarked
package io.tasker.samples.registration;

import org.jspecify.annotations.NullMarked;
