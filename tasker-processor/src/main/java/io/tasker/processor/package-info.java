/** The compiler plug-in. */
package io.tasker.processor;
