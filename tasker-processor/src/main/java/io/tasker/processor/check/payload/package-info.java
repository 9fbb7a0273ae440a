/**
 * What can travel as JSON, and what can be read as what.
 *
 * <p>Payload types compared with each other and with JSON values, and the rules that need one type
 * alone. The rules of other packages compare with these classes too. It must not know which step
 * reads which.
 */
@NullMarked
package io.tasker.processor.check.payload;

import org.jspecify.annotations.NullMarked;
