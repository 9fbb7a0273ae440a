/** A refund as the people of customer success see it: rules, approval, ticket. */
@NullMarked
package io.tasker.samples.refunds;

import org.jspecify.annotations.NullMarked;
