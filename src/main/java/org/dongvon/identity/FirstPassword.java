package org.dongvon.identity;

import org.jspecify.annotations.Nullable;

/**
 * How somebody comes to log in for the first time.
 *
 * @param oneTime whether they must choose another password then
 * @param numberHash by which the same person is known again; none when the identity number was not given
 */
@SuppressWarnings("ArrayRecordComponent")
record FirstPassword(String text, boolean oneTime, byte @Nullable [] numberHash) {

    /** A password that stays: of demonstrations and tests. */
    static FirstPassword lasting(String text) {
        return new FirstPassword(text, false, null);
    }

    /** Whether it is the one printed on the log-in page of demonstrations. */
    boolean isOfDemonstration() {
        return !oneTime && text.equals(DemoLogins.PASSWORD);
    }
}
