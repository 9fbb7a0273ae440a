/**
 * The rules a template has to follow beyond its shape, one class for each, and the way to apply
 * them all.
 *
 * <p>This package knows neither Java handlers nor how a template is executed; compiler, engine and
 * command line apply the same rules through it.
 */
package io.tasker.template.check;
