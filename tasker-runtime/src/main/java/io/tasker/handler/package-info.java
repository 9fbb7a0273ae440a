/**
 * What handler code sees: the context of an attempt, results and the exceptions that say whether a
 * failure may be tried again.
 *
 * <p>This package knows no engine and no registry, so that handlers can be called from a plain
 * test.
 */
package io.tasker.handler;
