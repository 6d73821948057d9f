package org.dongvon.session.sheet;

import java.util.List;
import java.util.UUID;
import org.dongvon.shared.RefusalNote;
import org.jspecify.annotations.Nullable;

/**
 * What became of a sheet. Lines that are not named here were posted.
 *
 * @param journalId the journal; none when no line was posted
 * @param voucher its number; 0 when no line was posted
 * @param posted how many lines were posted
 * @param cash đồng received
 * @param others lines that were refused, absent, or in the books already
 */
public record SheetAnswer(@Nullable Long journalId, int voucher, int posted, long cash, List<LineResult> others) {

    public SheetAnswer {
        others = List.copyOf(others);
    }

    /** What became of a line. */
    public enum Outcome {
        POSTED,
        REFUSED,
        ABSENT,
        ALREADY_POSTED
    }

    /** A line that was not posted now, and why. */
    public record LineResult(
            UUID lineId, Outcome outcome, @Nullable RefusalNote refusal) {}

    /** What became of one line. */
    public LineResult of(UUID lineId) {
        return others.stream()
                .filter(line -> line.lineId().equals(lineId))
                .findFirst()
                .orElseGet(() -> new LineResult(lineId, Outcome.POSTED, null));
    }
}
