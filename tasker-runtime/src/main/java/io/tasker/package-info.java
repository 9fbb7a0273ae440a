/**
 * What applications type: the engine, requests, handles and results of tasks, and the registry of
 * handlers.
 *
 * <p>This package knows no engine but through its interface: everything here is the same whether
 * tasks run in this JVM or on a cluster.
 */
package io.tasker;
