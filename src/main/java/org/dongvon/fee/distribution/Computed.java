package org.dongvon.fee.distribution;

import java.util.List;
import org.dongvon.engine.money.Dong;

/**
 * What a month of a contract comes to.
 *
 * @param carried what was below nothing in the month before
 * @param collected what each office collected, the administering office among them, in the order of their identifiers
 */
record Computed(Rule rule, Dong carried, List<Collected> collected, Parts parts) {

    Computed {
        collected = List.copyOf(collected);
    }

    public Dong all() {
        return Dong.sum(collected.stream().map(Collected::amount).toList());
    }

    /** Hundredths of a percent of the contract. */
    record Rule(int risk, int fee, int boards, int added) {}

    /** Interest of one office, with its direct point. */
    record Collected(long officeId, long pointId, String office, Dong amount) {}
}
