package org.dongvon.loan.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.interest.InterestLine;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.interest.RateChange;
import org.dongvon.engine.interest.RateSeries;
import org.dongvon.engine.money.Dong;
import org.junit.jupiter.api.Test;

class InterestExplanationTest {

    private static final RateSeries NEAR_POOR = RateSeries.of(
            "CANNGHEO",
            List.of(
                    RateChange.of(LocalDate.of(2015, 1, 1), AnnualRate.ofPercent("7.92")),
                    RateChange.of(LocalDate.of(2025, 12, 1), AnnualRate.ofPercent("7.488"))));

    private static final RateSeries POOR =
            RateSeries.of("HONGHEO", List.of(RateChange.of(LocalDate.of(2015, 1, 1), AnnualRate.ofPercent("6.24"))));

    @Test
    void splitsTheMonthAtTheChangeOfRate() {
        var why = new History(NEAR_POOR).paysOut("2025-11-15", 100_000_000).on("2025-12-15");

        assertThat(rows(why))
                .containsExactly(
                        "IN_TERM 2025-11-15 2025-11-30 16 100000000 7.92 347178.08",
                        "IN_TERM 2025-12-01 2025-12-14 14 100000000 7.488 287210.96");
        assertThat(why.total()).isEqualTo(new Dong(634_389));
        assertThat(why.carried()).isZero();
        assertThat(why.days()).isEqualTo(30);
    }

    @Test
    void beginsOnTheLastDayOnWhichAllWasPaidAndCarriesTheResidue() {
        var why = new History(POOR)
                .paysOut("2024-04-18", 50_000_000)
                .takes("2024-05-18", 256_438, 0)
                .on("2024-06-18");

        assertThat(why.from()).isEqualTo("2024-05-18");
        assertThat(dong(why.carried())).isEqualTo("0.36");
        assertThat(rows(why)).containsExactly("IN_TERM 2024-05-18 2024-06-17 31 50000000 6.24 264986.30");
        // 0.356… + 264 986.301… = 264 986.657…
        assertThat(why.total()).isEqualTo(new Dong(264_987));
    }

    @Test
    void cutsWherePrincipalWasRepaidAndShowsWhatWasTakenInBetween() {
        var why = new History(POOR)
                .paysOut("2024-04-01", 60_000_000)
                .takes("2024-04-11", 0, 20_000_000)
                .takes("2024-04-21", 100_000, 0)
                .on("2024-05-01");

        assertThat(why.from()).isEqualTo("2024-04-01");
        assertThat(rows(why))
                .containsExactly(
                        "IN_TERM 2024-04-01 2024-04-10 10 60000000 6.24 102575.34",
                        "IN_TERM 2024-04-11 2024-04-30 20 40000000 6.24 136767.12",
                        "Taken 2024-04-21 -100000.00");
        assertThat(why.total()).as("vector I5 less what was taken").isEqualTo(new Dong(239_342 - 100_000));
    }

    @Test
    void showsThePartThatIsOverdueAtItsOwnRate() {
        var why = new History(POOR)
                .paysOut("2024-04-01", 50_000_000)
                .becomesOverdue("2024-04-16", 10_000_000)
                .on("2024-05-01");

        assertThat(rows(why))
                .containsExactly(
                        "IN_TERM 2024-04-01 2024-04-15 15 50000000 6.24 128219.18",
                        "IN_TERM 2024-04-16 2024-04-30 15 40000000 6.24 102575.34",
                        "OVERDUE 2024-04-16 2024-04-30 15 10000000 8.112 33336.99");
        assertThat(why.total()).isEqualTo(new Dong(264_132));
    }

    @Test
    void countsNothingOnPrincipalThatIsFrozen() {
        var why = new History(POOR)
                .paysOut("2024-04-01", 50_000_000)
                .moves("2024-04-11", Part.IN_TERM, -50_000_000, 0)
                .moves("2024-04-11", Part.FROZEN, 50_000_000, 0)
                .on("2024-05-01");

        assertThat(rows(why))
                .containsExactly(
                        "IN_TERM 2024-04-01 2024-04-10 10 50000000 6.24 85479.45",
                        "FROZEN 2024-04-11 2024-04-30 20 50000000 0 0.00");
    }

