/**
 * The HTTP client of handlers: requests below one base URL, JSON both ways, and answers turned into
 * the failures that say whether a further attempt may heal them.
 *
 * <p>This package knows the exceptions of {@code io.tasker.handler} and the JSON rules, but no
 * engine and no registry; of steps only {@code ApiCapable} knows, what hand-written handlers
 * return.
 */
package io.tasker.http;
