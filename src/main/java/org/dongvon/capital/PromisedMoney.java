package org.dongvon.capital;

import org.dongvon.engine.money.Dong;

/** What was promised out of an allotment and is not lent yet: offered by the module that promises. */
@FunctionalInterface
public interface PromisedMoney {

    /** Approved and not paid out; of loans paid in parts, what is undrawn. Inside the caller's transaction. */
    Dong of(long allotmentId);
}
