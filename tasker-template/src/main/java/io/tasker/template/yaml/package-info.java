/**
 * Task templates as YAML text: reading with positions, writing as if by hand.
 *
 * <p>This package knows the shape of the text, not what makes a workflow sensible; that is the
 * business of the checks. Only this package knows the YAML library.
 */
package io.tasker.template.yaml;
