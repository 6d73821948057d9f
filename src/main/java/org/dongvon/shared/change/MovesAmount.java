package org.dongvon.shared.change;

import org.dongvon.engine.money.Dong;

/** A change that moves the money it asks for: its field {@code amount}, which limits of approval go by. */
public interface MovesAmount extends ChangeKind {

    @Override
    default Dong amount(Facts current, Facts wanted) {
        return wanted.dongOf("amount");
    }
}
