/** The ways from a template to a handler: callable, method, alias, resolver and step name. */
@NullMarked
package io.tasker.samples.dispatch;

import org.jspecify.annotations.NullMarked;
