package org.dongvon.household;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;

/**
 * What another module holds about people, offered as a bean by the module that owns the data: a section of a person's
 * page and export, and what retention counts from.
 *
 * <p>Example: loans give one record a loan, 43 000 000 đ outstanding of {@code LC-2104-00012}, from its approval until the
 * day it was paid off.
 */
public interface PersonRecords {

    /** What the records are. */
    Kind kind();

    /** The records of a person in the reader's scope, the newest first. */
    List<Entry> of(long personId);

    /** Its heading is the message {@code person.records.<KIND>}. */
    enum Kind {
        MEMBERSHIP,
        LOAN,
        DEPOSIT;

        /** Whether vouchers stand behind it, which the law keeps for years after its end. */
        public boolean isContract() {
            return this != MEMBERSHIP;
        }
    }

    /**
     * One loan, membership or deposit.
     *
     * @param code its name for people
     * @param what which programme, which group
     * @param path its page, where it has one
     * @param amount what is outstanding, saved or undertaken
     * @param from its first day
     * @param until its last day; none while it runs
     */
    record Entry(
            String code,
            Label what,
            @Nullable String path,
            Dong amount,
            LocalDate from,
            @Nullable LocalDate until) {}
}
