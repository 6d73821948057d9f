package org.dongvon.savings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.interest.RateChange;
import org.dongvon.engine.interest.RateSeries;
import org.dongvon.savings.term.Period;
import org.dongvon.support.Golden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Interest of term deposits as the table of docs/domain/deposits.md has it. */
class TermDepositGoldenTest {

    private static final AnnualRate DEMAND = AnnualRate.ofPercent("0.1");

    private static final RateSeries RATES =
            RateSeries.of("DEMAND", List.of(new RateChange(LocalDate.of(2002, 10, 4), DEMAND, DEMAND)));

    static List<Golden.Row> terms() {
        return Golden.rows("deposits/term");
    }

    @ParameterizedTest
    @MethodSource("terms")
    void isOfTheTermWhenItIsOverAndOfTheDemandRateBefore(Golden.Row row) {
        boolean runs = !row.text("matures").equals("–");
        var period = new Period(
                row.date("from"),
                runs ? row.date("matures") : null,
                runs ? AnnualRate.ofPercent(row.text("rate")) : null,
                row.dong("principal"));

        assertThat(DepositInterest.rounded(period.numeratorOn(row.date("paid"), RATES)))
                .isEqualTo(row.dong("interest"));
    }
}
