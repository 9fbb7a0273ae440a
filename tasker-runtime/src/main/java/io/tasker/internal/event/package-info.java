/**
 * How domain events get from a step's outcome to publishers, the sink and subscribers, each behind
 * a bounded buffer.
 *
 * <p>Not exported. This package knows no engine and no task; it is given outcomes and threads.
 */
package io.tasker.internal.event;
