package org.dongvon.loan.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.report.contract.ContractFigures;
import org.dongvon.report.contract.ContractStatement;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.Verification;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.support.Golden;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.SourceChanges;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

/** Loans that pass from one contract to another and back, with the books, positions and statements of both; docs/domain/change-of-source.md. */
@PostgresTest
class SourceChangeDbTest {

    private static final long MILLION = 1_000_000;
    private static final LocalDate BEFORE = LocalDate.of(2024, 5, 17);
    private static final LocalDate DAY = LocalDate.of(2024, 5, 18);

    private final ApplicationContext beans;
    private final OwnerDb owner;

    SourceChangeDbTest(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
    }

    @Test
    void twoOfThreeLoansPassAndComeBack() {
        var village = Village.in(beans, "NGUON1");
        var april = VillageDay.open(beans, village);
        var group = april.lend(1, 3, "HONGHEO");
        april.end();
        var two = new SourceChanges(beans, village).sign("HONGHEO, GQVL", 200 * MILLION);
        assertStands(village, "lent", Village.FIRST_DAY);
        VillageDay.close(beans, village, BEFORE);

        two.move(two.former, two.local, "NGUON1-1-0 NGUON1-1-1", 2, 100 * MILLION);
        assertStands(village, "moved", DAY);
        assertHolds();

        var may = VillageDay.open(beans, village);
        may.repay(group, 0, 20 * MILLION);
        may.repay(group, 2, 0);
        may.end();
        assertStands(village, "repaid", DAY);
        VillageDay.close(beans, village, DAY);
        assertHolds();
        assertThat(heads(village, two.local)).isEqualTo("2 2 2");
        assertThat(heads(village, two.former)).isEqualTo("1 1 1");

        goBack(two);
        assertStands(village, "back", DAY.plusDays(1));
        assertThat(statement("UT-NGUON1", DAY.plusDays(1)).total().passed())
                .isEqualTo(new ContractStatement.Passed(dong(100 * MILLION), dong(80 * MILLION)));
        VillageDay.close(beans, village, DAY.plusDays(1));
        assertHolds();
        assertThat(heads(village, two.former)).isEqualTo("3 3 3");
        // What a past day looked like stays.
        assertStands(village, "repaid", DAY);
        assertThat(statement("TW-NGUON1", BEFORE).total().outstanding()).isEqualTo(dong(150 * MILLION));
        assertThat(statement("UT-NGUON1", BEFORE).total().outcome().everLoans()).isZero();
    }

    private void goBack(SourceChanges two) {
        var id = owner.sql(
                        "select max(s.id)::text from loan.source_change s join capital.contract c on c.id = s.to_contract where c.code = :code")
                .param("code", two.local)
                .query(String.class)
                .single();
        assertRefused(
                () -> two.ask(two.former, SourceChanges.wanted(two.local, null, id, 3, 150 * MILLION)),
                SourceRefusal.SOURCE_NOT_OPPOSITE);
        long request = two.ask(two.local, SourceChanges.wanted(two.former, null, id, 2, 100 * MILLION));
        beans.getBean(DecideChange.class).approve(two.manager, UUID.randomUUID(), request);
    }

    private void assertStands(Village village, String step, LocalDate day) {
        var row = Golden.rows("capital/change-of-source").stream()
                .filter(each -> each.text("step").equals(step))
                .findFirst()
                .orElseThrow();
        var former = statement("TW-" + village.code, day);
        var local = statement("UT-" + village.code, day);
        assertThat(List.of(
                        former.lent(),
                        former.total().outstanding(),
                        local.lent(),
                        local.total().outstanding(),
                        local.idle(),
                        former.total().interest(),
                        local.total().interest()))
                .as(step)
                .containsExactly(
                        row.dong("tw_lent"),
                        row.dong("tw_lent"),
                        row.dong("ut_lent"),
                        row.dong("ut_lent"),
                        row.dong("ut_idle"),
                        row.dong("tw_interest"),
                        row.dong("ut_interest"));
    }

