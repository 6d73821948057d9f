package org.dongvon.shared.timeline;

import java.time.Instant;
import java.util.List;

/**
 * What one module knows of the history of records, offered as a bean by the module that owns the data.
 *
 * <p>Example: loans tell of a loan each voucher that moved it, with the principal before and after.
 */
public interface TimelineSource {

    /** Whether it knows anything of records of this kind. */
    boolean tellsOf(Subject.Kind kind);

    /**
     * The events of a record before an instant, newest first: at most so many, and with the last all that happened at
     * the same instant. Runs inside a reading transaction, in the reader's scope.
     */
    List<Event> of(Subject subject, Instant before, int most);
}
