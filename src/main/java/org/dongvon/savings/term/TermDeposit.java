package org.dongvon.savings.term;

import java.time.LocalDate;
import org.dongvon.engine.money.Dong;
import org.jspecify.annotations.Nullable;

/** A term deposit with the term that runs; {@code period} is its last. */
public record TermDeposit(long id, Place place, Saver saver, Terms terms, Period period, int seq, State state) {

    /** Where it is kept; the code is the number of the savings book. */
    public record Place(long pointId, long officeId, String code) {}

    /** Whose it is. */
    public record Saver(long personId, String name, String last4, String hamlet) {}

    /** What was agreed on. */
    public record Terms(int months, AtMaturity atMaturity, LocalDate openedOn) {}

    /** What is in it; {@code closedOn} once it was paid out. */
    public record State(Dong balance, @Nullable LocalDate closedOn) {}

    public String code() {
        return place.code();
    }
}
