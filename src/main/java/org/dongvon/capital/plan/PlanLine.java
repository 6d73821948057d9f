package org.dongvon.capital.plan;

import java.util.regex.Pattern;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Shortened;

/**
 * A year's line of the plan at a unit. Example: {@code 2026:LECHAN:GQVL:CENTRAL} is what Lê Chân may have out of the centre's
 * money for jobs in 2026.
 *
 * @param unit the code of the unit
 * @param programme the code of the programme
 */
public record PlanLine(int year, String unit, String programme, PlanSource source) {

    private static final Pattern YEAR = Pattern.compile("2[01][0-9]{2}");
    private static final int PARTS = 4;
    private static final int LONGEST = 60;

    /**
     * The line of a subject.
     *
     * @throws Refused {@link CapitalRefusal#UNKNOWN_PLAN_LINE}
     */
    static PlanLine parse(String subject) {
        var parts = subject.split(":", PARTS);
        if (parts.length != PARTS || !YEAR.matcher(parts[0]).matches()) {
            throw new Refused(CapitalRefusal.UNKNOWN_PLAN_LINE, Shortened.text(subject, LONGEST));
        }
        var source = PlanSource.find(parts[3])
                .orElseThrow(() -> new Refused(CapitalRefusal.UNKNOWN_PLAN_LINE, Shortened.text(subject, LONGEST)));
        return new PlanLine(Integer.parseInt(parts[0]), parts[1], parts[2], source);
    }

    /** What requests about it are called. */
    public String subject() {
        return year + ":" + unit + ":" + programme + ":" + source;
    }
}
