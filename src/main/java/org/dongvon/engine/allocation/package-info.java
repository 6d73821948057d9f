/**
 * How a payment is split over what a loan owes, in an order that is a parameter. Start with {@link
 * org.dongvon.engine.allocation.Allocation}. Worked numbers: {@code docs/domain/allocation.md}.
 */
@NullMarked
package org.dongvon.engine.allocation;

import org.jspecify.annotations.NullMarked;
