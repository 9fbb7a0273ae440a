/**
 * JSON Schemas of templates beside Java types.
 *
 * <p>What handlers read and return is what input_schema and result_schema say. It must not know
 * branches.
 */
@NullMarked
package io.tasker.processor.check.schema;

import org.jspecify.annotations.NullMarked;