    private ContractStatement statement(String code, LocalDate day) {
        return beans.getBean(Transactions.class)
                .read(
                        Actor.SYSTEM,
                        () -> beans.getBean(ContractFigures.class)
                                .find(code, day)
                                .orElseThrow());
    }

    /** Households, loans and borrowers that a contract has at the village's point. */
    private String heads(Village village, String contract) {
        return owner.sql("""
                        select households || ' ' || loans || ' ' || borrowers
                          from position.headcount h
                          join capital.contract c on h.key = c.id::text
                         where h.dimension = 'CONTRACT' and h.point_id = :point and c.code = :code and h.valid_to = 'infinity'
                        """)
                .param("point", village.point)
                .param("code", contract)
                .query(String.class)
                .single();
    }

    @Test
    void whatTheContractDoesNotAllowIsRefusedByName() {
        var village = Village.in(beans, "NGUON2");
        var day = VillageDay.open(beans, village);
        var group = day.lend(1, 3, "HONGHEO");
        day.lendAgain(group, 1, "NUOCSACH", 0);
        day.repay(group, 2, 50 * MILLION);
        var two = new SourceChanges(beans, village).sign("HONGHEO", 0);

        assertRefused(() -> all(two, 9, 999 * MILLION), SourceRefusal.SOURCE_NOT_GRANTED);
        two.grant(99 * MILLION);
        assertRefused(() -> all(two, 9, 999 * MILLION), CapitalRefusal.PROGRAMME_NOT_ALLOWED);
        assertRefused(() -> codes(two, "NGUON2-1-0 NGUON2-1-1", 2), CapitalRefusal.ALLOTMENT_EXHAUSTED);
        assertRefused(() -> codes(two, "NGUON2-1-2", 1), LoanRefusal.LOAN_NOT_ACTIVE);
        assertRefused(() -> codes(two, "NGUON2-1-9", 1), LoanRefusal.UNKNOWN_LOAN);
        assertRefused(() -> codes(two, "NGUON2-1-0", 0), SourceRefusal.SOURCE_MORE_THAN_ASKED);
        assertRefused(
                () -> two.ask(two.former, SourceChanges.wanted(two.former, null, null, 1, 1)),
                CapitalRefusal.SAME_CONTRACT);
        assertRefused(
                () -> two.ask(two.local, SourceChanges.wanted(two.former, "NGUON2-1-0", null, 1, 50 * MILLION)),
                SourceRefusal.SOURCE_OTHER_CONTRACT);
        assertRefused(
                () -> two.ask(two.local, SourceChanges.wanted(two.former, null, null, 1, 50 * MILLION)),
                SourceRefusal.SOURCE_NO_LOANS);
        owner.sql("update capital.contract set signed_on = :day where code = :code")
                .param("day", Village.FIRST_DAY.plusDays(1))
                .param("code", two.local)
                .update();
        assertRefused(() -> codes(two, "NGUON2-1-0", 1), CapitalRefusal.BEFORE_CONTRACT);
        assertThat(owner.sql("select count(*) from loan.loan where source_moves > 0 and code like 'NGUON2%'")
                        .query(Long.class)
                        .single())
                .isZero();
        // Not even the owner of the tables moves a loan without a decision.
        assertThatThrownBy(() -> owner.sql(
                                "update loan.loan set contract_id = (select id from capital.contract where code = :code) where code = 'NGUON2-1-0'")
                        .param("code", two.local)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("changes by decision only");
    }

    private static void all(SourceChanges two, int count, long amount) {
        two.ask(two.former, SourceChanges.wanted(two.local, null, null, count, amount));
    }

    private static void codes(SourceChanges two, String codes, int count) {
        two.ask(two.former, SourceChanges.wanted(two.local, codes, null, count, count * 50L * MILLION));
    }

    private void assertHolds() {
        var broken = new ArrayList<String>();
        beans.getBean(Verification.class)
                .run(Actor.SYSTEM, checked -> checked.breach().ifPresent(broken::add));
        assertThat(broken).isEmpty();
    }

    private static Dong dong(long amount) {
        return new Dong(amount);
    }

    private static void assertRefused(ThrowingCallable work, Refusal rule) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(rule));
    }
}
