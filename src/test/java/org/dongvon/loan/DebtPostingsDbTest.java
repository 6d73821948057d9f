package org.dongvon.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.WrittenOffDebt.Claimed;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.Verification;
import org.dongvon.support.DebtsAtRisk;
import org.dongvon.support.Golden;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ApplicationContext;

/** Loans frozen, thawed, written off and recovered, day by day through the close; docs/domain/risk.md. */
@PostgresTest
class DebtPostingsDbTest {

    private static final LocalDate PAID_OUT = LocalDate.of(2026, 3, 18);
    private static final LocalDate DECIDED = LocalDate.of(2026, 6, 18);

    private static int villages;

    private final ApplicationContext beans;
    private final WrittenOffDebt writtenOff;
    private final OwnerDb owner;

    private Village village;
    private DebtsAtRisk debts;
    private Village.GroupOfLoans group;

    DebtPostingsDbTest(ApplicationContext beans, WrittenOffDebt writtenOff, OwnerDb owner) {
        this.beans = beans;
        this.writtenOff = writtenOff;
        this.owner = owner;
    }

    /** Each test in a village of its own: days only go forward. */
    @BeforeEach
    void lend() {
        villages++;
        village = Village.in(beans, "KHOANH" + villages, PAID_OUT, 18);
        debts = new DebtsAtRisk(beans, village);
        var day = VillageDay.open(beans, village);
        group = day.lend(1, 2, "HONGHEO", 30_000_000);
        day.end();
        closeUntil(DECIDED);
    }

    private void closeUntil(LocalDate day) {
        VillageDay.close(beans, village, day.minusDays(1));
    }

    @ParameterizedTest
    @CsvSource({"12", "36"})
    void aFrozenLoanBearsNoInterestUntilItsFreezeEnds(int months) {
        long loan = group.loans().getFirst();
        debts.freeze(Map.of(loan, months));

        for (var row : Golden.rows("risk/freeze")) {
            if (Integer.parseInt(row.text("months")) == months) {
                var day = row.date("day");
                closeThrough(day);
                assertThat(standing(loan, day))
                        .as(row.text("why"))
                        .isEqualTo(row.text("in_term") + " " + row.text("overdue") + " " + row.text("frozen") + " "
                                + row.text("interest"));
            }
        }
        assertHolds();
    }

    private void closeThrough(LocalDate day) {
        if (!beans.getBean(BusinessDays.class).today(village.office).isAfter(day)) {
            VillageDay.close(beans, village, day);
        }
    }

    @Test
    void byTheOtherRuleAllOfItIsOverdueAtTheEnd() {
        owner.sql("update programme.parameter set value = 'OVERDUE' where code = 'RISK_FREEZE_END'")
                .update();
        try {
            long loan = group.loans().getFirst();
            debts.freeze(Map.of(loan, 12));
            closeThrough(DECIDED.plusMonths(12));

            assertThat(standing(loan, DECIDED.plusMonths(12))).isEqualTo("0 30000000 0 471847");
        } finally {
            owner.sql("update programme.parameter set value = 'BY_SCHEDULE' where code = 'RISK_FREEZE_END'")
                    .update();
        }
    }

    @Test
    void aFurtherFreezeFollowsTheOneThatRuns() {
        long loan = group.loans().getFirst();
        debts.freeze(Map.of(loan, 12));
        debts.freeze(Map.of(loan, 6));
        closeThrough(LocalDate.of(2027, 6, 18));
        assertThat(standing(loan, LocalDate.of(2027, 6, 18))).isEqualTo("0 0 30000000 471847");

        closeThrough(LocalDate.of(2027, 12, 18));
        assertThat(standing(loan, LocalDate.of(2027, 12, 18))).isEqualTo("20000000 10000000 0 471847");
        assertThat(owner.sql(
                                "select seq || ' ' || from_date || ' ' || until_date || ' ' || ended_on from loan.freeze where loan_id = :loan order by seq")
                        .param("loan", loan)
                        .query((row, n) -> row.getString(1))
                        .list())
                .containsExactly("1 2026-06-18 2027-06-18 2026-06-18", "2 2027-06-18 2027-12-18 2027-12-18");
    }

