package org.dongvon.engine.allocation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dongvon.engine.money.Dong;
import org.dongvon.support.Golden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each claim's cell is "owed → taken". */
class AllocationGoldenTest {

    private static final Map<String, Claim> INTEREST = Map.of(
            "arrears", Claim.INTEREST_ARREARS,
            "month", Claim.INTEREST_MONTH,
            "overdue", Claim.INTEREST_OVERDUE,
            "frozen", Claim.INTEREST_FROZEN);

    private static final Map<String, Claim> PRINCIPAL = Map.of(
            "overdue", Claim.PRINCIPAL_OVERDUE,
            "due", Claim.PRINCIPAL_DUE,
            "ahead", Claim.PRINCIPAL_AHEAD,
            "frozen", Claim.PRINCIPAL_FROZEN);

    private static final Map<String, Claim> UNDIVIDED = Map.of(
            "arrears", Claim.INTEREST_ARREARS,
            "month", Claim.INTEREST_MONTH,
            "overdue interest", Claim.INTEREST_OVERDUE,
            "overdue principal", Claim.PRINCIPAL_OVERDUE,
            "due", Claim.PRINCIPAL_DUE,
            "ahead", Claim.PRINCIPAL_AHEAD);

    private static final Map<String, CollectionOrder> ORDERS = Map.of(
            "INTEREST_FIRST", CollectionOrder.INTEREST_FIRST,
            "OVERDUE_PRINCIPAL_FIRST", CollectionOrder.OVERDUE_PRINCIPAL_FIRST);

    static List<Golden.Row> interest() {
        return Golden.rows("allocation/interest");
    }

    static List<Golden.Row> principal() {
        return Golden.rows("allocation/principal");
    }

    static List<Golden.Row> undivided() {
        return Golden.rows("allocation/undivided");
    }

    @ParameterizedTest
    @MethodSource("interest")
    void splitsInterest(Golden.Row row) {
        check(row, INTEREST, Allocation.ofInterest(row.dong("amount"), claims(row, INTEREST), order("INTEREST_FIRST")));
    }

    @ParameterizedTest
    @MethodSource("principal")
    void splitsPrincipal(Golden.Row row) {
        check(
                row,
                PRINCIPAL,
                Allocation.ofPrincipal(row.dong("amount"), claims(row, PRINCIPAL), order("INTEREST_FIRST")));
    }

    @ParameterizedTest
    @MethodSource("undivided")
    void splitsAnUndividedAmount(Golden.Row row) {
        check(
                row,
                UNDIVIDED,
                Allocation.ofUndivided(row.dong("amount"), claims(row, UNDIVIDED), order(row.text("order"))));
    }

    private static CollectionOrder order(String name) {
        return requireNonNull(ORDERS.get(name));
    }

    private static Claims claims(Golden.Row row, Map<String, Claim> columns) {
        var claims = Claims.NONE;
        for (var column : columns.entrySet()) {
            claims = claims.with(
                    column.getValue(), Golden.dong(cell(row, column.getKey()).getFirst()));
        }
        return claims;
    }

    private static void check(Golden.Row row, Map<String, Claim> columns, Allocation allocation) {
        var taken = new LinkedHashMap<Claim, Dong>();
        columns.forEach((column, claim) ->
                taken.put(claim, Golden.dong(cell(row, column).getLast())));

        assertThat(allocation.toMap()).containsAllEntriesOf(taken);
        assertThat(allocation.excess()).isEqualTo(row.dong("excess"));
    }

    private static List<String> cell(Golden.Row row, String column) {
        return List.of(row.text(column).split(" → ", -1));
    }
}
