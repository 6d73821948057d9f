package org.dongvon.engine.schedule;

import org.dongvon.engine.money.Dong;

/**
 * How far an instalment is paid, derived from the loan's cumulative principal and never stored.
 *
 * @param instalment the instalment
 * @param paid in đồng, from 0 to its amount
 */
public record InstalmentState(Instalment instalment, Dong paid) {

    /** What is still to pay of it: amount − paid. Example: 13 300 000 with 5 000 000 paid leaves 8 300 000. */
    public Dong remaining() {
        return instalment.amount().minus(paid);
    }
}
