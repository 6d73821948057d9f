package org.dongvon.ledger.seal;

import java.time.LocalDate;
import org.dongvon.ledger.seal.Seal.Period;

/**
 * A place where the books are not what was sealed.
 *
 * @param kind what is wrong
 * @param name the voucher or record; the office where none can be named
 * @param office the office's code
 * @param from the first of the days under the seal
 * @param to the last of them
 */
public record Breach(Kind kind, String name, String office, LocalDate from, LocalDate to) {

    /** What is wrong; the key of its sentence is {@code ledger.breach.<constant>}. */
    public enum Kind {
        /** A voucher differs from what was sealed. */
        CHANGED,
        /** A sealed voucher is no longer there. */
        MISSING,
        /** A voucher stands among sealed ones that was not sealed with them. */
        ADDED,
        /** A voucher of a closed day is under no seal. */
        UNSEALED,
        /** The day differs, and no list of its vouchers is left that leads to the published root. */
        DAY_CHANGED,
        /** The seal is not the one that was published, or its text, list or hash was changed. */
        SEAL_CHANGED,
        /** The published seal is no longer there. */
        SEAL_MISSING,
        /** The seal does not stand on the one before it. */
        CHAIN_BROKEN,
        /** The signature is not that of the key it names. */
        SIGNATURE_WRONG,
        /** The published keys are not those of the books, or one is not endorsed by the one before it. */
        KEYS_CHANGED,
        /** The seals at the change to a key made anew are not those that it carries. */
        RENEWAL_BROKEN,
        /** Closed days have no seal. */
        DAYS_UNSEALED,
        /** A sealed day is open again. */
        REOPENED,
        /** An office of the published roots is no longer there. */
        OFFICE_MISSING,
        /** A day of the published roots is not in the export. */
        NOT_EXPORTED
    }

    static Breach of(Kind kind, Period period) {
        return new Breach(kind, period.office(), period.office(), period.from(), period.to());
    }

    static Breach of(Kind kind, String name, Period period) {
        return new Breach(kind, name, period.office(), period.from(), period.to());
    }

    /** {@code CHANGED LECHAN-01-24-000007 (LECHAN 2024-05-18)}. */
    @Override
    public String toString() {
        return kind + " " + name + " (" + office + " " + from + (from.equals(to) ? "" : " to " + to) + ")";
    }
}
