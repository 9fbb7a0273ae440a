/**
 * The steps of a workflow as a graph: order, ancestors, levels, cycles.
 *
 * <p>This package knows names and edges only; what kinds of step there are, and what is wrong with
 * a graph, others decide.
 */
package io.tasker.template.graph;
