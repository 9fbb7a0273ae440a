/**
 * What can be said about a template: problems with their codes and positions, and the texts they
 * share.
 *
 * <p>This package knows neither the template model nor YAML; whoever reads or checks a template
 * reports through it.
 */
package io.tasker.template.problem;
