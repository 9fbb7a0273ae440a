/**
 * The REST API of a Tasker Core cluster, for applications that create tasks and look at them. It
 * must not know the worker.
 */
@NullMarked
package io.tasker.client;

import org.jspecify.annotations.NullMarked;
