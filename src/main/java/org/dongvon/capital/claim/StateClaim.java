package org.dongvon.capital.claim;

import java.time.LocalDate;
import org.dongvon.engine.money.Dong;
import org.jspecify.annotations.Nullable;

/** A claim on the State's budget and how far it came. */
record StateClaim(long id, String code, ClaimOffice office, ClaimKind kind, ClaimPeriod period, Sums sums) {

    /**
     * In đồng.
     *
     * @param accepted none before it was decided
     */
    record Sums(Dong claimed, @Nullable Dong accepted, Dong received) {

        public boolean isDecided() {
            return accepted != null;
        }

        /** What was accepted; nothing before that. */
        public Dong acceptedOrNothing() {
            return accepted == null ? Dong.ZERO : accepted;
        }

        /** Claimed and not decided. */
        public Dong open() {
            return accepted == null ? claimed : Dong.ZERO;
        }

        /** Accepted and not received. */
        public Dong toCome() {
            return acceptedOrNothing().minus(received);
        }
    }

    /** An office; {@code pointId} is its direct point. */
    record ClaimOffice(long id, String code, String name, long pointId) {}

    /** How far a claim came. */
    enum Step {
        CLAIMED,
        ACCEPTED,
        RECEIVED
    }

    /** A document of a claim, with the voucher that booked it. */
    record Document(Step step, Dong amount, String number, LocalDate dated, String voucher) {}
}
