package org.dongvon.supervision.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.Verification;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.dongvon.shared.text.Language;
import org.dongvon.supervision.classification.ClassifyDebt.Judged;
import org.dongvon.supervision.classification.ClassifyDebt.Noted;
import org.dongvon.supervision.classification.DebtSums.Sum;
import org.dongvon.support.Golden;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;

/** Five debts of one group, each with one instalment overdue since 15/03/2027; docs/domain/debt-classification.md. */
@PostgresTest
class DebtClassificationDbTest {

    private static final LocalDate LENT = LocalDate.of(2026, 3, 15);
    private static final LocalDate DUE = LocalDate.of(2027, 3, 15);
    private static final LocalDate TAKEN = LocalDate.of(2027, 4, 16);

    private final ApplicationContext beans;
    private final OwnerDb owner;
    private final TakeDebts take;
    private final ClassifyDebt classify;
    private final SignDebts sign;
    private final DebtPages pages;

    private Village village;
    private Village.GroupOfLoans group;

    DebtClassificationDbTest(ApplicationContext beans, OwnerDb owner, ClassifyDebt classify, DebtPages pages) {
        this.beans = beans;
        this.owner = owner;
        this.take = beans.getBean(TakeDebts.class);
        this.classify = classify;
        this.sign = beans.getBean(SignDebts.class);
        this.pages = pages;
    }

    @Test
    void aYearIsTakenClassifiedSignedClosedAndFollowed() {
        taken();
        classified();
        signedAndClosed();
        followed();
        theTablesHoldIt();
    }

    @BeforeEach
    void overdue() {
        village = Village.in(beans, "PLN", LENT, 15);
        var day = VillageDay.open(beans, village);
        group = day.lend(1, 5, "CANNGHEO", 100_000_000);
        day.end();
        VillageDay.close(beans, village, LENT);
        setDay(DUE);
        refused(DebtRefusal.DEBTS_NONE, () -> take.run(officer(), UUID.randomUUID()));
        VillageDay.close(beans, village, DUE);
        setDay(TAKEN);
    }

    private void taken() {
        refused(SharedRefusal.ROLE_MAY_NOT, () -> take.run(village.teller, UUID.randomUUID()));
        refused(DebtRefusal.UNKNOWN_DEBT, () -> pages.debt(officer(), loan(0)));
        var key = UUID.randomUUID();
        assertThat(take.run(officer(), key)).isEqualTo(5);
        assertThat(take.run(officer(), key)).as("the same again").isEqualTo(5);
        refused(DebtRefusal.DEBTS_TAKEN_ALREADY, () -> take.run(officer(), UUID.randomUUID()));
    }

    private void classified() {
        judge(association(1), 0, "FULLY", "DISASTER");
        judge(association(1), 0, "NOT_AT_ALL", "DEATH");
        judge(officer(), 1, "NOT_AT_ALL", "ABSCONDED");
        judge(officer(), 2, "PARTLY", "ABSCONDED");
        judge(officer(), 3, "FULLY", "DISASTER");
        refused(DebtRefusal.DEBT_CLASS_UNKNOWN, () -> judge(officer(), 4, "GROUP_5", "DEATH"));
        refused(DebtRefusal.DEBT_CAUSE_UNKNOWN, () -> judge(officer(), 4, "FULLY", "WEATHER"));
        refused(DebtRefusal.DEBT_TEXT_LENGTH, () -> judge(officer(), 4, "FULLY", "DEATH", " x "));
        refused(SharedRefusal.ROLE_MAY_NOT, () -> judge(village.teller, 4, "FULLY", "DEATH"));
        refused(DebtRefusal.DEBT_NOT_CLOSED, () -> follow("ASKED", TAKEN));

        var sums = pages.year(officer(), 2027).sums();
        for (var row : Golden.rows("debt-classification/sums")) {
            var rows = row.text("what").equals("ability") ? sums.byAbility() : sums.byCause();
            var found = find(rows, row.text("name")).parts();
            var amounts = row.text("what").equals("unrecoverable") ? found.lost() : found.all();
            assertThat(amounts.debts()).as("%s", row).isEqualTo(row.number("debts"));
            assertThat(amounts.principal()).as("%s", row).isEqualTo(row.dong("principal"));
            assertThat(amounts.overdue()).as("%s", row).isEqualTo(row.dong("overdue"));
            assertThat(amounts.interest()).as("%s", row).isEqualTo(row.dong("interest"));
        }
        assertThat(sums.total().all().debts()).isEqualTo(5);
        assertThat(sums.byPoint())
                .singleElement()
                .satisfies(each -> assertThat(each.closed()).isFalse());
    }

    private static Sum find(List<Sum> rows, String name) {
        return rows.stream()
                .filter(each -> name.equals(each.key() == null ? "none" : each.key()))
                .findFirst()
                .orElseThrow();
    }