    @Test
    void aPaymentThatArrivesLateCountsFromItsValueDate() {
        var inOrder = new History(POOR)
                .paysOut("2024-04-01", 60_000_000)
                .takes("2024-04-11", 0, 20_000_000)
                .takes("2024-04-21", 50_000, 0);
        var late = new History(POOR)
                .paysOut("2024-04-01", 60_000_000)
                .takes("2024-04-21", 50_000, 0)
                .takes("2024-04-11", 0, 20_000_000);

        assertThat(rows(late.on("2024-05-01"))).isEqualTo(rows(inOrder.on("2024-05-01")));
    }

    @Test
    void namesWhatTheBooksHoldWithALaterValueDate() {
        var history = new History(POOR).paysOut("2024-04-01", 50_000_000).takes("2024-05-01", 256_438, 0);

        var why = history.on("2024-04-21");

        assertThat(rows(why))
                .containsExactly(
                        "IN_TERM 2024-04-01 2024-04-20 20 50000000 6.24 170958.90", "Later 2024-05-01 -256438.00");
        assertThat(why.numerator()).isEqualTo(history.owed(LocalDate.of(2024, 4, 21)));
        assertThat(why.total()).isEqualTo(new Dong(-85_479));
    }

    @Test
    void showsAReversedPaymentAndItsReversalOnTheirDay() {
        var why = new History(POOR)
                .paysOut("2024-04-01", 50_000_000)
                .takes("2024-05-01", 256_438, 0)
                .takes("2024-05-01", -256_438, 0)
                .on("2024-05-11");

        assertThat(why.from()).isEqualTo("2024-04-01");
        assertThat(rows(why))
                .containsExactly(
                        "IN_TERM 2024-04-01 2024-05-10 40 50000000 6.24 341917.81",
                        "Taken 2024-05-01 -256438.00",
                        "Taken 2024-05-01 256438.00");
    }

    @Test
    void endsAtNothingWhenTheResidueOfAClosedLoanWasCleared() {
        var history = new History(POOR).paysOut("2024-04-18", 50_000_000).takes("2024-05-18", 256_438, 50_000_000);
        history.corrects(
                "2024-05-18", history.owed(LocalDate.of(2024, 5, 18)).negate().longValueExact());

        var why = history.on("2024-07-01");

        assertThat(why.numerator()).isZero();
        assertThat(why.steps()).isEmpty();
    }

    @Test
    void countsAsArrearsWhatWasOwedBeforeAndIsNotPaidSince() {
        var history = new History(POOR).paysOut("2024-04-18", 50_000_000).takes("2024-05-20", 100_000, 0);

        assertThat(history.arrears("2024-05-18", "2024-05-19")).isEqualTo(new Dong(256_438));
        assertThat(history.arrears("2024-05-18", "2024-05-25")).isEqualTo(new Dong(156_438));
        assertThat(history.takes("2024-05-26", 300_000, 0).arrears("2024-05-18", "2024-05-27"))
                .isEqualTo(Dong.ZERO);
    }

    private static List<String> rows(InterestExplanation why) {
        return why.steps().stream().map(InterestExplanationTest::row).toList();
    }

    private static String row(Step step) {
        return switch (step) {
            case Step.Piece p ->
                p.position().part() + " " + p.day() + " " + p.lastDay() + " "
                        + p.days().days() + " " + p.principal() + " "
                        + p.days().rate().percent() + " " + dong(p.numerator());
            default -> step.getClass().getSimpleName() + " " + step.day() + " " + dong(step.numerator());
        };
    }

    private static String dong(BigInteger numerator) {
        return new BigDecimal(numerator)
                .divide(BigDecimal.valueOf(InterestLine.UNITS_PER_DONG), 2, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
