package org.dongvon.session;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.SessionHeads.SessionHead;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One kind of payment out of the teller's box that a device records in the field, one payment an event: what the page must know
 * of it beforehand, and how it comes into the books.
 */
public interface FieldPayments {

    /** The kind of event that records it. */
    String kind();

    /** Writes into the day package what the page must know; returns the people it named there. */
    List<Long> describe(SessionHead head, ObjectNode day);

    /**
     * Pays with the session's day as value date, once an event, inside the batch's transaction; returns the journal.
     *
     * @throws Refused by the rules of the same payment at the office's desk; the line then lies on the desk of conflicts
     */
    long pay(Actor actor, Booked booked, Payment payment);

    /** The session, held, and the office's open day on which it is booked. */
    record Booked(TransactionSession session, LocalDate day) {}

    /**
     * What was handed over.
     *
     * @param event the submission's key
     * @param line made by the device: paid at most once
     */
    record Payment(
            UUID event,
            UUID line,
            @Nullable Long member,
            @Nullable Long due,
            Dong amount) {}
}