    private void signedAndClosed() {
        refused(DebtRefusal.DEBTS_NOT_CLASSIFIED, () -> signGroup(head()));
        refused(DebtRefusal.DEBTS_NOT_CLASSIFIED, this::close);
        judge(officer(), 4, "FULLY", "DISASTER");
        refused(SharedRefusal.ROLE_MAY_NOT, () -> signGroup(officer()));
        refused(DebtRefusal.DEBTS_CLASSIFIED_BY_SIGNER, () -> signGroup(association(1)));
        refused(
                DebtRefusal.DEBT_GROUPS_NOT_SIGNED,
                () -> sign.ofCommune(commune(), UUID.randomUUID(), "2027", point()));
        signGroup(association(2));
        refused(DebtRefusal.DEBTS_SIGNED_ALREADY, () -> signGroup(head()));
        refused(DebtRefusal.DEBT_SIGNED, () -> judge(officer(), 4, "PARTLY", "DISASTER"));
        refused(DebtRefusal.DEBT_COMMUNE_NOT_SIGNED, this::close);
        sign.ofCommune(commune(), UUID.randomUUID(), "2027", point());
        refused(DebtRefusal.DEBTS_SIGNED_ALREADY, () -> sign.ofCommune(commune(), UUID.randomUUID(), "2027", point()));
        close();
        refused(DebtRefusal.DEBTS_SIGNED_ALREADY, this::close);
        assertThat(pages.year(officer(), 2027).sums().byPoint())
                .allSatisfy(each -> assertThat(each.closed()).isTrue());
    }

    private void followed() {
        refused(DebtRefusal.DEBT_DAY_AHEAD, () -> follow("ASKED", TAKEN.plusDays(1)));
        refused(DebtRefusal.DEBT_DAY_BEFORE_ROUND, () -> follow("ASKED", TAKEN.minusDays(1)));
        refused(DebtRefusal.DEBT_MEASURE_UNKNOWN, () -> follow("PRAYED", TAKEN));
        follow("ASKED", TAKEN);
        var view = pages.debt(officer(), loan(1));
        assertThat(view.of().followedOn()).isEqualTo(TAKEN);
        assertThat(view.lines()).hasSize(2);

        var sheets = beans.getBean(DebtSheets.class).of(Language.VI, pages.file(officer(), 2027, point()));
        assertThat(sheets).hasSize(5);
        assertThat(sheets)
                .allSatisfy(sheet -> assertThat(sheet.rows())
                        .isNotEmpty()
                        .allSatisfy(row -> assertThat(row.cells()).hasSameSizeAs(sheet.columns())));
    }

    private void theTablesHoldIt() {
        assertThat(beans.getBean(Verification.class).run(village.director, each -> {}))
                .filteredOn(each -> each.name().equals("supervision.signed-debts"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.checked()).as("group, commune and bank").isEqualTo(3);
                    assertThat(each.holds()).isTrue();
                });
        broken("is signed", "CLASSIFIED", "'FULLY', 'DEATH', null");
        broken("debt_step_order", "FOLLOWED", "null, null, 'ASKED'", "null, null, 1");
    }

    private void broken(String constraint, String kind, String what) {
        broken(constraint, kind, what, "1, 'CLASSIFIED', 2");
    }

    private void broken(String constraint, String kind, String what, String after) {
        assertThatThrownBy(() -> owner.sql("""
                        insert into supervision.debt_step (round_id, loan_id, point_id, kind, ability, cause, measure, before_seq,
                               before_kind, seq, note, happened_on, booked_on, human, role, submission)
                        select round_id, loan_id, point_id, '%s', %s, %s, 'Biên bản', taken_on, taken_on, 1, 'CREDIT_OFFICER',
                               gen_random_uuid()
                          from supervision.v_debt where loan_id = :loan
                        """.formatted(kind, what, after))
                        .param("loan", group.loans().get(4))
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining(constraint);
    }

    private void judge(Actor actor, int member, String ability, String cause) {
        judge(actor, member, ability, cause, "Xác nhận của xã số 12");
    }

    private void judge(Actor actor, int member, String ability, String cause, String evidence) {
        classify.classify(actor, UUID.randomUUID(), loan(member), new Judged(ability, cause, evidence));
    }

    private void follow(String measure, LocalDate day) {
        classify.follow(officer(), UUID.randomUUID(), loan(1), new Noted(measure, day, "Đã gặp người thân."));
    }

    private void signGroup(Actor actor) {
        sign.ofGroup(actor, UUID.randomUUID(), "2027", point(), village.code + "-T1");
    }

    private void close() {
        var wanted = Facts.none().text("minutes", "Biên bản số 7 ngày 16/04/2027");
        long request = beans.getBean(RequestChange.class)
                .run(
                        officer(),
                        new Proposal(
                                UUID.randomUUID(),
                                CloseDebts.NAME,
                                "2027:" + point(),
                                wanted,
                                new Basis("theo biên bản của xã", null, null)));
        beans.getBean(DecideChange.class).approve(village.director, UUID.randomUUID(), request);
    }

    private String loan(int member) {
        return village.code + "-1-" + member;
    }

    private String point() {
        return village.code + "-01";
    }

    private Actor officer() {
        return as(Role.CREDIT_OFFICER, 41);
    }

    private Actor head() {
        return as(Role.GROUP_HEAD, 42);
    }

    private Actor commune() {
        return as(Role.COMMUNE_OFFICIAL, 43);
    }

    private Actor association(int number) {
        return as(Role.ASSOCIATION_STAFF, 50 + number);
    }

    private Actor as(Role role, int number) {
        long id = village.point * 100 + number;
        return new Actor(
                id,
                id,
                "nguoi-" + number,
                "Người " + number,
                role,
                village.office,
                Scope.of(village.direct, village.point));
    }

    private void setDay(LocalDate day) {
        owner.sql("update organisation.business_day set day = :day where office_id = :office")
                .param("day", day)
                .param("office", village.office)
                .update();
    }

    private static void refused(Refusal refusal, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
