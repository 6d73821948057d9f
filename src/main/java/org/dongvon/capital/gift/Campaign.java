package org.dongvon.capital.gift;

import java.time.LocalDate;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;

/** A call for donations and what came of it; the goal is what is hoped for, if anything is said. */
record Campaign(
        long id,
        String code,
        Place place,
        Words words,
        Days days,
        @Nullable Dong goal,
        Sums sums) {

    /** The direct point of the office that keeps it, and the office. */
    record Place(long pointId, long officeId, String office) {}

    /** Its name, and what the receipt says to the donor. */
    record Words(Label name, Label thanks) {}

    /** From when to when it is called for. */
    record Days(LocalDate from, LocalDate through) {}

    /**
     * What came of it.
     *
     * @param pledged what was promised, paid or not
     */
    record Sums(long gifts, Dong received, Dong allocated, Dong refunded, Dong pledged) {

        /** What is neither capital yet nor given back. */
        public Dong left() {
            return received.minus(allocated).minus(refunded);
        }
    }

    /** The number on the receipt of a gift: {@code VNN-2024-000012}. */
    static String receipt(String campaign, int number) {
        return "%s-%06d".formatted(campaign, number);
    }
}
