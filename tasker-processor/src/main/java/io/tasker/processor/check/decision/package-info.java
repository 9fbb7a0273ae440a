/**
 * Branches.
 *
 * <p>The routes of a decision are steps, each step below a decision is on a route, and whoever
 * reads a step that may be left out can do without it. It must not know whether types fit: an edge
 * says so.
 */
@NullMarked
package io.tasker.processor.check.decision;

import org.jspecify.annotations.NullMarked;
