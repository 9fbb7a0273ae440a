/** A refund as the people of payments see it: gateway, records, customer. */
@NullMarked
package io.tasker.samples.payments;

import org.jspecify.annotations.NullMarked;
