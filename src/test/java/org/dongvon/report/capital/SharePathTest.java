package org.dongvon.report.capital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dongvon.report.ReportRefusal;
import org.dongvon.shared.Refused;
import org.dongvon.support.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharePathTest {

    private static final LocalDate ASSUMED = LocalDate.of(2023, 6, 30);
    private static final CapitalFigures.Capital HATINH = capital(233_200_000_000L, 6_625_000_000_000L);

    /** docs/domain/local-share.md. */
    @Test
    void reckonsTheYearsOfHaTinhAsComputedByHand() {
        var rows = Golden.read("local-share/paths");

        var computed = rows.stream().skip(1).map(row -> {
            var target = ShareTarget.of(row.get(0), row.get(1), row.get(2), ASSUMED);
            var path = SharePath.of(HATINH, target, target.years(ASSUMED));
            var yearly = path.yearly();
            return List.of(
                    row.get(0),
                    row.get(1),
                    row.get(2),
                    Long.toString(path.constantTotal()),
                    Long.toString(path.growingTotal()),
                    yearly.isEmpty() ? "" : Long.toString(yearly.getFirst().constantTotal()),
                    yearly.isEmpty() ? "" : Long.toString(yearly.getLast().growingTotal()));
        });

        assertThat(computed).containsExactlyElementsOf(rows.subList(1, rows.size()));
    }

    @Test
    void dividesAGapSoThatItsYearsSumToIt() {
        var target = ShareTarget.of("15", "2029", "", ASSUMED);
        var path = SharePath.of(HATINH, target, target.years(ASSUMED));

        assertThat(path.yearly())
                .extracting(SharePath.Year::year)
                .containsExactly(2023, 2024, 2025, 2026, 2027, 2028, 2029);
        assertThat(path.yearly().stream()
                        .mapToLong(SharePath.Year::constantTotal)
                        .sum())
                .isEqualTo(path.constantTotal());
        assertThat(path.yearly().stream()
                        .mapToLong(SharePath.Year::growingTotal)
                        .sum())
                .isEqualTo(path.growingTotal());
    }

    /** While the total stays nothing is missing, but others' capital grows away. */
    @Test
    void addsOnlyWhatGrowthAsksForWhereTheShareIsReached() {
        var target = ShareTarget.of("3,5", "2030", "8", ASSUMED);
        var path = SharePath.of(HATINH, target, target.years(ASSUMED));

        assertThat(path.constantTotal()).isNegative();
        assertThat(path.growingTotal()).isPositive();
        assertThat(path.yearly())
                .hasSize(8)
                .allSatisfy(year -> assertThat(year.constantTotal()).isZero());
    }

    @Test
    void countsTheYearsFromTheDayAfter() {
        var target = ShareTarget.of("", "", "", LocalDate.of(2029, 12, 31));

        assertThat(target.years(LocalDate.of(2029, 12, 31))).containsExactly(2030);
        assertThat(target.years(LocalDate.of(2029, 12, 30))).containsExactly(2029, 2030);
        assertThat(ShareTarget.of("", "", "", LocalDate.of(2035, 1, 1)).year()).isEqualTo(2035);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    15      | 2023 | 0     | -
                    99,9999 | 2052 | 50    | -
                    0       | 2030 | 0     | SHARE_OUT_OF_RANGE
                    100     | 2030 | 0     | SHARE_OUT_OF_RANGE
                    -5      | 2030 | 0     | NOT_A_PERCENT
                    1e1     | 2030 | 0     | NOT_A_PERCENT
                    15%     | 2030 | 0     | NOT_A_PERCENT
                    15      | 2022 | 0     | TARGET_YEAR_OUT_OF_RANGE
                    15      | 2053 | 0     | TARGET_YEAR_OUT_OF_RANGE
                    15      | năm  | 0     | TARGET_YEAR_OUT_OF_RANGE
                    15      | 2030 | 50,01 | GROWTH_OUT_OF_RANGE
                    15      | 2030 | -1    | NOT_A_PERCENT
                    """)
    void takesTargetsThatCanBeMeant(String share, String year, String growth, String rule) {
        if (rule == null) {
            assertThat(ShareTarget.of(share, year, growth, ASSUMED).year()).isEqualTo(Integer.parseInt(year));
        } else {
            refuses(() -> ShareTarget.of(share, year, growth, ASSUMED), ReportRefusal.valueOf(rule));
        }
    }

    @Test
    void takesMoreMoneyThatCanBeMeant() {
        var question = new ShareQuestion.Typed("", "", "", "100 tỷ", "").question(ASSUMED);

        assertThat(question.added()).hasValueSatisfying(added -> {
            assertThat(added.amount().amount()).isEqualTo(100_000_000_000L);
            assertThat(added.from()).isEqualTo(ASSUMED.plusDays(1));
        });
        refuses(() -> typed("0", "").question(ASSUMED), ReportRefusal.NOTHING_ADDED);
        refuses(() -> typed("1", "29/06/2023").question(ASSUMED), ReportRefusal.ADDED_BEFORE);
        assertThat(typed("1", "30/06/2023").question(ASSUMED).added()).isPresent();
    }

    @Test
    void refusesMoreMoneyThanCanBeCounted() {
        var target = ShareTarget.of("99,9999", "2052", "50", ASSUMED);

        refuses(
                () -> SharePath.of(capital(0, 500_000_000_000_000L), target, target.years(ASSUMED)),
                ReportRefusal.SHARE_BEYOND_REACH);
    }

    private static ShareQuestion.Typed typed(String add, String from) {
        return new ShareQuestion.Typed("", "", "", add, from);
    }

    private static CapitalFigures.Capital capital(long local, long total) {
        return new CapitalFigures.Capital(local, total, Optional.empty(), Optional.empty());
    }

    private static void refuses(Runnable work, ReportRefusal rule) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(rule));
    }
}
