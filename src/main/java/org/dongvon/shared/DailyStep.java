package org.dongvon.shared;

import java.time.LocalDate;
import java.util.List;

/**
 * One step of the close of a transaction office's day, offered by the module that owns the data and run in order by
 * {@code closing}. Set-based; safe to run twice; its cost is what happened that day, not what exists.
 */
public interface DailyStep {

    /** The stable name, also the key of its title: {@code closing.step.<name>}. */
    String name();

    /** The names of the steps that come before it. */
    List<String> after();

    /**
     * Does the step for one office and day, inside one transaction of its own.
     *
     * @return how many things it touched, for the close's report
     * @throws Refused when the day cannot be closed yet
     */
    long run(Actor actor, long officeId, LocalDate day);

    /**
     * The first day on or after {@code from} on which this step would have work, so that days without any are closed
     * in one go; {@link LocalDate#MAX} when none is known.
     */
    default LocalDate nextWork(Actor actor, long officeId, LocalDate from) {
        return LocalDate.MAX;
    }

    /**
     * Whether it belongs to the end of the day itself: such a step comes after all others and runs in the transaction
     * that opens the next day, so that nothing can be posted behind it.
     */
    default boolean endsTheDay() {
        return false;
    }

    /** Takes note of days on which nothing happened, in the transaction that closes them in one go. */
    default void quiet(Actor actor, long officeId, LocalDate first, LocalDate last) {}
}
