package org.dongvon.savings.unclaimed;

import java.time.LocalDate;
import org.dongvon.engine.money.Dong;
import org.jspecify.annotations.Nullable;

/**
 * A deposit on the account of unclaimed ones; it was paid out when it has a payment.
 *
 * @param amount with the interest to the day on which it was moved; it bears none since
 */
public record Unclaimed(
        long id,
        long pointId,
        Owner owner,
        Reason reason,
        Dong amount,
        Booked moved,
        @Nullable Payment payment) {

    /** Whether it waits for somebody. */
    public boolean isOpen() {
        return payment == null;
    }

    /** The member whose deposit it was. */
    public record Owner(long memberId, long personId, String name, String last4, String group) {}

    /** The day and number of a voucher. */
    public record Booked(LocalDate day, String voucher) {}

    /** To whom it was paid. */
    public record Payment(Receiver receiver, String name, Booked paid) {}

    /** Why nobody claims it. */
    public enum Reason {
        /** Nothing moved it for the months of the rule. */
        UNTOUCHED,
        /** The member died. */
        DIED,
        /** The member went away. */
        LEFT
    }

    /** Who came for it. */
    public enum Receiver {
        OWNER,
        HEIR
    }
}
