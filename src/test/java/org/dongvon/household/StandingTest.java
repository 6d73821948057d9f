package org.dongvon.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dongvon.household.HouseholdClass.NEAR_POOR;
import static org.dongvon.household.HouseholdClass.NEWLY_ESCAPED;
import static org.dongvon.household.HouseholdClass.POOR;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.household.Standing.Listing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final long YEARS = 3;

    @Test
    void isUnknownBeforeTheFirstDecision() {
        var listings = List.of(listing("2022-12-15", POOR));

        assertThat(Standing.on(listings, day("2022-12-14"), YEARS)).isEmpty();
        assertThat(Standing.on(listings, day("2022-12-15"), YEARS))
                .hasValue(new Standing(POOR, listings.getFirst(), day("2022-12-15"), null));
    }

    @Test
    void countsThreeYearsFromTheDecisionByWhichItLeftTheList() {
        var listings = List.of(
                listing("2022-12-15", POOR),
                listing("2023-12-15", NEWLY_ESCAPED),
                listing("2024-12-20", NEWLY_ESCAPED));

        assertThat(on(listings, "2026-12-15").householdClass()).isEqualTo(NEWLY_ESCAPED);
        assertThat(on(listings, "2026-12-15").through()).isEqualTo(day("2026-12-15"));
        assertThat(on(listings, "2026-12-15").by()).isEqualTo(listings.getLast());
        assertThat(on(listings, "2026-12-16").householdClass()).isNull();
        assertThat(on(listings, "2026-12-16").isExpired()).isTrue();
    }

    @Test
    void countsToTheLastOfFebruary() {
        var listings = List.of(listing("2024-02-29", NEWLY_ESCAPED));

        assertThat(on(listings, "2027-02-28").householdClass()).isEqualTo(NEWLY_ESCAPED);
        assertThat(on(listings, "2027-03-01").householdClass()).isNull();
    }

    @Test
    void countsAnewAfterFallingBack() {
        var listings = List.of(
                listing("2020-12-15", NEWLY_ESCAPED),
                listing("2022-12-15", NEAR_POOR),
                listing("2023-12-15", NEWLY_ESCAPED));

        assertThat(on(listings, "2026-12-15").since()).isEqualTo(day("2023-12-15"));
        assertThat(on(listings, "2022-12-15").householdClass()).isEqualTo(NEAR_POOR);
        assertThat(on(listings, "2022-12-14").householdClass()).isEqualTo(NEWLY_ESCAPED);
    }

    @Test
    void whoIsLeftOutHasLeftAndIsNotYetNewlyEscaped() {
        var listings = List.of(listing("2022-12-15", POOR), listing("2023-12-15", null));

        assertThat(on(listings, "2023-12-14").householdClass()).isEqualTo(POOR);
        assertThat(on(listings, "2023-12-15").householdClass()).isNull();
        assertThat(on(listings, "2023-12-15").isExpired()).isFalse();
        assertThat(on(listings, "2024-06-01").since()).isEqualTo(day("2023-12-15"));
    }

    private static Standing on(List<Listing> listings, String day) {
        return Standing.on(listings, day(day), YEARS).orElseThrow();
    }

    private static Listing listing(String day, @Nullable HouseholdClass named) {
        return new Listing("QD-" + day, day, day(day), named);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
