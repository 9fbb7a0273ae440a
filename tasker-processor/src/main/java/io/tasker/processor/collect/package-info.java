/**
 * Finds the classes to read in a round, and remembers by name those that must wait for another
 * processor.
 *
 * <p>This stage knows neither what a handler looks like inside nor any other stage.
 */
@NullMarked
package io.tasker.processor.collect;

import org.jspecify.annotations.NullMarked;
