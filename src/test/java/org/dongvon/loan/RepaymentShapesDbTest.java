package org.dongvon.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.payout.PayOutLoans;
import org.dongvon.session.sheet.PostSheet;
import org.dongvon.session.sheet.Sheet;
import org.dongvon.session.sheet.SheetLine;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Invariant;
import org.dongvon.shared.Invariants;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.Verification;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.support.Golden;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * docs/domain/repayment-shapes.md: each shape from its disbursement over 1/12/2025 to its last đồng, and the books on each
 * day on which something happens and at each month's end.
 */
@PostgresTest
class RepaymentShapesDbTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 12, 18);
    private static final BigDecimal UNITS = BigDecimal.valueOf(36_500_000_000L);

    private final ApplicationContext beans;
    private final Repayments repayments;
    private final Transactions transactions;
    private final Verification verification;
    private final JdbcClient db;
    private final OwnerDb owner;
    private final List<Invariant> rules;
    private final Map<String, Life> lives = new HashMap<>();
    private final Village village;

    RepaymentShapesDbTest(
            ApplicationContext beans,
            Repayments repayments,
            Transactions transactions,
            Verification verification,
            JdbcClient db,
            OwnerDb owner) {
        this.beans = beans;
        this.repayments = repayments;
        this.transactions = transactions;
        this.verification = verification;
        this.db = db;
        this.rules = beans.getBeansOfType(Invariants.class).values().stream()
                .flatMap(each -> each.all().stream())
                .filter(rule -> rule.name().matches("(ledger|loan|capital|position)[.].*"))
                .toList();
        this.owner = owner;
        this.village = Village.in(beans, "MUOIHAI", FIRST_DAY, 18);
    }

    @Test
    void everyShapeIsRepaidToItsLastDong() {
        var loans = Golden.rows("repayment-shapes/loans");
        var events = Golden.rows("repayment-shapes/events").stream()
                .collect(Collectors.groupingBy(row -> row.date("day"), TreeMap::new, Collectors.toList()));
        var borrowers = village.borrowers(1, loans.size());
        for (int i = 0; i < loans.size(); i++) {
            var loan = loans.get(i);
            lives.put(loan.text("loan"), new Life(loan, borrowers.get(i)));
        }

        events.forEach((day, happening) -> {
            closeMonthsBefore(day);
            var session = VillageDay.open(beans, village);
            happening.forEach(event -> happens(event, session.session()));
            session.end();
            VillageDay.close(beans, village, day);
            check("at the close of " + day);
        });

        assertThat(owner.sql("select code || ' ' || stage from loan.loan where point_id = :point and stage <> 'CLOSED'")
                        .param("point", village.point)
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(lent()).isZero();
        assertThat(verification.run(village.director, checked -> {})).allMatch(Verification.Checked::holds);
        assertThat(loans.stream()
                        .map(loan -> loan.text("loan").split("-", -1)[0])
                        .distinct())
                .hasSize(12);
    }

    /** Up to the day before, stopping at each month's end to look at the books. */
    private void closeMonthsBefore(LocalDate day) {
        for (var month = YearMonth.from(today()); month.atEndOfMonth().isBefore(day); month = month.plusMonths(1)) {
            VillageDay.close(beans, village, month.atEndOfMonth());
            check("at the end of " + month);
        }
        if (today().isBefore(day)) {
            VillageDay.close(beans, village, day.minusDays(1));
        }
    }

    private LocalDate today() {
        return owner.sql("select day from organisation.business_day where office_id = :office")
                .param("office", village.office)
                .query(LocalDate.class)
                .single();
    }

    private void happens(Golden.Row event, long session) {
        var life = Objects.requireNonNull(lives.get(event.text("loan")));
        var words = event.text("event").split(" ", -1);
        switch (words[0]) {
            case "PAID_OUT" -> life.payOut(session);
            case "PAID" -> life.repay(session, event);
            case "EXTENDED" -> life.change("loan.extension", Facts.none().date("contract", LocalDate.parse(words[1])));
            case "COURSE" ->
                life.change(
                        "loan.course",
                        Facts.none()
                                .date("starts", LocalDate.parse(words[1]))
                                .date("ends", LocalDate.parse(words[2]))
                                .count("service", Long.parseLong(words[3])));
            default -> throw new IllegalArgumentException("unknown event: " + event);
        }
        assertThat(life.left()).as(event + " left").isEqualTo(event.dong("left"));
    }

    /** Journals balance, loans are their movements, lent is allotted, and the loans' lines sum to the positions' lines. */
    private void check(String when) {
        var broken = transactions.read(
                village.director,
                () -> rules.stream()
                        .flatMap(rule -> db
                                .sql(rule.sql())
                                .query((row, n) ->
                                        row.getLong("broken") == 0 ? "" : rule.name() + ": " + row.getString("first"))
                                .list()
                                .stream())
                        .filter(found -> !found.isEmpty())
                        .toList());
        assertThat(broken).as(when).isEmpty();
        assertThat(owner.sql("""
                        select coalesce(sum(p.principal), 0) from loan.part p where p.point_id = :point
                        """)
                        .param("point", village.point)
                        .query(Long.class)
                        .single())
                .as("lent " + when)
                .isEqualTo(lent());
    }

    private long lent() {
        return owner.sql("select lent from capital.allotment where id = :allotment")
                .param("allotment", village.allotment)
                .query(Long.class)
                .single();
    }

    private Actor officer() {
        var who = village.leader;
        return new Actor(
                who.id(),
                who.personId(),
                who.login(),
                who.name(),
                Role.CREDIT_OFFICER,
                village.office,
                Scope.of(village.direct, village.point));
    }

    /** One loan of the page, with its borrower. */
    private final class Life {

        private final Golden.Row terms;
        private final ApproveLoans.Borrower borrower;
        private long id;

        Life(Golden.Row terms, ApproveLoans.Borrower borrower) {
            this.terms = terms;
            this.borrower = borrower;
        }

        void payOut(long session) {
            var sum = new Village.Sum(
                    terms.dong("amount"),
                    new ApproveLoans.Terms(terms.number("months"), terms.number("interval"), terms.number("free"), 0));
            id = village.approve(terms.text("loan"), borrower, terms.text("programme"), sum, terms.date("paid out"));
            var lines = List.of(new PayOutLoans.PayOutLine(UUID.randomUUID(), id));
            beans.getBean(PayOutLoans.class)
                    .run(village.teller, new PayOutLoans.PayOut(UUID.randomUUID(), session, lines));
        }

        void repay(long session, Golden.Row event) {
            var owed = new BigDecimal(event.text("owed").replace(" ", ""));
            assertThat(owedOn(event.date("day"))).as(event + " owed").isEqualTo(owed);
            var line = new SheetLine(
                    UUID.randomUUID(),
                    Objects.requireNonNull(borrower.memberId()),
                    id,
                    event.dong("interest"),
                    Dong.ZERO,
                    event.dong("principal"),
                    SheetLine.Payer.BORROWER);
            var answer = beans.getBean(PostSheet.class)
                    .run(
                            village.teller,
                            new Sheet(
                                    UUID.randomUUID(),
                                    session,
                                    Objects.requireNonNull(borrower.groupId()),
                                    List.of(line)));
            assertThat(answer.posted()).as(event + ": " + answer).isEqualTo(1);
        }

        /** What is owed before the payment, to a hundredth of a đồng; the sheet asks for the same. */
        private BigDecimal owedOn(LocalDate day) {
            return transactions.read(village.teller, () -> {
                var desk = repayments.read(List.of(id));
                var balance = Objects.requireNonNull(desk.balances().get(id));
                var interest = desk.interestOn(balance, day);
                assertThat(desk.interestAskedOn(balance, day)).isEqualTo(interest.asked());
                return new BigDecimal(interest.numerator()).divide(UNITS, 2, RoundingMode.HALF_UP);
            });
        }

        void change(String kind, Facts wanted) {
            var basis = new Basis("Theo giấy đề nghị của hộ", null, null);
            long asked = beans.getBean(RequestChange.class)
                    .run(
                            officer(),
                            new RequestChange.Proposal(UUID.randomUUID(), kind, terms.text("loan"), wanted, basis));
            beans.getBean(DecideChange.class).approve(village.director, UUID.randomUUID(), asked);
        }

        Dong left() {
            return transactions.read(
                    village.teller,
                    () -> Objects.requireNonNull(
                                    repayments.read(List.of(id)).balances().get(id))
                            .outstanding());
        }
    }
}
