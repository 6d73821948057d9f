package org.dongvon.fee.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.dongvon.support.Golden;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of docs/domain/interest-distribution.md. */
@PostgresTest
class DistributionRulesDbTest {

    private final OwnerDb owner;

    DistributionRulesDbTest(OwnerDb owner) {
        this.owner = owner;
    }

    static List<Golden.Row> distribution() {
        return Golden.rows("fee/distribution");
    }

    static List<Golden.Row> provision() {
        return Golden.rows("fee/provision");
    }

    @ParameterizedTest
    @MethodSource("distribution")
    void theFourPartsMakeTheWhole(Golden.Row row) {
        var parts = owner.sql("select unnest(fee.distributed(:amount, :risk, :fee, :boards, :added))")
                .param("amount", row.whole("distributed").longValueExact())
                .param("risk", row.number("risk_bp"))
                .param("fee", row.number("fee_bp"))
                .param("boards", row.number("boards_bp"))
                .param("added", row.number("added_bp"))
                .query(Long.class)
                .list();
        assertThat(parts)
                .isEqualTo(Stream.of("risk", "fee", "boards", "added")
                        .map(each -> row.whole(each).longValueExact())
                        .toList());
        assertThat(parts.stream().mapToLong(Long::longValue).sum())
                .isEqualTo(row.whole("distributed").longValueExact());
    }

    @ParameterizedTest
    @MethodSource("provision")
    void theProvisionFollowsTheRatioExactly(Golden.Row row) {
        assertThat(owner.sql("select fee.provision_of(:in_term, :troubled, :day)")
                        .param("in_term", row.whole("in_term").longValueExact())
                        .param("troubled", row.whole("troubled").longValueExact())
                        .param("day", LocalDate.of(2026, 5, 31))
                        .query(Long.class)
                        .single())
                .isEqualTo(row.whole("provision").longValueExact());
    }
}
