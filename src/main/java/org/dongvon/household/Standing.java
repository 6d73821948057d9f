package org.dongvon.household;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The class of a household on a day, and the decision it stands on.
 *
 * <p>Example: poor by the list of 15/12/2022, newly escaped by those of 15/12/2023 and 15/12/2024: on 15/12/2026 it is newly
 * escaped, for the last day, since it left the list of the poor on 15/12/2023; on 16/12/2026 it is nothing.
 *
 * @param householdClass the class; none when the household left the list or three years are over
 * @param by the decision that says so
 * @param since the first decision of an unbroken row that says the same
 * @param through the last day on which it counts; none where no rule ends it
 */
public record Standing(
        @Nullable HouseholdClass householdClass,
        Listing by,
        LocalDate since,
        @Nullable LocalDate through) {

    /**
     * The class on a day.
     *
     * @param listings the decisions that concern the household, oldest first
     * @param years how long newly escaped households count as such, from the decision by which they left the list
     */
    public static Optional<Standing> on(List<Listing> listings, LocalDate day, long years) {
        var until =
                listings.stream().filter(each -> !each.decidedOn().isAfter(day)).toList();
        if (until.isEmpty()) {
            return Optional.empty();
        }
        var latest = until.getLast();
        var since = latest.decidedOn();
        for (int i = until.size() - 1; i >= 0 && until.get(i).householdClass() == latest.householdClass(); i--) {
            since = until.get(i).decidedOn();
        }
        if (latest.householdClass() != HouseholdClass.NEWLY_ESCAPED) {
            return Optional.of(new Standing(latest.householdClass(), latest, since, null));
        }
        var through = since.plusYears(years);
        return Optional.of(new Standing(day.isAfter(through) ? null : latest.householdClass(), latest, since, through));
    }

    /** Whether a newly escaped household's years are over. */
    public boolean isExpired() {
        return householdClass == null && through != null;
    }

    /**
     * What one decision says of a household.
     *
     * @param document the code of the decision in the register
     * @param number as printed
     * @param householdClass none when a complete list leaves the household out
     */
    public record Listing(
            String document,
            String number,
            LocalDate decidedOn,
            @Nullable HouseholdClass householdClass) {}
}
