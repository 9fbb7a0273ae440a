/**
 * The protocol of a Tasker Core cluster, which is its database: all SQL in one class for each
 * version of the schema, and one class for each transaction. It must not know handlers.
 */
@NullMarked
package io.tasker.worker.database;

import org.jspecify.annotations.NullMarked;
