package org.dongvon.loan.risk.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.dongvon.loan.risk.DecisionChange;
import org.dongvon.loan.risk.RiskList;
import org.dongvon.loan.risk.page.RoundReader.Sum;
import org.dongvon.shared.Transactions;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/**
 * The list of Đồng Nai's round 2/2025 as published: 18 loans, 541 964 356 đ = 428 156 743 + 113 807 613 (handbook 5.4);
 * docs/domain/risk.md.
 */
@PostgresTest
class RoundReaderDbTest {

    private final ApplicationContext beans;
    private final RoundReader reader;
    private final OwnerDb owner;

    RoundReaderDbTest(ApplicationContext beans, RoundReader reader, OwnerDb owner) {
        this.beans = beans;
        this.reader = reader;
        this.owner = owner;
    }

    @Test
    void theListAddsUpFromTheLoansToTheCountry() {
        var village = Village.in(beans, "DONGNAI2", LocalDate.of(2025, 10, 18), 18);
        var group = village.group(1, 18, "HONGHEO", 50_000_000, LocalDate.of(2025, 10, 18));
        list(group);

        var sums = read(village, () -> reader.sums("2025-2"));

        assertThat(sums)
                .extracting(each ->
                        each.list() + " " + each.isList() + " " + each.totals().loans() + " "
                                + each.totals().principal().amount() + " "
                                + each.totals().interest().amount() + " "
                                + each.totals().all().amount())
                .contains(
                        "FREEZE true 18 428156743 113807613 541964356",
                        "FREEZE false 18 428156743 113807613 541964356");
        var lines = read(
                village,
                () -> reader.lines(new DecisionChange.Subject("2025-2", "DONGNAI2", RiskList.FREEZE, "TW-DONGNAI2")));
        assertThat(lines).hasSize(18);
        assertThat(read(
                        village,
                        () -> reader.lines(
                                new DecisionChange.Subject("2025-2", "DONGNAI2", RiskList.WRITE_OFF, "TW-DONGNAI2"))))
                .isEmpty();
        assertThat(sums).filteredOn(Sum::isList).hasSize(1);
    }

    /** Shares of the published sums; the last loan bears what does not divide. */
    private void list(Village.GroupOfLoans group) {
        owner.sql("""
                        insert into loan.risk_round (code, year, number, closes_on, risk_fund)
                        values ('2025-2', 2025, 2, '2025-11-30', 1000000000) on conflict do nothing
                        """).update();
        owner.sql("""
                        insert into loan.risk_dossier (code, point_id, loan_id, cause, damage, project_value, income, measure,
                                                       months, plan, principal, interest, written_on, step, round, submission)
                        select l.code || '-XL', l.point_id, l.id, 'DISASTER', 24000000, 60000000, 'Làm thuê', 'FREEZE', 36,
                               'Nuôi lại đàn bò', 23786485 + case when n.i = 18 then 13 else 0 end,
                               6322645 + case when n.i = 18 then 3 else 0 end, '2025-10-18', 'LISTED', '2025-2',
                               (select s.key from shared.submission s where s.point_id = :point limit 1)
                          from unnest(cast(:loans as bigint[])) with ordinality as n (id, i)
                          join loan.loan l on l.id = n.id
                        """)
                .param("loans", group.loans().toArray(Long[]::new))
                .param("point", anyPoint())
                .update();
    }

    private long anyPoint() {
        return owner.sql("select point_id from shared.submission limit 1")
                .query(Long.class)
                .single();
    }

    private <T> List<T> read(Village village, Supplier<List<T>> work) {
        return beans.getBean(Transactions.class).read(village.director, work);
    }
}
