/**
 * What breaks around a worker on a real Tasker Core cluster: no step is lost, and none runs again
 * after it is complete. Knows the worker by its API, and the cluster by its commands and its
 * tables.
 */
@NullMarked
package io.tasker.interop.fault;

import org.jspecify.annotations.NullMarked;