    /** Found by {@code torture lending}: principal in term and overdue enter one frozen part. */
    @Test
    void aLoanThatIsPartlyOverdueFreezesAsAWhole() {
        long loan = group.loans().getFirst();
        closeThrough(LocalDate.of(2027, 3, 18));
        assertThat(standing(loan, LocalDate.of(2027, 3, 19))).startsWith("20000000 10000000 0 ");

        debts.freeze(Map.of(loan, 12));

        assertThat(standing(loan, LocalDate.of(2027, 3, 19))).startsWith("0 0 30000000 ");
        closeThrough(LocalDate.of(2028, 3, 19));
        assertThat(standing(loan, LocalDate.of(2028, 3, 19))).startsWith("10000000 20000000 0 ");
        assertHolds();
    }

    /** Likewise: a freeze that waits for the one that runs ends with it. */
    @Test
    void aLoanIsWrittenOffWhileAFurtherFreezeWaits() {
        long loan = group.loans().getFirst();
        debts.freeze(Map.of(loan, 12));
        debts.freeze(Map.of(loan, 6));

        debts.writeOff(loan);

        assertThat(stage(loan)).isEqualTo("WRITTEN_OFF");
        closeThrough(LocalDate.of(2027, 12, 18));
        assertHolds();
    }

    @Test
    void aWholeListIsPostedInOneJournalOfThePoint() {
        debts.freeze(Map.of(group.loans().get(0), 12, group.loans().get(1), 24));

        assertThat(entries("FREEZE")).containsExactly("LOAN_FROZEN 60000000", "LOAN_IN_TERM -60000000");
        assertThat(lent()).isEqualTo(60_000_000);
        assertHolds();
    }

    /** A line that repaid frozen principal is taken back while the freeze runs, and not when nothing is frozen any more. */
    @Test
    void whatWasPaidIntoAFreezeThatHasEndedStays() {
        long loan = group.loans().getFirst();
        debts.freeze(Map.of(loan, 1));
        var day = VillageDay.open(beans, village);
        day.repay(group, 0, 4_000_000);
        day.end();
        var line = owner.sql(
                        "select line_id from loan.movement where loan_id = :loan and part = 'FROZEN' and kind = 'REPAYMENT'")
                .param("loan", loan)
                .query((row, n) -> row.getObject(1, UUID.class))
                .single();
        var again = Map.of(line, new LoanMovement.Line(UUID.randomUUID(), 1));
        var transactions = beans.getBean(Transactions.class);
        var reversals = beans.getBean(LoanReversals.class);
        assertThat(transactions.<Integer>write(
                        Actor.SYSTEM, () -> reversals.plan(again).movements().size()))
                .isPositive();

        closeThrough(DECIDED.plusMonths(1));

        refused(LoanRefusal.FREEZE_ENDED_SINCE, () -> transactions.write(Actor.SYSTEM, () -> reversals.plan(again)));
        assertHolds();
    }

    @Test
    void whatIsWrittenOffOfStateMoneyIsBorneByTheRiskFund() {
        long loan = group.loans().getFirst();
        debts.freeze(Map.of(loan, 12));
        debts.writeOff(loan);

        assertThat(entries("WRITE_OFF"))
                .containsExactly(
                        "LOAN_FROZEN -30000000",
                        "LOAN_WRITTEN_OFF 30000000",
                        "RISK_FUND 30000000",
                        "WRITTEN_OFF_CONTRA -30000000");
        assertThat(stage(loan)).isEqualTo("WRITTEN_OFF");
        assertThat(claimed(loan)).isEqualTo(new Claimed(new Dong(30_000_000), new Dong(471_847)));
        assertThat(lent()).isEqualTo(30_000_000);
        assertThat(granted()).isEqualTo(900_000_000_000L);
        closeThrough(DECIDED);
        assertHolds();
    }

    @Test
    void entrustedCapitalShrinksByWhatItLost() {
        owner.sql("update capital.contract set source = 'PROVINCE' where code = :code")
                .param("code", "TW-KHOANH" + villages)
                .update();
        debts.writeOff(group.loans().getFirst());

        assertThat(entries("WRITE_OFF"))
                .containsExactly(
                        "LOAN_IN_TERM -30000000",
                        "LOAN_WRITTEN_OFF 30000000",
                        "POLICY_CAPITAL 30000000",
                        "WRITTEN_OFF_CONTRA -30000000");
        // Received 900 tỷ − written off 30 million = lent 30 million + idle.
        assertThat(granted()).isEqualTo(900_000_000_000L - 30_000_000);
        assertThat(lent()).isEqualTo(30_000_000);
        assertHolds();
    }

