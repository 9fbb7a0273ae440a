/**
 * The compiler plug-in: checks handlers and writes what runs them.
 *
 * <pre>
 *  collect ──▶ read ──▶ model ──▶ check ──▶ emit
 *  classes     values   names     problems  adapters, module, services file, templates
 * </pre>
 *
 * <p>Each stage is a package and hands over plain values; {@code diagnostic} is the way to messages
 * for all of them. This package runs the stages round by round and must not know how any of them
 * does its work.
 */
@NullMarked
package io.tasker.processor;

import org.jspecify.annotations.NullMarked;
