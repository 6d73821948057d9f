package org.dongvon.group.change;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.shared.change.Facts;

/**
 * Attendance and votes of the meeting that agreed on a change (10/TD, 10C/TD).
 *
 * <p>Example: 22 of 32 members present and 12 in favour carry a motion where two thirds make a quorum and more than half of
 * those present decide.
 */
record Minutes(LocalDate heldOn, int present, int inFavour) {

    /** The fields of every change that a meeting agrees on. */
    static final List<Field> FIELDS = List.of(
            new Field("held", Field.Type.DATE),
            new Field("present", Field.Type.COUNT),
            new Field("favour", Field.Type.COUNT));

    static Minutes of(Facts facts) {
        return new Minutes(
                facts.dateOf("held"),
                Math.toIntExact(facts.countOf("present")),
                Math.toIntExact(facts.countOf("favour")));
    }

    /** What a meeting was held for, as {@code "group".meeting.kind} says it. */
    enum Purpose {
        FOUNDING,
        REGULAR,
        CONVENTION,
        ADMISSION,
        EXIT,
        MOVE,
        BOARD,
        MERGE,
        SPLIT,
        DISSOLUTION
    }
}
