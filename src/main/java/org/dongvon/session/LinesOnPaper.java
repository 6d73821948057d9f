package org.dongvon.session;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Posted lines that another module prints on a paper with a code to be checked by ({@link PaperCodes}), offered as a bean by
 * the module that owns them.
 */
public interface LinesOnPaper {

    /** A line, inside the caller's transaction, which is of a role that reads what seals stand on. */
    Optional<PaperLine> find(UUID line);

    /**
     * A line of a journal.
     *
     * @param number its place in the voucher
     * @param amounts what {@link PaperCodes} was told
     * @param takenBack the journal that reversed it; none while it stands
     */
    record PaperLine(
            long journal,
            int number,
            String amounts,
            @Nullable Long takenBack) {}
}