    @Test
    void whatComesInAfterwardsIsIncomeAndNeverMoreThanIsClaimed() {
        long loan = group.loans().getFirst();
        debts.writeOff(loan);
        refused(LoanRefusal.RECOVERY_ABOVE_CLAIM, () -> debts.recover(loan, 30_000_001, 0));
        refused(LoanRefusal.RECOVERY_ABOVE_CLAIM, () -> debts.recover(loan, 0, 471_848));
        refused(LoanRefusal.AMOUNT_NEGATIVE, () -> debts.recover(loan, 0, 0));
        refused(
                LoanRefusal.LOAN_NOT_WRITTEN_OFF,
                () -> debts.recover(group.loans().get(1), 1, 0));
        debts.recover(loan, 5_000_000, 471_847);

        assertThat(entries("RECOVERY"))
                .containsExactly(
                        "BANK 5471847",
                        "LOAN_WRITTEN_OFF -5000000",
                        "RECOVERED_DEBT -5471847",
                        "WRITTEN_OFF_CONTRA 5000000");
        assertThat(claimed(loan)).isEqualTo(new Claimed(new Dong(25_000_000), Dong.ZERO));
        closeThrough(DECIDED);
        assertThat(owner.sql(
                                "select collected || ' ' || interest from position.flow where point_id = :point and part = 'WRITTEN_OFF'")
                        .param("point", village.point)
                        .query(String.class)
                        .single())
                .isEqualTo("5000000 471847");
        assertHolds();
    }

    @Test
    void aLoanThatIsGoneIsNeitherFrozenNorWrittenOffAgain() {
        long loan = group.loans().getFirst();
        debts.writeOff(loan);
        refused(LoanRefusal.LOAN_NOT_ACTIVE, () -> debts.freeze(Map.of(loan, 12)));
        refused(LoanRefusal.LOAN_NOT_ACTIVE, () -> debts.writeOff(loan));
        refused(LoanRefusal.UNKNOWN_LOAN, () -> debts.writeOff(7L));
    }

    private String standing(long loan, LocalDate day) {
        return read(() -> {
            var balance = beans.getBean(LoanBook.class)
                    .read(List.of(loan))
                    .balances()
                    .values()
                    .iterator()
                    .next();
            var sums = new TreeMap<String, Long>();
            balance.parts()
                    .forEach(part -> sums.merge(part.part().name(), part.line().principal(), Long::sum));
            var interest = balance.interestOn(
                    day, beans.getBean(Programmes.class).current().rates());
            return sums.getOrDefault("IN_TERM", 0L) + " " + sums.getOrDefault("OVERDUE", 0L) + " "
                    + sums.getOrDefault("FROZEN", 0L) + " "
                    + interest.asked().amount();
        });
    }

    private Claimed claimed(long loan) {
        return read(() -> writtenOff.claimed(loan));
    }

    private <T> T read(Supplier<T> work) {
        return beans.getBean(Transactions.class).read(village.director, work);
    }

    private List<String> entries(String kind) {
        return owner.sql("""
                        select e.account || ' ' || sum(e.amount)
                          from ledger.entry e join ledger.journal j on j.id = e.journal_id
                         where j.point_id = :point and j.kind = :kind group by e.account order by e.account
                        """)
                .param("point", village.point)
                .param("kind", kind)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private long lent() {
        return owner.sql("select lent from capital.allotment where id = :id")
                .param("id", village.allotment)
                .query(Long.class)
                .single();
    }

    private long granted() {
        return owner.sql("select granted from capital.allotment where id = :id")
                .param("id", village.allotment)
                .query(Long.class)
                .single();
    }

    private String stage(long loan) {
        return owner.sql("select stage from loan.loan where id = :id")
                .param("id", loan)
                .query(String.class)
                .single();
    }

    private void assertHolds() {
        var broken = new ArrayList<String>();
        beans.getBean(Verification.class)
                .run(Actor.SYSTEM, checked -> checked.breach().ifPresent(broken::add));
        assertThat(broken).isEmpty();
    }

    private static void refused(LoanRefusal refusal, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
