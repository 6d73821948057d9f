package org.dongvon.supervision.usecheck;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Spelling;

/**
 * A sheet of checks (06/TD) as it is entered: visits to borrowers of one group on one day.
 *
 * @param group the group's code
 * @param checkers who went there, separated by commas
 */
public record Sheet(String group, LocalDate checkedOn, String checkers, String remarks, List<Line> lines) {

    private static final int SHORTEST_NAME = 3;
    private static final int LONGEST_NAMES = 200;
    private static final int LONGEST_REMARKS = 500;

    /**
     * The sheet with its texts in one spelling.
     *
     * @throws Refused {@link UseRefusal#USE_NOTHING_CHECKED}, {@link UseRefusal#USE_CHECKERS_MISSING}, {@link
     *     UseRefusal#USE_TEXT_LONG}
     */
    public Sheet {
        checkers = spelled(checkers, LONGEST_NAMES);
        remarks = spelled(remarks, LONGEST_REMARKS);
        lines = List.copyOf(lines);
        if (checkers.length() < SHORTEST_NAME) {
            throw new Refused(UseRefusal.USE_CHECKERS_MISSING);
        }
        if (lines.stream().map(Line::loan).distinct().count() != Math.max(1, lines.size())) {
            throw new Refused(UseRefusal.USE_NOTHING_CHECKED);
        }
    }

    static String spelled(String text, int longest) {
        var tidy = Spelling.ofLine(text);
        if (tidy.length() > longest) {
            throw new Refused(UseRefusal.USE_TEXT_LONG, longest);
        }
        return tidy;
    }

    String content() {
        return lines.stream()
                .map(Line::content)
                .collect(Collectors.joining(
                        "\n", String.join("\n", group, checkedOn.toString(), checkers, remarks, ""), ""));
    }

    /** One loan: what was found, and what is asked for. */
    public record Line(String loan, Balance balance, Use use, Handling handling) {

        /**
         * The line.
         *
         * @throws Refused {@link UseRefusal#USE_HANDLING_MISSING}, {@link UseRefusal#USE_HANDLING_WITHOUT_WRONG}
         */
        public Line {
            if (use.wrong().isPositive() && handling == Handling.NONE) {
                throw new Refused(UseRefusal.USE_HANDLING_MISSING, loan);
            }
            if (!use.wrong().isPositive() && handling != Handling.NONE) {
                throw new Refused(UseRefusal.USE_HANDLING_WITHOUT_WRONG, loan);
            }
        }

        private String content() {
            return String.join("\t", loan, balance.toString(), use.toString(), handling.name());
        }
    }

    /**
     * What the borrower and the loan book say is owed.
     *
     * @param arrears interest of the part in term
     * @param overdueArrears interest of the part that is overdue
     */
    public record Balance(Dong outstanding, Dong arrears, Dong overdueArrears) {}

    /**
     * What became of the money.
     *
     * @param purpose what it was used for
     * @param right how much for what was asked for
     * @param wrong how much for something else
     * @param cause why, when some was used wrongly or without effect
     */
    public record Use(String purpose, Dong right, Dong wrong, boolean effective, String cause) {

        private static final int SHORTEST_PURPOSE = 2;
        private static final int LONGEST_PURPOSE = 200;
        private static final int SHORTEST_CAUSE = 5;
        private static final int LONGEST_CAUSE = 300;

        /**
         * The use with its texts in one spelling.
         *
         * @throws Refused {@link UseRefusal#USE_NOT_SAID}, {@link UseRefusal#USE_CAUSE_MISSING}, {@link
         *     UseRefusal#USE_TEXT_LONG}
         */
        public Use {
            purpose = spelled(purpose, LONGEST_PURPOSE);
            cause = spelled(cause, LONGEST_CAUSE);
            if (purpose.length() < SHORTEST_PURPOSE) {
                throw new Refused(UseRefusal.USE_NOT_SAID);
            }
            if ((wrong.isPositive() || !effective) && cause.length() < SHORTEST_CAUSE) {
                throw new Refused(UseRefusal.USE_CAUSE_MISSING);
            }
        }
    }
}
