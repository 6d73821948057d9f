package org.dongvon.fee.distribution;

import org.dongvon.engine.money.Dong;

/** The four parts of what is distributed; none is below nothing. */
record Parts(Dong risk, Dong managed, Dong boards, Dong added) {

    static final Parts NONE = new Parts(Dong.ZERO, Dong.ZERO, Dong.ZERO, Dong.ZERO);

    Parts {
        if (risk.isNegative() || managed.isNegative() || boards.isNegative() || added.isNegative()) {
            throw new IllegalArgumentException(
                    "a part below nothing: " + risk + ", " + managed + ", " + boards + ", " + added);
        }
    }

    public Dong all() {
        return risk.plus(managed).plus(boards).plus(added);
    }

    Parts plus(Parts more) {
        return new Parts(
                risk.plus(more.risk), managed.plus(more.managed), boards.plus(more.boards), added.plus(more.added));
    }
}
