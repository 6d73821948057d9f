package org.dongvon.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.interest.InterestLine;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.reversal.ReverseLines;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.Verification;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.ChangeKinds;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.dongvon.shared.text.Language;
import org.dongvon.support.Golden;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** The worked example of docs/domain/retroactive-rates.md, and what must hold around it. */
@PostgresTest
class RetroactiveRateDbTest {

    private static final LocalDate PAID_OUT = LocalDate.of(2025, 11, 15);
    private static final LocalDate SESSION = LocalDate.of(2025, 12, 15);
    private static final LocalDate FROM = LocalDate.of(2025, 12, 5);
    private static final LocalDate OPEN = LocalDate.of(2025, 12, 20);
    private static final Actor ACCOUNTANT = headOffice(1, Role.ACCOUNTANT);
    private static final Actor MANAGER = headOffice(2, Role.MANAGER);

    private final ApplicationContext beans;
    private final OwnerDb owner;

    RetroactiveRateDbTest(ApplicationContext beans) {
        this.beans = beans;
        this.owner = beans.getBean(OwnerDb.class);
    }

    @Test
    void correctsTheFiveLoansOfTheWorkedExampleAndNoClosedDay() {
        var village = Village.in(beans, "RETRO", PAID_OUT, 15);
        var first = VillageDay.open(beans, village);
        var group = first.lend(1, 5, "CANNGHEO", 100_000_000);
        first.end();
        VillageDay.close(beans, village, SESSION.minusDays(1));
        var second = VillageDay.open(beans, village);
        second.repay(group, 1, 10_000_000);
        second.repay(group, 2, 0);
        second.repay(group, 3, 100_000_000);
        second.repay(group, 4, 10_000_000);
        takeBack(village, group.loans().get(4));
        second.end();
        VillageDay.close(beans, village, OPEN.minusDays(1));
        var rows = Golden.rows("retroactive-rates/five-loans");
        assertThat(rows)
                .allSatisfy(row -> assertThat(owed(group, row))
                        .isEqualTo(number(row, "owed before").longValue()));
        var closed = closedDays();
        var standing = standing(group);

        long id = ask("CANNGHEO", "7", FROM);
        assertPreviewed();
        approve(id);

        assertThat(rows).allSatisfy(row -> {
            var loan = group.loans().get(Integer.parseInt(row.text("member")) - 1);
            assertThat(corrected(loan)).isEqualTo(number(row, "correction to K"));
            assertThat(numerator(loan)).isEqualTo(number(row, "exact after"));
            assertThat(owed(group, row)).isEqualTo(number(row, "owed after").longValue());
        });
        assertThat(closedDays()).isEqualTo(closed);
        assertThat(standing(group)).as("what a closed day shows").isEqualTo(standing);
        assertThat(owner.sql(
                                "select count(*) from ledger.journal where kind = 'RATE_CORRECTION' and business_date = '2025-12-20'"
                                        + " and office_id = :office")
                        .param("office", village.office)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertHolds();
        VillageDay.close(beans, village, OPEN);
        assertHolds();
    }

    private void assertPreviewed() {
        var kind = beans.getBean(ChangeKinds.class).get("programme.rate");
        var wanted = wanted("7", FROM);
        var seen = read(() -> kind.preview(MANAGER, "CANNGHEO", wanted));
        assertThat(seen.countOf("corrected")).isEqualTo(2);
        assertThat(seen.countOf("closed")).isEqualTo(1);
        assertThat(seen.dongOf("past-difference")).isEqualTo(new Dong(-92_921));
        assertThat(kind.cautions(Language.EN, "CANNGHEO", wanted))
                .hasSize(2)
                .anyMatch(each -> each.contains("retroactive from 05/12/2025"))
                .anyMatch(each -> each.contains("× 120% = 7.488"));
    }

    @Test
    void aLineTakenBackAfterItsCorrectionLeavesNothing() {
        var village = Village.in(beans, "BACK", OPEN.minusMonths(1), 20);
        var first = VillageDay.open(beans, village);
        var group = first.lend(1, 5, "THOATNGHEO", 40_000_000);
        first.end();
        VillageDay.close(beans, village, OPEN.minusDays(1));
        var second = VillageDay.open(beans, village);
        second.repay(group, 0, 10_000_000);
        second.repay(group, 1, 40_000_000);

        approve(ask("THOATNGHEO", "7", LocalDate.of(2025, 12, 10)));
        assertThat(corrected(group.loans().get(0))).isNotEqualTo(BigInteger.ZERO);
        takeBack(village, group.loans().get(0));
        takeBack(village, group.loans().get(1));

        assertThat(numerator(group.loans().get(0)))
                .isEqualTo(numerator(group.loans().get(2)));
        assertThat(numerator(group.loans().get(1)))
                .isEqualTo(numerator(group.loans().get(2)));
        second.end();
        assertHolds();
    }

    @Test
    void aProspectiveRateWritesNoLoanRow() {
        var village = Village.in(beans, "XMIN", OPEN.minusMonths(1), 20);
        var first = VillageDay.open(beans, village);
        var group = first.lend(1, 5, "HSSV", 30_000_000);
        first.end();
        VillageDay.close(beans, village, OPEN.minusDays(1));
        var second = VillageDay.open(beans, village);
        second.repay(group, 0, 10_000_000);
        second.end();
        var before = versions(group);

        approve(ask("HSSV", "6", OPEN.plusDays(400)));

        assertThat(versions(group)).isEqualTo(before);
        assertThatThrownBy(() -> ask("HSSV", "5", OPEN.minusDays(3)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("RATE_NOT_LAST");
    }

    private void takeBack(Village village, long loan) {
        var line = owner.sql(
                        "select journal_id, line_id from loan.movement where loan_id = :loan and kind = 'REPAYMENT'"
                                + " order by journal_id desc limit 1")
                .param("loan", loan)
                .query((row, n) -> Map.entry(row.getLong(1), row.getObject(2, UUID.class)))
                .single();
        beans.getBean(ReverseLines.class)
                .run(
                        village.teller,
                        new ReverseLines.Reversal(
                                UUID.randomUUID(), line.getKey(), List.of(line.getValue()), "nhập nhầm dòng"));
    }

    private long owed(Village.GroupOfLoans group, Golden.Row row) {
        return InterestLine.toDong(numerator(group.loans().get(Integer.parseInt(row.text("member")) - 1)))
                .amount();
    }

    private BigInteger numerator(long loan) {
        return owner.sql("select sum(p.constant + p.principal * programme.in_term_index(p.series_id, '2025-12-20'))"
                        + " from loan.part p where p.loan_id = :loan and p.part = 'IN_TERM'")
                .param("loan", loan)
                .query(BigDecimal.class)
                .single()
                .toBigIntegerExact();
    }

    private BigInteger corrected(long loan) {
        return corrected(loan, Part.IN_TERM);
    }

    private BigInteger corrected(long loan, Part part) {
        return owner.sql("select coalesce(sum(constant), 0) from loan.movement"
                        + " where loan_id = :loan and part = :part and kind = 'RATE_CORRECTION'")
                .param("loan", loan)
                .param("part", part.name())
                .query(BigDecimal.class)
                .single()
                .toBigIntegerExact();
    }

    /** Every row that a close wrote and every seal, as text. */
    private List<String> closedDays() {
        return owner.sql("select t::text from position.total t union all select f::text from position.flow f"
                        + " union all select s::text from ledger.seal s order by 1")
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** What the loans owed at the close of 15/12 by the list of that day. */
    private List<BigDecimal> standing(Village.GroupOfLoans group) {
        return owner.sql("""
                        select sum(m.constant) + sum(m.principal) * programme.in_term_index(m.series_id, '2025-12-15', '2025-12-15') as owed
                          from loan.movement m
                          join ledger.journal j on j.id = m.journal_id
                         where m.loan_id = any (:loans) and j.business_date <= '2025-12-15'
                         group by m.loan_id, m.series_id
                         order by m.loan_id
                        """)
                .param("loans", group.loans().toArray(Long[]::new))
                .query((row, n) -> row.getBigDecimal(1))
                .list();
    }

    private List<String> versions(Village.GroupOfLoans group) {
        return owner.sql("select p.xmin || ' ' || p.ctid || ' ' || l.xmin || ' ' || l.ctid from loan.part p"
                        + " join loan.loan l on l.id = p.loan_id where l.id = any (:loans)"
                        + " union all select count(*)::text from loan.movement order by 1")
                .param("loans", group.loans().toArray(Long[]::new))
                .query((row, n) -> row.getString(1))
                .list();
    }

    private void assertHolds() {
        assertThat(beans.getBean(Verification.class).run(Actor.SYSTEM, each -> {}))
                .filteredOn(check -> !check.holds())
                .isEmpty();
    }

    private static BigInteger number(Golden.Row row, String column) {
        return new BigInteger(row.text(column).replace(" ", ""));
    }

    private <T> T read(Supplier<T> work) {
        return beans.getBean(Transactions.class).read(MANAGER, work);
    }

    private long ask(String series, String percent, LocalDate from) {
        return beans.getBean(RequestChange.class)
                .run(
                        ACCOUNTANT,
                        new Proposal(
                                UUID.randomUUID(),
                                "programme.rate",
                                series,
                                wanted(percent, from),
                                new Basis("theo quyết định", "QD-2553-2025", null)));
    }

    private static Facts wanted(String percent, LocalDate from) {
        var inTerm = AnnualRate.ofPercent(percent);
        return Facts.none().date("from", from).rate("in-term", inTerm).rate("overdue", inTerm.times(1300));
    }

    private void approve(long id) {
        beans.getBean(DecideChange.class).approve(MANAGER, UUID.randomUUID(), id);
    }

    private static Actor headOffice(long id, Role role) {
        return new Actor(id, id, role.name(), "Hội sở " + role, role, 0, Scope.COUNTRY);
    }
}
