/**
 * Templates and the handlers they name.
 *
 * <p>A template makes sense, each of its steps has one handler, and each handler has a step. It
 * must not know types of payloads.
 */
@NullMarked
package io.tasker.processor.check.template;

import org.jspecify.annotations.NullMarked;
