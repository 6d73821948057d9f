package org.dongvon.supervision.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.ChangeRefusal;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.dongvon.support.Golden;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;

/** Cases of a group, opened on 07/06/2026; docs/domain/cases.md. */
@PostgresTest
class LossCaseDbTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 7);
    private static final Lost TWELVE = lost(10_000_000, 1_500_000, 500_000);

    private static int villages;

    private final ApplicationContext beans;
    private final RecoverMoney recover;
    private final CasePages pages;
    private final OwnerDb owner;

    private Village village;
    private String code;

    LossCaseDbTest(ApplicationContext beans, RecoverMoney recover, CasePages pages, OwnerDb owner) {
        this.beans = beans;
        this.recover = recover;
        this.pages = pages;
        this.owner = owner;
    }

    @BeforeEach
    void group() {
        villages++;
        code = "CAS" + villages;
        village = Village.in(beans, code, LocalDate.of(2026, 5, 18), 18);
        long session = village.openSession(900_000_000);
        village.payOut(session, village.group(1, 2, "HONGHEO", 30_000_000, LocalDate.of(2026, 5, 18)));
        setDay(TODAY);
    }

    @Test
    void aCaseIsThereWhenASecondPersonOpensItAndNotBefore() {
        long request = ask(wanted(TWELVE, code + "-1-0, " + code + "-1-1"));

        assertThat(list(TODAY, TODAY).cases()).isEmpty();
        refused(ChangeRefusal.ROLE_MAY_NOT_APPROVE, () -> approve(village.teller, request));
        approve(village.director, request);

        var found = list(TODAY, TODAY).cases().getFirst();
        assertThat(found.detected()).isEqualTo(TWELVE);
        assertThat(found.what().kind()).isEqualTo("MISAPPROPRIATED");
        assertThat(pages.show(village.director, Long.toString(found.id())).loans())
                .containsExactly(code + "-1-0", code + "-1-1");
    }

    @Test
    void everyPeriodIsOpeningPlusDetectedLessRecovered() {
        var first = open(TWELVE);
        open(lost(7_000_000, 0, 0));
        setDay(LocalDate.of(2026, 6, 20));
        recover(first, lost(5_000_000, 0, 0));
        setDay(LocalDate.of(2026, 7, 5));
        recover(first, lost(5_000_000, 1_500_000, 500_000));
        close(first);
        setDay(LocalDate.of(2026, 12, 31));

        for (var row : Golden.rows("cases/period")) {
            var period = list(row.date("from"), row.date("until")).period();
            check(row, "opening", period.opening());
            check(row, "detected", period.detected());
            check(row, "recovered", period.recovered());
            check(row, "closing", period.closing());
        }
    }

    private static void check(Golden.Row row, String what, LossCases.Line line) {
        assertThat(line.cases()).as(row + what).isEqualTo(row.number(what + "_cases"));
        assertThat(line.lost().total()).as(row + what).isEqualTo(row.dong(what));
    }

    @Test
    void whatCannotBeIsRefusedByName() {
        refused(CaseRefusal.CASE_OF_NOTHING, () -> ask(wanted(Lost.NOTHING, "")));
        refused(CaseRefusal.CASE_LOAN_NOT_OF_GROUP, () -> ask(wanted(TWELVE, "KHONGCO-1-1")));
        refused(CaseRefusal.CASE_DAY_AHEAD, () -> ask(wanted(TWELVE, "", "Biên bản số 7", TODAY.plusDays(1))));
        refused(CaseRefusal.CASE_TEXT_LENGTH, () -> ask(wanted(TWELVE, "", "x", TODAY)));
        refused(CaseRefusal.UNKNOWN_CASE, () -> recover("1", lost(1, 0, 0)));
        refused(CaseRefusal.UNKNOWN_CASE, () -> recover("x", lost(1, 0, 0)));
        var number = open(TWELVE);
        refused(CaseRefusal.CASE_NOT_RECOVERED, () -> close(number));
        refused(CaseRefusal.CASE_RECOVERED_TOO_MUCH, () -> recover(number, lost(0, 1_500_001, 0)));
        refused(CaseRefusal.CASE_OF_NOTHING, () -> recover(number, Lost.NOTHING));
        refused(CaseRefusal.CASE_OF_NOTHING, () -> recover(number, lost(5, -1, 0)));
        refused(CaseRefusal.CASE_DAY_AHEAD, () -> recover(number, TODAY.plusDays(1), "PT 12"));
        refused(CaseRefusal.CASE_TEXT_LENGTH, () -> recover(number, TODAY, "PT"));
        recover(number, TWELVE);
        close(number);
        refused(CaseRefusal.CASE_CLOSED, () -> recover(number, lost(1, 0, 0)));
        refused(CaseRefusal.CASE_CLOSED, () -> close(number));
    }

    @Test
    void theSameRecoverySentTwiceIsOne() {
        var number = open(TWELVE);
        var key = UUID.randomUUID();
        var recovery = new RecoverMoney.Recovery(TODAY, lost(1_000_000, 0, 0));

        recover.run(officer(), key, number, recovery, "PT 12");
        recover.run(officer(), key, number, recovery, "PT 12");

        assertThat(pages.show(village.director, number).of().recovered()).isEqualTo(lost(1_000_000, 0, 0));
    }

    @Test
    void theTablesHoldTheArithmetic() {
        var number = open(TWELVE);
        recover(number, lost(1_000_000, 0, 0));
        String next = """
                insert into supervision.loss_case_step (case_id, seq, point_id, kind, booked_on, happened_on, principal, interest,
                       deposit, principal_left, interest_left, deposit_left, before_seq, before_kind, before_day, before_principal,
                       before_interest, before_deposit, evidence, human, submission)
                select case_id, %1$s, point_id, '%2$s', booked_on, happened_on, %3$s, 0, 0, %4$s, interest_left, deposit_left, seq,
                       kind, booked_on, %5$s, interest_left, deposit_left, 'PT 12', human, gen_random_uuid()
                  from supervision.loss_case_step where case_id = %6$s and seq = 2
                """;

        broken(
                "loss_case_step_sums",
                next.formatted("3", "RECOVERED", "1", "principal_left", "principal_left", number));
        broken(
                "loss_case_step_follows",
                next.formatted("3", "RECOVERED", "1", "principal_left", "principal_left + 1", number));
        broken(
                "loss_case_step_next",
                next.formatted("4", "RECOVERED", "1", "principal_left - 1", "principal_left", number));
        broken("loss_case_step_closed", next.formatted("3", "CLOSED", "0", "principal_left", "principal_left", number));
        broken(
                "loss_case_step_not_above",
                next.formatted("3", "RECOVERED", "principal_left + 1", "-1", "principal_left", number));
    }

    private long ask(Facts wanted) {
        return beans.getBean(RequestChange.class)
                .run(officer(), new Proposal(UUID.randomUUID(), OpenCase.NAME, code + "-T1", wanted, reason()));
    }

    private static Basis reason() {
        return new Basis("theo biên bản làm việc", null, null);
    }

    private void approve(Actor checker, long request) {
        beans.getBean(DecideChange.class).approve(checker, UUID.randomUUID(), request);
    }

    private static Facts wanted(Lost lost, String loans) {
        return wanted(lost, loans, "Biên bản số 7", TODAY);
    }

    private static Facts wanted(Lost lost, String loans, String note, LocalDate detected) {
        var facts = Facts.none()
                .word("kind", "lossKind.MISAPPROPRIATED")
                .word("suspect", "lossSuspect.GROUP_HEAD")
                .word("source", "lossSource.RECONCILIATION")
                .text("note", note)
                .date("detected", detected)
                .text("loans", loans);
        return OpenCase.facts(facts, lost);
    }

    private String open(Lost lost) {
        approve(village.director, ask(wanted(lost, code + "-1-0")));
        return Long.toString(list(TODAY, TODAY).cases().getFirst().id());
    }

    private void close(String number) {
        var wanted = OpenCase.facts(Facts.none(), Lost.NOTHING).text("outcome", "Đã thay tổ trưởng");
        long request = beans.getBean(RequestChange.class)
                .run(officer(), new Proposal(UUID.randomUUID(), CloseCase.NAME, number, wanted, reason()));
        approve(village.director, request);
    }

    private CasePages.Listed list(LocalDate from, LocalDate until) {
        return pages.list(village.director, from, until);
    }

    private void recover(String number, Lost amounts) {
        var day = LocalDate.of(2026, 6, 7);
        recover.run(officer(), UUID.randomUUID(), number, new RecoverMoney.Recovery(day, amounts), "PT 12");
    }

    private void recover(String number, LocalDate day, String evidence) {
        var recovery = new RecoverMoney.Recovery(day, lost(1, 0, 0));
        recover.run(officer(), UUID.randomUUID(), number, recovery, evidence);
    }

    private static Lost lost(long principal, long interest, long deposit) {
        return new Lost(new Dong(principal), new Dong(interest), new Dong(deposit));
    }

    private void setDay(LocalDate day) {
        owner.sql("update organisation.business_day set day = :day where office_id = :office")
                .param("day", day)
                .param("office", village.office)
                .update();
    }

    private void broken(String constraint, String sql) {
        assertThatThrownBy(() -> owner.sql(sql).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining(constraint);
    }

    private Actor officer() {
        long id = village.point * 100 + 4;
        var scope = Scope.of(village.direct, village.point).narrowedTo(Narrowing.NONE);
        return new Actor(id, id, "nguoi-4", "Người 4", Role.CREDIT_OFFICER, village.office, scope);
    }

    private static void refused(Refusal refusal, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
