/**
 * What a user types on handler methods: nothing here has behaviour.
 *
 * <p>The compiler plug-in reads these annotations and generates the code that calls the methods.
 * This package knows neither the plug-in nor the runtime, so that handler code compiles without
 * both.
 */
package io.tasker.annotation;
