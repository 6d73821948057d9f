package org.dongvon.engine.interest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.support.Golden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lives of single loans, step by step in the order of posting; the date of a step is its value date. */
class LoanLivesGoldenTest {

    private final LoanLife loan = new LoanLife(GoldenSeries.all());
    private LocalDate dueFrom = LocalDate.MIN;

    static List<String> lives() {
        return Golden.tables("interest/lives");
    }

    @ParameterizedTest
    @MethodSource("lives")
    void owesWhatAHandCalculationGives(String table) {
        var rows = Golden.rows(table);
        assertThat(rows).anyMatch(row -> isChecked(row.text("event")));

        for (var row : rows) {
            if (isChecked(row.text("event"))) {
                check(row);
            } else {
                post(row);
            }
        }
    }

    private static boolean isChecked(String event) {
        return List.of("OWED", "SHARE", "ASKED", "OVERPAID").contains(event);
    }

    private void post(Golden.Row row) {
        int step = row.number("step");
        var on = row.date("on");
        var part = row.text("part");
        switch (row.text("event")) {
            case "PAID_OUT" -> loan.movePrincipal(step, on, LoanLife.Key.of(part), amount(row));
            case "REPAID" -> loan.movePrincipal(step, on, LoanLife.Key.of(part), -amount(row));
            case "INTEREST" -> loan.takeInterest(step, on, LoanLife.Key.of(part), amount(row));
            case "REFUNDED" -> loan.takeInterest(step, on, LoanLife.Key.of(part), -amount(row));
            case "MOVED" -> loan.move(step, on, fromTo(part), amount(row), exact(row));
            case "REVERSED" -> loan.reverse(step, Integer.parseInt(part.replace("step ", "")));
            case "NEW_RATE" ->
                assertThat(loan.addRate(rate(on, row.text("dong")), part)).isEqualTo(exact(row));
            case "ROUNDING" -> assertThat(loan.round(on)).isEqualTo(exact(row));
            case "DUE_FROM" -> dueFrom = on;
            default -> throw new IllegalArgumentException("unknown event: " + row);
        }
    }

    private void check(Golden.Row row) {
        var on = row.date("on");
        var interest = loan.interest(on);
        switch (row.text("event")) {
            case "OWED" -> {
                var numerator = row.text("part").equals("LOAN")
                        ? interest.numerator()
                        : loan.numerator(LoanLife.Key.of(row.text("part")), on);
                assertThat(numerator).as(row.toString()).isEqualTo(exact(row));
                assertThat(InterestLine.toDong(numerator)).as(row.toString()).isEqualTo(row.dong("dong"));
            }
            case "SHARE" ->
                assertThat(interest.of(Part.valueOf(row.text("part")))).isEqualTo(row.dong("dong"));
            case "ASKED" ->
                assertThat(interest.askedOn(on, dueFrom)).as(row.toString()).isEqualTo(row.dong("dong"));
            case "OVERPAID" ->
                assertThat(interest.overpaid()).as(row.toString()).isEqualTo(row.dong("dong"));
            default -> throw new IllegalArgumentException("unknown event: " + row);
        }
    }

    private static List<LoanLife.Key> fromTo(String text) {
        return Arrays.stream(text.split(" → ", -1)).map(LoanLife.Key::of).toList();
    }

    private static RateChange rate(LocalDate from, String text) {
        var rates = text.split(" / ", -1);
        return new RateChange(from, AnnualRate.ofPercent(rates[0]), AnnualRate.ofPercent(rates[1]));
    }

    private static long amount(Golden.Row row) {
        Dong dong = row.dong("dong");
        return dong.amount();
    }

    private static BigInteger exact(Golden.Row row) {
        return row.text("exact").isEmpty() ? BigInteger.ZERO : row.whole("exact");
    }
}
