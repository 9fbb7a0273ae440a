/**
 * The counter steps on a Tasker Core cluster: this project's worker beside the upstream one, each
 * in processes of its own, on the same orchestrator and database. Knows of both workers only how
 * they are started.
 */
@NullMarked
package io.tasker.benchmarks.cluster;

import org.jspecify.annotations.NullMarked;
