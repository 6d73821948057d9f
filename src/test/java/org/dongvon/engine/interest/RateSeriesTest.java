package org.dongvon.engine.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RateSeriesTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate CUT = LocalDate.of(2025, 12, 1);
    private static final RateChange BEFORE = row(FIRST, "6.6");
    private static final RateChange AFTER = row(CUT, "6.24");
    private static final RateSeries POOR = RateSeries.of("HONGHEO", List.of(BEFORE, AFTER));

    private static RateChange row(LocalDate from, String percent) {
        return RateChange.of(from, AnnualRate.ofPercent(percent));
    }

    @Test
    void takesOverdueAs130PercentUnlessTheRowSaysOtherwise() {
        assertThat(AFTER.rate(Part.IN_TERM).percent()).isEqualTo("6.24");
        assertThat(AFTER.rate(Part.OVERDUE).percent()).isEqualTo("8.112");
        var own = new RateChange(CUT, AnnualRate.ofPercent("6.24"), AnnualRate.ofPercent("6.24"));
        assertThat(own.rate(Part.OVERDUE).percent()).isEqualTo("6.24");
    }

    @Test
    void sumsTheRatesOfTheDaysBefore() {
        assertThat(POOR.index(Part.IN_TERM, FIRST)).isZero();
        assertThat(POOR.index(Part.IN_TERM, FIRST.plusDays(1))).isEqualTo(6_600_000);
        assertThat(POOR.index(Part.IN_TERM, CUT)).isEqualTo(334 * 6_600_000L);
        assertThat(POOR.index(Part.IN_TERM, CUT.plusDays(2))).isEqualTo(334 * 6_600_000L + 2 * 6_240_000L);
        assertThat(POOR.index(Part.OVERDUE, CUT.plusDays(2))).isEqualTo(334 * 8_580_000L + 2 * 8_112_000L);
    }

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"FROZEN", "WRITTEN_OFF"})
    void bearsNothingOnFrozenAndWrittenOffPrincipal(Part part) {
        assertThat(part.bearsInterest()).isFalse();
        assertThat(POOR.index(part, CUT.plusYears(10))).isZero();
        assertThat(POOR.rate(part, CUT)).isEqualTo(AnnualRate.ZERO);
        assertThat(POOR.rows(part))
                .containsExactly(new IndexRow(FIRST, AnnualRate.ZERO, 0), new IndexRow(CUT, AnnualRate.ZERO, 0));
    }

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"IN_TERM", "OVERDUE"})
    void bearsInterestInTermAndOverdue(Part part) {
        assertThat(part.bearsInterest()).isTrue();
    }

    @Test
    void knowsTheRateOfADay() {
        assertThat(POOR.rate(Part.IN_TERM, CUT.minusDays(1)).percent()).isEqualTo("6.6");
        assertThat(POOR.rate(Part.IN_TERM, CUT).percent()).isEqualTo("6.24");
        assertThat(POOR.rate(Part.OVERDUE, CUT).percent()).isEqualTo("8.112");
    }

    @Test
    void refusesDaysBeforeItsFirst() {
        var early = FIRST.minusDays(1);

        for (var part : Part.values()) {
            assertThatThrownBy(() -> POOR.index(part, early))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("HONGHEO has no rate before 2025-01-01: 2024-12-31");
        }
        assertThatThrownBy(() -> POOR.rate(Part.IN_TERM, early)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> POOR.pieces(Part.IN_TERM, early, CUT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> POOR.with(row(early, "7.2"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesRowsThatAreNotInOrderOfDate() {
        assertThatThrownBy(() -> RateSeries.of("X", List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RateSeries.of("X", List.of(AFTER, BEFORE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RateSeries.of("X", List.of(AFTER, AFTER)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnIndexThatDoesNotFit() {
        var huge = new RateChange(FIRST, new AnnualRate(Long.MAX_VALUE), AnnualRate.ZERO);

        assertThatThrownBy(() -> RateSeries.of("X", List.of(huge, AFTER))).isInstanceOf(ArithmeticException.class);
        var series = RateSeries.of("X", List.of(huge));
        assertThat(series.index(Part.IN_TERM, FIRST.plusDays(1))).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> series.index(Part.IN_TERM, FIRST.plusDays(2))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void cutsAPeriodWhereTheRateChanges() {
        assertThat(POOR.pieces(Part.IN_TERM, LocalDate.of(2025, 11, 15), LocalDate.of(2025, 12, 15)))
                .containsExactly(
                        new RatePiece(LocalDate.of(2025, 11, 15), CUT, 16, AnnualRate.ofPercent("6.6")),
                        new RatePiece(CUT, LocalDate.of(2025, 12, 15), 14, AnnualRate.ofPercent("6.24")));
        assertThat(POOR.pieces(Part.OVERDUE, CUT.minusDays(1), CUT))
                .containsExactly(new RatePiece(CUT.minusDays(1), CUT, 1, AnnualRate.ofPercent("8.58")));
        assertThat(POOR.pieces(Part.IN_TERM, CUT, CUT.plusDays(1)))
                .containsExactly(new RatePiece(CUT, CUT.plusDays(1), 1, AnnualRate.ofPercent("6.24")));
        assertThat(POOR.pieces(Part.FROZEN, FIRST, CUT.plusDays(1)))
                .containsExactly(new RatePiece(FIRST, CUT.plusDays(1), 335, AnnualRate.ZERO));
    }

    @Test
    void hasNoPieceWithoutDaysAndNoneThatRunsBackwards() {
        assertThat(POOR.pieces(Part.IN_TERM, CUT, CUT)).isEmpty();
        assertThatThrownBy(() -> POOR.pieces(Part.IN_TERM, CUT.plusDays(1), CUT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2025-12-02 to 2025-12-01");
    }

    @Test
    void listsItsRowsWithTheIndexForTheDatabase() {
        assertThat(POOR.rows(Part.IN_TERM))
                .containsExactly(
                        new IndexRow(FIRST, AnnualRate.ofPercent("6.6"), 0),
                        new IndexRow(CUT, AnnualRate.ofPercent("6.24"), 2_204_400_000L));
        assertThat(POOR.rows(Part.OVERDUE))
                .containsExactly(
                        new IndexRow(FIRST, AnnualRate.ofPercent("8.58"), 0),
                        new IndexRow(CUT, AnnualRate.ofPercent("8.112"), 2_865_720_000L));
    }

    @Test
    void takesARowMoreWhereItBelongs() {
        var between = row(LocalDate.of(2025, 6, 1), "6.5");
        var corrected = row(CUT, "6.3");
        var later = row(LocalDate.of(2026, 6, 1), "6");

        assertThat(POOR.with(between).changes()).containsExactly(BEFORE, between, AFTER);
        assertThat(POOR.with(corrected).changes()).containsExactly(BEFORE, corrected);
        assertThat(POOR.with(later).changes()).containsExactly(BEFORE, AFTER, later);
        assertThat(POOR.changes()).containsExactly(BEFORE, AFTER);
    }

    @Test
    void isItsCodeAndRows() {
        var same = RateSeries.of("HONGHEO", List.of(BEFORE, AFTER));

        assertThat(same).isEqualTo(POOR).hasSameHashCodeAs(POOR);
        assertThat(POOR.hashCode()).isNotEqualTo(POOR.with(row(CUT, "6")).hashCode());
        assertThat(POOR.toString()).startsWith("HONGHEO [").contains("2025-12-01");
        assertThat(POOR)
                .isNotEqualTo(RateSeries.of("HSSV", List.of(BEFORE, AFTER)))
                .isNotEqualTo(RateSeries.of("HONGHEO", List.of(BEFORE)))
                .isNotEqualTo("HONGHEO");
        assertThat(POOR.code()).isEqualTo("HONGHEO");
        assertThat(POOR.firstDay()).isEqualTo(FIRST);
    }
}
