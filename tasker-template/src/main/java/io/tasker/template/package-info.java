/**
 * The workflow as data: a task template and its parts, with the names, ranges and defaults of
 * Tasker Core.
 *
 * <p>This package knows neither annotations nor engines; a template is read, checked, written and
 * drawn here, whoever asks.
 */
package io.tasker.template;
