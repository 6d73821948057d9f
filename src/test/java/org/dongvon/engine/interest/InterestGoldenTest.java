package org.dongvon.engine.interest;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.dongvon.support.Golden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InterestGoldenTest {

    static List<Golden.Row> rates() {
        return Golden.rows("interest/rates");
    }

    static List<Golden.Row> periods() {
        return Golden.rows("interest/periods");
    }

    static List<Golden.Row> roundings() {
        return Golden.rows("interest/rounding");
    }

    @ParameterizedTest
    @MethodSource("rates")
    void multipliesRatesExactly(Golden.Row row) {
        var rate = AnnualRate.ofPercent(row.text("rate"));

        assertThat(rate.times(row.number("thousandths")).percent()).isEqualTo(row.text("result"));
    }

    @ParameterizedTest
    @MethodSource("periods")
    void chargesAPeriodToTheUnit(Golden.Row row) {
        var series = requireNonNull(GoldenSeries.all().get(row.text("series")));
        var part = Part.valueOf(row.text("part"));
        var line = InterestLine.ZERO.movePrincipal(row.dong("balance").amount(), series.index(part, row.date("from")));

        var index = series.index(part, row.date("to"));

        assertThat(line.numeratorAt(index)).isEqualTo(row.whole("numerator"));
        assertThat(line.owedAt(index)).isEqualTo(row.dong("dong"));
        assertThat(written(series.pieces(part, row.date("from"), row.date("to"))))
                .isEqualTo(row.text("pieces"));
    }

    @ParameterizedTest
    @MethodSource("roundings")
    void roundsOnceAndKeepsTheResidue(Golden.Row row) {
        var numerator = row.whole("numerator");
        var interest = LoanInterest.of(List.of(new PartInterest(Part.IN_TERM, numerator)));

        assertThat(InterestLine.toDong(numerator)).isEqualTo(row.dong("dong"));
        assertThat(interest.total()).isEqualTo(row.dong("dong"));
        assertThat(Residue.of(numerator)).isEqualTo(row.whole("residue"));
        assertThat(interest.overpaid()).isEqualTo(row.dong("overpaid"));
    }

    private static String written(List<RatePiece> pieces) {
        var text = pieces.stream()
                .map(each -> each.days() + " × " + each.rate().percent() + " %")
                .collect(Collectors.joining(" + "));
        return text.isEmpty() ? "none" : text;
    }
}
