package org.dongvon.supervision.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.engine.money.Dong;
import org.dongvon.group.GroupRefusal;
import org.dongvon.loan.Repayments;
import org.dongvon.session.sheet.PostSheet;
import org.dongvon.session.sheet.Sheet;
import org.dongvon.session.sheet.SheetLine;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.Transactions;
import org.dongvon.supervision.reconciliation.FollowDifference.OfLine;
import org.dongvon.supervision.reconciliation.Said.Balance;
import org.dongvon.supervision.reconciliation.Said.Why;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;

/** Three loans of 30 million paid out on 18/05/2026 and reconciled on 07/06/2026; docs/domain/reconciliation.md. */
@PostgresTest
class ReconciliationDbTest {

    private static final LocalDate PAID_OUT = LocalDate.of(2026, 5, 18);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 7);
    private static final Balance BOOK = new Balance(new Dong(30_000_000), new Dong(102_575), Dong.ZERO);

    private static int villages;

    private final ApplicationContext beans;
    private final TakeBalances take;
    private final EnterAnswers enter;
    private final FollowDifference follow;
    private final ReconciliationPages pages;
    private final ReconciledYears years;
    private final OwnerDb owner;

    private Village village;
    private Village.GroupOfLoans group;
    private String code;
    private long session;

    ReconciliationDbTest(
            ApplicationContext beans,
            TakeBalances take,
            EnterAnswers enter,
            FollowDifference follow,
            ReconciliationPages pages,
            OwnerDb owner) {
        this.beans = beans;
        this.take = take;
        this.enter = enter;
        this.follow = follow;
        this.pages = pages;
        this.years = beans.getBean(ReconciledYears.class);
        this.owner = owner;
    }

    @BeforeEach
    void loans() {
        villages++;
        code = "REC" + villages;
        village = Village.in(beans, code, PAID_OUT, 18);
        session = village.openSession(900_000_000);
        group = village.group(1, 3, "HONGHEO", 30_000_000, PAID_OUT);
        village.payOut(session, group);
        setDay(TODAY);
    }

    @Test
    void theBalancesAreTakenOfAllMembersAsASetAndStay() {
        long sheet = take(TODAY);

        var lines = view(sheet).lines();
        assertThat(lines).hasSize(3).extracting(Reconciliations.Line::book).containsOnly(BOOK);
        var desk = beans.getBean(Transactions.class).read(officer(), () -> {
            var read = beans.getBean(Repayments.class).read(group.loans());
            return group.loans().stream()
                    .map(loan -> read.interestAskedOn(
                            Objects.requireNonNull(read.balances().get(loan)), TODAY))
                    .toList();
        });
        assertThat(desk).as("the paper of the day says the same").containsOnly(BOOK.interest());
        assertThat(view(sheet).open()).hasSize(3);
        refused(ReconciliationRefusal.RECONCILED_THAT_DAY, () -> take(TODAY));
    }

    @Test
    void aDayThatIsPastIsTakenAsItWasAndLaterMoneyChangesNothing() {
        long before = take(PAID_OUT);
        assertThat(view(before).lines())
                .extracting(Reconciliations.Line::book)
                .containsOnly(new Balance(new Dong(30_000_000), Dong.ZERO, Dong.ZERO));

        setDay(PAID_OUT);
        pay(0, 2_000_000);
        setDay(TODAY);

        assertThat(view(before).lines().getFirst().book().principal()).isEqualTo(new Dong(30_000_000));
        long after = take(TODAY);
        assertThat(view(after).lines().getFirst().book().principal()).isEqualTo(new Dong(28_000_000));
    }

    @Test
    void whoIsAbsentStaysOpenAndIsEnteredLater() {
        long sheet = take(TODAY);

        answer(sheet, same(1), same(2));
        assertThat(view(sheet).open()).extracting(Reconciliations.Line::number).containsExactly(3);
        refused(ReconciliationRefusal.RECONCILED_LINE_SAID_ALREADY, () -> answer(sheet, same(3), same(1)));
        assertThat(view(sheet).open()).as("all or none").hasSize(1);
        setDay(TODAY.plusDays(3));
        answer(sheet, same(3));

        assertThat(view(sheet).open()).isEmpty();
        assertThat(view(sheet).head().counts()).isEqualTo(new Reconciliations.Counts(3, 3, 0, 0));
        assertThat(pages.filled(officer(), code + "-T1", Long.toString(sheet))
                        .file()
                        .fileName())
                .startsWith("15-td_");
    }

    @Test
    void theSameAnswersSentTwiceAreEnteredOnce() {
        long sheet = take(TODAY);
        var key = UUID.randomUUID();

        enter.run(association(), key, sheet, List.of(same(1)));
        enter.run(association(), key, sheet, List.of(same(1)));

        assertThat(view(sheet).said()).hasSize(1);
    }

    @Test
    void whatCannotBeIsRefusedByName() {
        refused(ReconciliationRefusal.RECONCILED_AHEAD, () -> take(TODAY.plusDays(1)));
        refused(ReconciliationRefusal.RECONCILED_WITH_NOBODY, () -> take(LocalDate.of(2001, 1, 1)));
        refused(
                ReconciliationRefusal.RECONCILED_BY_NOBODY,
                () -> take.run(officer(), UUID.randomUUID(), code + "-T1", TODAY, " a "));
        refused(
                ReconciliationRefusal.RECONCILED_TEXT_LONG,
                () -> take.run(officer(), UUID.randomUUID(), code + "-T1", TODAY, "a".repeat(201)));
        long sheet = take(TODAY);
        refused(ReconciliationRefusal.RECONCILED_NOTHING_SAID, () -> answer(sheet));
        refused(ReconciliationRefusal.RECONCILED_NOTHING_SAID, () -> answer(sheet, same(1), same(1)));
        refused(ReconciliationRefusal.RECONCILED_LINE_SAID_ALREADY, () -> answer(sheet, same(4)));
        refused(ReconciliationRefusal.UNKNOWN_RECONCILIATION, () -> answer(sheet + 1_000_000, same(1)));
        refused(ReconciliationRefusal.DIFFERENCE_UNEXPLAINED, () -> answer(sheet, new Said(1, less(1), null)));
        refused(ReconciliationRefusal.DIFFERENCE_IS_NONE, () -> answer(sheet, new Said(1, BOOK, why(TODAY))));
        refused(
                ReconciliationRefusal.DIFFERENCE_LATE_FROM_THE_START,
                () -> answer(sheet, new Said(1, less(1), why(TODAY.minusDays(1)))));
        refused(
                ReconciliationRefusal.DIFFERENCE_OF_NOBODY,
                () -> new Why(DifferenceCause.MISAPPROPRIATED, "An", TODAY));
        answer(sheet, new Said(1, less(1), why(TODAY)));
        refused(
                SharedRefusal.ROLE_MAY_NOT,
                () -> enter.run(village.teller, UUID.randomUUID(), sheet, List.of(same(2))));
    }

    @Test
    void aDifferenceIsFollowedAndClosedByAnotherPersonWithEvidence() {
        long sheet = take(TODAY);
        answer(sheet, new Said(1, less(10_000_000), why(TODAY.plusDays(10))), same(2));
        var of = new OfLine(sheet, 1);

        refused(
                ReconciliationRefusal.DIFFERENCE_NOT_FOUND,
                () -> close(village.director, new OfLine(sheet, 2), "PT 1"));
        refused(
                ReconciliationRefusal.DIFFERENCE_MEASURE_MISSING,
                () -> follow.measure(officer(), UUID.randomUUID(), of, "x", ""));
        follow.measure(officer(), UUID.randomUUID(), of, "Đã làm việc với tổ trưởng", "");
        refused(ReconciliationRefusal.DIFFERENCE_EVIDENCE_MISSING, () -> close(village.director, of, " "));
        refused(ReconciliationRefusal.DIFFERENCE_CLOSED_BY_ITS_MAKER, () -> close(officer(), of, "PT 12"));
        refused(SharedRefusal.ROLE_MAY_NOT, () -> close(association(), of, "PT 12"));
        assertThat(view(sheet).head().counts().open()).isEqualTo(1);
        setDay(TODAY.plusDays(10));
        assertThat(late(sheet)).as("on the last day it is in time").isFalse();
        setDay(TODAY.plusDays(11));
        assertThat(late(sheet)).isTrue();
        close(village.director, of, "PT 12");

        assertThat(late(sheet)).isFalse();
        assertThat(view(sheet).head().counts()).isEqualTo(new Reconciliations.Counts(3, 2, 1, 0));
        refused(ReconciliationRefusal.DIFFERENCE_CLOSED, () -> close(village.controller, of, "PT 12"));
    }

    @Test
    void theTablesHoldWhatTheTypesHold() {
        long sheet = take(TODAY);
        answer(sheet, new Said(1, less(10_000_000), why(TODAY)), same(2));
        String copy = """
                insert into supervision.reconciled_answer (sheet_id, line_no, point_id, book_principal, book_interest, book_deposit,
                       principal, interest, deposit, cause, responsible, deadline, answered_on, human, submission)
                select sheet_id, 3, point_id, book_principal, book_interest, book_deposit, principal, interest, deposit, %s,
                       responsible, deadline, answered_on, human, submission
                  from supervision.reconciled_answer where sheet_id = %d and line_no = 1
                """;
        String close = """
                insert into supervision.reconciled_follow_up (answer_id, point_id, step, happened_on, measure, evidence, entered_by,
                       differs, human, submission)
                select id, point_id, 'CLOSED', answered_on, 'Đã xong', 'PT 12', human, differs, human + %d, submission
                  from supervision.reconciled_answer where sheet_id = %d and line_no = %d
                """;

        broken("reconciled_answer_explained", copy.formatted("null", sheet));
        broken("reconciled_answer_cause", copy.formatted("'OTHER'", sheet));
        broken("reconciled_follow_up_two", close.formatted(0, sheet, 1));
        broken("reconciled_follow_up_difference", close.formatted(1, sheet, 2));
        broken(
                "reconciled_answer_of_line",
                copy.formatted("cause", sheet).replace("book_interest, book_deposit, principal", "1, 0, principal"));
    }

    @Test
    void theYearCountsWhatIsOwedWhatWasReconciledAndWhatDiffers() {
        long sheet = take(TODAY);
        answer(sheet, new Said(1, less(10_000_000), why(TODAY)), same(2));

        var year = years.of(village.director, 2026, null);
        var row = year.rows().getFirst();
        assertThat(row.code()).isEqualTo(code + "-01");
        assertThat(row.owed()).isEqualTo(new ReconciledYears.Owed(3, 3, new Dong(90_000_000)));
        assertThat(row.reconciled()).isEqualTo(new ReconciledYears.Reconciled(2, new Dong(60_000_000)));
        assertThat(row.differences()).isEqualTo(new ReconciledYears.Differences(1, new Dong(10_000_000), 1));
        assertThat(row.share().missing(year.targets().yearly())).isEqualTo(1);
        assertThat(row.share().missing(year.targets().otherYears())).isZero();
        assertThat(year.total())
                .usingRecursiveComparison()
                .ignoringFields("code", "name")
                .isEqualTo(row);
        assertThat(years.of(village.director, 2026, code + "-01")
                        .rows()
                        .getFirst()
                        .code())
                .isEqualTo(code + "-T1");
        assertThat(years.of(village.director, 2025, null).rows()).isEmpty();

        close(village.director, new OfLine(sheet, 1), "PT 12");
        assertThat(years.of(village.director, 2026, null)
                        .rows()
                        .getFirst()
                        .differences()
                        .open())
                .isZero();
        setDay(LocalDate.of(2027, 1, 4));
        var next = years.of(village.director, 2027, null).rows().getFirst();
        assertThat(next.owed().loans()).isEqualTo(3);
        assertThat(next.reconciled().loans()).isZero();
        assertThat(years.of(village.director, 2026, null).until()).isEqualTo(LocalDate.of(2026, 12, 31));
    }

    @Test
    void anotherAssociationSeesNothingOfIt() {
        long sheet = take(TODAY);
        answer(sheet, new Said(1, less(1), why(TODAY)));
        var other = someone(3, Role.ASSOCIATION_STAFF, Narrowing.ofAssociation("HND"));

        refused(
                GroupRefusal.UNKNOWN_GROUP,
                () -> take.run(other, UUID.randomUUID(), code + "-T1", TODAY, "Lương Thị Mai"));
        refused(
                ReconciliationRefusal.UNKNOWN_RECONCILIATION,
                () -> enter.run(other, UUID.randomUUID(), sheet, List.of(same(2))));
        refused(
                ReconciliationRefusal.DIFFERENCE_NOT_FOUND,
                () -> follow.measure(other, UUID.randomUUID(), new OfLine(sheet, 1), "Đã nhắc nhở", ""));
        assertThat(years.of(other, 2026, null).rows()).isEmpty();
    }

    private boolean late(long sheet) {
        var view = view(sheet);
        return view.isLate(view.lines().getFirst());
    }

    private long take(LocalDate day) {
        return take.run(officer(), UUID.randomUUID(), code + "-T1", day, "Lương Thị Mai, Hà Thị Lan");
    }

    private void answer(long sheet, Said... said) {
        enter.run(officer(), UUID.randomUUID(), sheet, List.of(said));
    }

    private void close(Actor actor, OfLine of, String evidence) {
        follow.close(actor, UUID.randomUUID(), of, "Đã thu nộp đủ", evidence);
    }

    private ReconciliationPages.SheetView view(long sheet) {
        return pages.sheet(officer(), code + "-T1", Long.toString(sheet));
    }

    private static Said same(int line) {
        return new Said(line, BOOK, null);
    }

    private static Balance less(long amount) {
        return new Balance(BOOK.principal().minus(new Dong(amount)), BOOK.interest(), BOOK.deposit());
    }

    private static Why why(LocalDate deadline) {
        return new Why(DifferenceCause.NOT_PAID_IN, "Hà Thị Lan, tổ trưởng", deadline);
    }

    private void pay(int number, long principal) {
        var line = new SheetLine(
                UUID.randomUUID(),
                group.members().get(number),
                group.loans().get(number),
                Dong.ZERO,
                Dong.ZERO,
                new Dong(principal),
                SheetLine.Payer.BORROWER);
        beans.getBean(PostSheet.class)
                .run(village.teller, new Sheet(UUID.randomUUID(), session, group.id(), List.of(line)));
    }

    /** The open day, which only a test may put back. */
    private void setDay(LocalDate day) {
        owner.sql("alter table organisation.business_day disable trigger business_day_only_forward")
                .update();
        owner.sql("update organisation.business_day set day = :day where office_id = :office")
                .param("day", day)
                .param("office", village.office)
                .update();
        owner.sql("alter table organisation.business_day enable trigger business_day_only_forward")
                .update();
    }

    private void broken(String constraint, String sql) {
        assertThatThrownBy(() -> owner.sql(sql).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining(constraint);
    }

    private Actor association() {
        return someone(2, Role.ASSOCIATION_STAFF, Narrowing.ofAssociation("HPN"));
    }

    private Actor officer() {
        return someone(4, Role.CREDIT_OFFICER, Narrowing.NONE);
    }

    private Actor someone(int number, Role role, Narrowing narrowing) {
        long id = village.point * 100 + number;
        var scope = Scope.of(village.direct, village.point).narrowedTo(narrowing);
        return new Actor(id, id, "nguoi-" + number, "Người " + number, role, village.office, scope);
    }

    private static void refused(Refusal refusal, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
