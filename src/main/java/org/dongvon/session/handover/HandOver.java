package org.dongvon.session.handover;

import java.time.LocalDate;
import org.dongvon.engine.money.Dong;
import org.jspecify.annotations.Nullable;

/** Cash that was given and is not taken yet. */
record HandOver(long id, long officeId, LocalDate day, Way way, Dong amount, long givenBy) {

    /**
     * From whom to whom: sessions, whose tellers they are; null is the vault.
     *
     * @param from whose teller gives
     * @param to whose teller takes
     */
    record Way(@Nullable Long from, @Nullable Long to) {}
}
