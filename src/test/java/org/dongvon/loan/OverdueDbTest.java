package org.dongvon.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dongvon.shared.Verification;
import org.dongvon.support.Golden;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** docs/domain/overdue.md: loans of 40 million over 36 months, paid out on 18/03/2026, through the closes of their days. */
@PostgresTest
class OverdueDbTest {

    private static final LocalDate PAID_OUT = LocalDate.of(2026, 3, 18);
    private static final LocalDate FIRST_DUE = PAID_OUT.plusYears(1);
    private static final long AMOUNT = 40_000_000;
    private static final String PAID = "paid on 18/03/2027";

    private final ApplicationContext beans;
    private final OwnerDb owner;
    private final Verification verification;

    OverdueDbTest(ApplicationContext beans, OwnerDb owner, Verification verification) {
        this.beans = beans;
        this.owner = owner;
        this.verification = verification;
    }

    @Test
    void whatIsUnpaidBecomesOverdueByTheRuleOfTheContract() {
        var village = Village.in(beans, "QUAHAN", PAID_OUT, 18);
        var rows = Golden.rows("overdue/closes");
        var contracts =
                rows.stream().map(row -> row.date("contract")).distinct().toList();
        var day = VillageDay.open(beans, village);
        Map<LocalDate, Village.GroupOfLoans> groups = new LinkedHashMap<>();
        for (var contract : contracts) {
            var group = village.group(groups.size() + 1, paid(rows, contract).size(), "HONGHEO", AMOUNT, contract);
            village.payOut(day.session(), group);
            groups.put(contract, group);
        }
        day.end();
        VillageDay.close(beans, village, FIRST_DUE.minusDays(1));
        check(rows, groups, FIRST_DUE.minusDays(1));

        var due = VillageDay.open(beans, village);
        groups.forEach((contract, group) -> {
            var amounts = paid(rows, contract);
            for (int i = 0; i < amounts.size(); i++) {
                if (amounts.get(i) > 0) {
                    due.repay(group, i, amounts.get(i));
                }
            }
        });
        due.end();
        rows.stream()
                .map(row -> row.date("closed day"))
                .filter(closed -> !closed.isBefore(FIRST_DUE))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .forEach(closed -> {
                    VillageDay.close(beans, village, closed);
                    check(rows, groups, closed);
                });
        assertThat(verification.run(village.director, checked -> {})).allMatch(Verification.Checked::holds);
    }

    @Test
    void aSessionHeldOnAnotherDayTakesItsDueDateAlong() {
        var village = Village.in(beans, "DOIPHIEN", PAID_OUT, 18);
        var day = VillageDay.open(beans, village);
        var group = village.group(1, 1, "HONGHEO", AMOUNT, PAID_OUT);
        village.payOut(day.session(), group);
        day.end();
        moveSession(village, FIRST_DUE, FIRST_DUE.minusDays(2));
        moveSession(village, FIRST_DUE.plusYears(1), FIRST_DUE.plusYears(1).plusDays(3));

        VillageDay.close(beans, village, FIRST_DUE.minusDays(3));
        assertThat(overdue(group, 0)).isZero();
        VillageDay.close(beans, village, FIRST_DUE.minusDays(2));
        assertThat(overdue(group, 0)).isEqualTo(13_300_000);

        VillageDay.close(beans, village, FIRST_DUE.plusYears(1).plusDays(2));
        assertThat(overdue(group, 0)).isEqualTo(13_300_000);
        VillageDay.close(beans, village, FIRST_DUE.plusYears(1).plusDays(3));
        assertThat(overdue(group, 0)).isEqualTo(26_600_000);
    }

    private static List<Long> paid(List<Golden.Row> rows, LocalDate contract) {
        return rows.stream()
                .filter(row -> row.date("contract").equals(contract))
                .map(row -> row.dong(PAID).amount())
                .distinct()
                .toList();
    }

    private void check(List<Golden.Row> rows, Map<LocalDate, Village.GroupOfLoans> groups, LocalDate closed) {
        groups.forEach((contract, group) -> {
            var amounts = paid(rows, contract);
            rows.stream()
                    .filter(row -> row.date("contract").equals(contract))
                    .filter(row -> row.date("closed day").equals(closed))
                    .forEach(row -> {
                        int loan = amounts.indexOf(row.dong(PAID).amount());
                        assertThat(overdue(group, loan))
                                .as(row + " overdue")
                                .isEqualTo(row.dong("overdue").amount());
                        assertThat(principal(group, loan, "IN_TERM"))
                                .as(row + " in term")
                                .isEqualTo(row.dong("in term").amount());
                    });
        });
    }

    private long overdue(Village.GroupOfLoans group, int loan) {
        return principal(group, loan, "OVERDUE");
    }

    private long principal(Village.GroupOfLoans group, int loan, String part) {
        return owner.sql("select coalesce(sum(principal), 0) from loan.part where loan_id = :loan and part = :part")
                .param("loan", group.loans().get(loan))
                .param("part", part)
                .query(Long.class)
                .single();
    }

    private void moveSession(Village village, LocalDate nominal, LocalDate actual) {
        owner.sql("insert into organisation.session_date_change values (:point, :nominal, :actual, 'Bão số 3')")
                .param("point", village.point)
                .param("nominal", nominal)
                .param("actual", actual)
                .update();
    }
}
