package org.dongvon.programme.change;

import org.dongvon.programme.ProgrammeReach;
import org.dongvon.shared.change.Facts;

/** What a programme reaches, as figures of a preview. */
final class ReachFacts {

    private ReachFacts() {}

    static Facts of(ProgrammeReach.Reach reach) {
        return Facts.none().count("loans", reach.loans()).count("households", reach.households());
    }
}
