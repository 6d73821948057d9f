/**
 * Pure calculation: money, calendar, rate index, interest, schedule, allocation of a payment.
 *
 * <p>No Spring, no SQL, no clock and no other package of this project: same arguments, same answer.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package org.dongvon.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
