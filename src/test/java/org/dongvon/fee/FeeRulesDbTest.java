package org.dongvon.fee;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dongvon.support.Golden;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of docs/domain/fee-and-commission.md. */
@PostgresTest
class FeeRulesDbTest {

    private final OwnerDb owner;

    FeeRulesDbTest(OwnerDb owner) {
        this.owner = owner;
    }

    static List<Golden.Row> lines() {
        return Golden.rows("fee/lines");
    }

    static List<Golden.Row> bands() {
        return Golden.rows("fee/bands");
    }

    static List<Golden.Row> split() {
        return Golden.rows("fee/split");
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aLineIsOneFractionRoundedOnce(Golden.Row row) {
        assertThat(owner.sql("""
                        select fee.half_up(fee.numerator(:base, :interest, :balance_days, :rate, :share), fee.denominator(:base, :yearly, :days))
                        """)
                        .param("base", row.text("base"))
                        .param("interest", row.whole("interest").longValueExact())
                        .param("balance_days", new BigDecimal(row.whole("balance_days")))
                        .param("rate", row.whole("rate").longValueExact())
                        .param("share", row.number("share"))
                        .param("yearly", row.whole("yearly").longValueExact())
                        .param("days", row.number("days"))
                        .query(Long.class)
                        .single())
                .isEqualTo(row.whole("amount").longValueExact());
    }

    @ParameterizedTest
    @MethodSource("bands")
    void theShareFollowsTheOverdueRatioExactly(Golden.Row row) {
        assertThat(owner.sql("select fee.share(:overdue, :outstanding, :day)")
                        .param("overdue", row.whole("overdue").longValueExact())
                        .param("outstanding", row.whole("outstanding").longValueExact())
                        .param("day", LocalDate.of(2024, 5, 31))
                        .query(Integer.class)
                        .single())
                .isEqualTo(row.number("share"));
    }

    @ParameterizedTest
    @MethodSource("split")
    void theLevelsShareTheFeeWithoutLoss(Golden.Row row) {
        var day = row.number("district_bp") == 0 ? LocalDate.of(2025, 7, 31) : LocalDate.of(2025, 6, 30);
        assertThat(owner.sql("select level || ' ' || part from fee.split_of(:fee, :day)")
                        .param("fee", row.whole("fee").longValueExact())
                        .param("day", day)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "CENTRAL " + row.whole("central"),
                        "PROVINCE " + row.whole("province"),
                        "DISTRICT " + row.whole("district"),
                        "COMMUNE " + row.whole("commune"));
    }
}
