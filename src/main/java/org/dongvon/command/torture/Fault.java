package org.dongvon.command.torture;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;

/** What may go wrong on a transaction day. Each history draws a swarm: some of them happen in it, the others never do. */
enum Fault {
    /** An upload comes again, under its own id or another. */
    UPLOAD_TWICE,
    /** Events arrive in another order than they were recorded in, with gaps. */
    UPLOAD_SHUFFLED,
    /** An upload is cut and goes on. */
    UPLOAD_CUT,
    /** A device hands in after the day was closed. */
    DEVICE_LATE,
    /** A device is lost; two persons give it up. */
    DEVICE_LOST,
    /** A second device serves the same borrowers. */
    SECOND_DEVICE,
    /** An event comes again with another text, or is signed by nobody. */
    EVENT_FORGED,
    /** The control totals that a device hands in are wrong. */
    TOTALS_WRONG,
    /** More interest than owed, more principal than lent, principal through a head. */
    LINES_UNLAWFUL,
    /** Posted lines are taken back. */
    LINES_REVERSED,
    /** Receipts of the session before are found. */
    RECEIPT_LATE,
    /** The cash that is counted is not the book's. */
    COUNT_WRONG,
    /** A rate is corrected backwards. */
    RATE_CORRECTED,
    /** What a group head took differs from what she brings. */
    HEAD_DIFFERS,
    /** The database is gone between two statements. */
    CRASH,
    /** A commit happened and nobody was told. */
    ANSWER_LOST;

    /** Each with an even chance; the history of an odd seed has what the one before it had not, so that two have them all. */
    static Set<Fault> swarm(long seed) {
        var random = new Random(seed >> 1);
        var drawn = EnumSet.noneOf(Fault.class);
        for (var fault : values()) {
            if (random.nextBoolean()) {
                drawn.add(fault);
            }
        }
        return (seed & 1) == 0 ? drawn : EnumSet.complementOf(drawn);
    }
}
