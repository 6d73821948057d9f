package org.dongvon.savings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.interest.RateChange;
import org.dongvon.engine.interest.RateSeries;
import org.dongvon.engine.money.Dong;
import org.dongvon.savings.DepositInterest.Move;
import org.dongvon.support.Golden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Interest of deposits as the table of docs/domain/deposits.md has it. */
class DepositInterestGoldenTest {

    private static final LocalDate FIRST = LocalDate.of(2002, 10, 4);
    private static final LocalDate SECOND = LocalDate.of(2024, 6, 16);

    static List<Golden.Row> interest() {
        return Golden.rows("deposits/interest");
    }

    @ParameterizedTest
    @MethodSource("interest")
    void isExactAndRoundedOnce(Golden.Row row) {
        var moves = Arrays.stream(row.text("movements").split(" "))
                .map(each -> each.split(":"))
                .map(each -> new Move(LocalDate.parse(each[0]), new Dong(Long.parseLong(each[1]))))
                .toList();

        var numerator =
                DepositInterest.numerator(moves, rates(row.text("rates")), row.date("until"), row.dong("credited"));

        assertThat(numerator).isEqualTo(row.whole("numerator"));
        assertThat(DepositInterest.rounded(numerator)).isEqualTo(row.dong("interest"));
    }

    private static RateSeries rates(String percents) {
        var rates =
                Arrays.stream(percents.split(";")).map(AnnualRate::ofPercent).toList();
        var first = new RateChange(FIRST, rates.getFirst(), rates.getFirst());
        return rates.size() == 1
                ? RateSeries.of("DEMAND", List.of(first))
                : RateSeries.of("DEMAND", List.of(first, new RateChange(SECOND, rates.get(1), rates.get(1))));
    }
}
