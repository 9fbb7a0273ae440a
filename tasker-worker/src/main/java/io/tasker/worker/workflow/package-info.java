/**
 * What a cluster makes of a workflow: the template it is given, and the workflows it cannot be
 * given. Knows templates only; neither a database nor handlers.
 */
package io.tasker.worker.workflow;
