/** An order from its check to its shipment, with the errors each step may report. */
@NullMarked
package io.tasker.samples.fulfillment;

import org.jspecify.annotations.NullMarked;
