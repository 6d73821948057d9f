package org.dongvon.supervision.usecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.engine.money.Dong;
import org.dongvon.group.GroupRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Loans of 30 million paid out on 18/05/2026, checked in June; docs/domain/work-lists.md. */
@PostgresTest
class UseCheckDbTest {

    private static final LocalDate PAID_OUT = LocalDate.of(2026, 5, 18);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 7);

    private static int villages;

    private final ApplicationContext beans;
    private final EnterUseChecks enter;
    private final FollowWrongUse follow;
    private final UsePages pages;
    private final OwnerDb owner;

    private Village village;
    private String code;

    UseCheckDbTest(
            ApplicationContext beans, EnterUseChecks enter, FollowWrongUse follow, UsePages pages, OwnerDb owner) {
        this.beans = beans;
        this.enter = enter;
        this.follow = follow;
        this.pages = pages;
        this.owner = owner;
    }

    @BeforeEach
    void loans() {
        villages++;
        code = "USE" + villages;
        village = Village.in(beans, code, PAID_OUT, 18);
        long session = village.openSession(900_000_000);
        var group = village.group(1, 3, "HONGHEO", 30_000_000, PAID_OUT);
        village.payOut(session, group);
        owner.sql("update organisation.business_day set day = :day where office_id = :office")
                .param("day", TODAY)
                .param("office", village.office)
                .update();
    }

    @Test
    void theAssociationEntersSeveralLoansAtOnceAndTheRestWaits() {
        assertThat(view().rows()).hasSize(3).extracting(UsePages.Row::lastDay).containsOnly(LocalDate.of(2026, 6, 17));

        long sheet = enter(TODAY, right(0), wrong(1, 10_000_000));

        assertThat(view().rows()).extracting(row -> row.loan().code()).containsExactly(code + "-1-2");
        assertThat(view().others()).isEqualTo(2);
        var shown = pages.sheet(association(), code + "-T1", Long.toString(sheet));
        assertThat(shown.lines())
                .extracting(line -> line.use().wrong().amount())
                .containsExactly(0L, 10_000_000L);
        assertThat(shown.lines())
                .extracting(line -> line.book().outstanding().amount())
                .containsOnly(30_000_000L);
        assertThat(pages.filled(association(), code + "-T1", Long.toString(sheet))
                        .file()
                        .fileName())
                .startsWith("06-td_");
        assertThat(pages.blank(association(), code + "-T1").people()).hasSize(1);
    }

    @Test
    void theSameSheetSentTwiceIsOne() {
        var key = UUID.randomUUID();
        var sheet = new Sheet(code + "-T1", TODAY, "Lương Thị Mai", "", List.of(right(0)));

        assertThat(enter.run(association(), key, sheet)).isEqualTo(enter.run(association(), key, sheet));
        assertThat(view().sheets()).hasSize(1);
    }

    @Test
    void whatCannotBeIsRefusedByName() {
        refused(UseRefusal.USE_CHECKED_AHEAD, () -> enter(TODAY.plusDays(1), right(0)));
        enter(PAID_OUT, right(0));
        refused(UseRefusal.USE_CHECKED_BEFORE_LOAN, () -> enter(PAID_OUT.minusDays(1), right(1)));
        refused(UseRefusal.USE_LOAN_NOT_OF_GROUP, () -> enter(TODAY, line("KHONGCO-1", 1, 0, "", Handling.NONE)));
        line(code + "-1-1", 30_000_000, 0, "", Handling.NONE);
        refused(
                UseRefusal.USE_MORE_THAN_LENT,
                () -> enter(TODAY, line(code + "-1-1", 30_000_001, 0, "", Handling.NONE)));
        refused(UseRefusal.USE_CAUSE_MISSING, () -> line(code + "-1-1", 0, 1, "Vì", Handling.RECALL));
        refused(UseRefusal.USE_HANDLING_MISSING, () -> line(code + "-1-1", 0, 1, "Cho vay lại", Handling.NONE));
        refused(UseRefusal.USE_HANDLING_WITHOUT_WRONG, () -> line(code + "-1-1", 1, 0, "", Handling.RECALL));
        refused(UseRefusal.USE_NOTHING_CHECKED, () -> enter(TODAY));
        refused(UseRefusal.USE_NOTHING_CHECKED, () -> enter(TODAY, right(1), right(1)));
        refused(UseRefusal.USE_CHECKERS_MISSING, () -> new Sheet(code, TODAY, " a ", "", List.of(right(1))));
        assertThat(view().sheets()).hasSize(1);
    }

    @Test
    void anotherAssociationSeesNoGroupAndTheBankEntersNothing() {
        var other = someone(3, Role.ASSOCIATION_STAFF, Narrowing.ofAssociation("HND"));
        var sheet = new Sheet(code + "-T1", TODAY, "Lương Thị Mai", "", List.of(right(0)));

        refused(GroupRefusal.UNKNOWN_GROUP, () -> enter.run(other, UUID.randomUUID(), sheet));
        refused(SharedRefusal.ROLE_MAY_NOT, () -> enter.run(officer(), UUID.randomUUID(), sheet));
    }

    @Test
    void wrongUseIsRecalledOnceAndSettled() {
        long sheet = enter(TODAY, right(0), wrong(1, 10_000_000));
        var of = new FollowWrongUse.OfLoan(sheet, code + "-1-1");

        refused(UseRefusal.USE_NOTHING_TO_RECALL, () -> recall(new FollowWrongUse.OfLoan(sheet, code + "-1-0"), 1));
        refused(UseRefusal.USE_RECALL_ABOVE_OUTSTANDING, () -> recall(of, 30_000_001));
        refused(UseRefusal.USE_RECALL_ABOVE_OUTSTANDING, () -> recall(of, 0));
        refused(UseRefusal.UNKNOWN_USE_SHEET, () -> recall(new FollowWrongUse.OfLoan(sheet, "KHONGCO"), 1));
        recall(of, 10_000_000);
        refused(UseRefusal.USE_RECALLED_ALREADY, () -> recall(of, 10_000_000));

        var line = pages.sheet(officer(), code + "-T1", Long.toString(sheet))
                .lines()
                .get(1);
        assertThat(line.follow().overdueAfter()).isEqualTo(LocalDate.of(2026, 7, 7));
        assertThat(owner.sql(
                                "select count(*) from loan.movement where loan_id = (select id from loan.loan where code = :code)")
                        .param("code", code + "-1-1")
                        .query(Long.class)
                        .single())
                .as("a recall posts nothing")
                .isEqualTo(1);

        follow.settle(officer(), UUID.randomUUID(), of, "Đã trả đủ tại quầy");
        refused(
                UseRefusal.USE_SETTLED_ALREADY,
                () -> follow.settle(officer(), UUID.randomUUID(), of, "Đã trả đủ tại quầy"));
    }

    private UsePages.GroupView view() {
        return pages.group(association(), code + "-T1", false);
    }

    private void recall(FollowWrongUse.OfLoan of, long amount) {
        follow.recall(officer(), UUID.randomUUID(), of, new Dong(amount), "TB 12/TB-NHCS");
    }

    private long enter(LocalDate day, Sheet.Line... lines) {
        return enter.run(
                association(),
                UUID.randomUUID(),
                new Sheet(code + "-T1", day, "Lương Thị Mai, Bùi Thị Hạnh", "", List.of(lines)));
    }

    private Sheet.Line right(int member) {
        return line(code + "-1-" + member, 30_000_000, 0, "", Handling.NONE);
    }

    private Sheet.Line wrong(int member, long amount) {
        return line(code + "-1-" + member, 30_000_000 - amount, amount, "Cho người khác vay lại", Handling.RECALL);
    }

    private static Sheet.Line line(String loan, long right, long wrong, String cause, Handling handling) {
        return new Sheet.Line(
                loan,
                new Sheet.Balance(new Dong(30_000_000), Dong.ZERO, Dong.ZERO),
                new Sheet.Use("Nuôi bò sinh sản", new Dong(right), new Dong(wrong), true, cause),
                handling);
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
