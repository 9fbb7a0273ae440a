/**
 * How values travel: the JSON codec, the binding of handler parameters, the mapping of exceptions
 * to failures and the check of task inputs.
 *
 * <p>Not exported. This package knows no engine, no threads and no store; it is given values and
 * gives values back.
 */
package io.tasker.internal;
