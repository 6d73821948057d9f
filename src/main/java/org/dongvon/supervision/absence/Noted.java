package org.dongvon.supervision.absence;

import java.time.LocalDate;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * What somebody notes.
 *
 * @param measure of a measure, and of nothing else
 * @param note what was found or done, in one spelling
 */
public record Noted(AbsenceStep step, @Nullable AbsenceMeasure measure, LocalDate day, String note) {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 300;

    /**
     * The note as it is kept.
     *
     * @throws Refused {@link AbsenceRefusal#ABSENCE_MEASURE_UNKNOWN}, {@link AbsenceRefusal#ABSENCE_NOTE}
     */
    public Noted {
        note = Spelling.of(note);
        if ((step == AbsenceStep.MEASURE) != (measure != null)) {
            throw new Refused(AbsenceRefusal.ABSENCE_MEASURE_UNKNOWN);
        }
        if (note.length() < SHORTEST || note.length() > LONGEST) {
            throw new Refused(AbsenceRefusal.ABSENCE_NOTE, SHORTEST, LONGEST);
        }
    }
}
