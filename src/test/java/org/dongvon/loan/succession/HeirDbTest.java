package org.dongvon.loan.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Verification;
import org.dongvon.shared.change.ChangeRefusal;
import org.dongvon.support.Heirs;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.Village.GroupOfLoans;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Who may take whose debt over, and what goes along: docs/domain/succession.md. */
@PostgresTest
class HeirDbTest {

    private static final LocalDate SECOND = LocalDate.of(2024, 5, 18);

    private final ApplicationContext beans;
    private final OwnerDb owner;

    HeirDbTest(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
    }

    @Test
    void aChildTakesOverAndWhatIsPaidFromThenOnIsOfTheChild() {
        var village = Village.in(beans, "HEIR");
        var heirs = new Heirs(beans, village);
        var first = VillageDay.open(beans, village);
        var group = first.lend(1, 5, "HONGHEO");
        first.save(group, 0, 120_000);
        var again = first.lendAgain(group, 1, "NUOCSACH", 0);
        long loan = group.loans().getFirst();
        var household = heirs.household(loan);
        long heir = heirs.child(loan, "Nguyễn Văn Kế");
        refused(
                SuccessionRefusal.SUCCESSION_WITHOUT_DELEGATION,
                () -> heirs.ask(loan, heir, household, true),
                () -> heirs.dies(loan));
        heirs.delegates(heir);
        refused(SuccessionRefusal.SUCCESSION_MONEY_WITH_HEAD, () -> heirs.ask(loan, heir, household, false));
        first.end();
        refused(SuccessionRefusal.SUCCESSION_MOVED_TODAY, () -> heirs.ask(loan, heir, household, false));
        VillageDay.close(beans, village, SECOND.minusDays(1));
        refused(SuccessionRefusal.SUCCESSION_DEPOSIT_STAYS, () -> heirs.ask(loan, heir, household, true));
        refused(SuccessionRefusal.SUCCESSION_UNKNOWN_HOUSEHOLD, () -> heirs.ask(loan, heir, "KHONGCO", false));
        refused(SuccessionRefusal.SUCCESSION_ANOTHER_DELEGATE, () -> heirs.ask(loan, heir + 1, household, false));

        long asked = heirs.ask(loan, heir, household, false);
        long twin = heirs.ask(loan, heir, household, false);
        assertThat(borrower(loan)).isNotEqualTo(heir);
        heirs.approve(asked);
        refused(ChangeRefusal.CHANGE_STALE, () -> heirs.approve(twin));
        assertThat(borrower(loan)).isEqualTo(heir);
        assertThat(membersOf(group))
                .as("the predecessor still owes the other loan")
                .isEqualTo(6);
        assertThat(saved(again.members().getFirst())).isEqualTo(120_000);
        heirs.approve(heirs.ask(again.loans().getFirst(), heir, household, true));
        assertThat(membersOf(group))
                .as("interest of the predecessor's savings is not credited yet: it is paid before they leave")
                .isEqualTo(6);
        assertThat(saved(again.members().getFirst())).isZero();
        long member = member(loan);
        assertThat(saved(member)).isEqualTo(120_000);
        assertThat(member(again.loans().getFirst())).isEqualTo(member);
        assertHolds();

        paysAndIsCountedOnce(village, group, member, loan);
    }

    private void paysAndIsCountedOnce(Village village, GroupOfLoans group, long member, long loan) {
        var second = VillageDay.open(beans, village);
        second.repay(new GroupOfLoans(group.id(), List.of(member), List.of(loan)), 0, 50_000_000);
        second.end();
        VillageDay.close(beans, village, SECOND);
        assertHolds();
        assertThat(owner.sql("select borrowers || ' ' || households || ' ' || loans from position.headcount"
                                + " where point_id = :point and dimension = 'ALL' and valid_to = 'infinity'")
                        .param("point", village.point)
                        .query(String.class)
                        .single())
                .isEqualTo("5 5 5");
    }

    @Test
    void anotherHouseholdTakesTheDebtWithinItsLimits() {
        var village = Village.in(beans, "TAKER");
        var heirs = new Heirs(beans, village);
        var first = VillageDay.open(beans, village);
        var group = first.lend(1, 3, "CANNGHEO", 60_000_000);
        var other = first.lend(2, 1, "HONGHEO", 60_000_000);
        var poor = first.lend(3, 2, "CANNGHEO", 40_000_000);
        first.end();
        VillageDay.close(beans, village, SECOND.minusDays(1));
        long loan = group.loans().get(0);
        refused(
                SuccessionRefusal.SUCCESSION_BORROWER_IS_THERE,
                () -> heirs.ask(
                        loan,
                        delegate(heirs, group.loans().get(1)),
                        heirs.household(group.loans().get(1)),
                        false));
        heirs.dies(loan);
        long rich = borrower(group.loans().get(1));
        refused(
                SuccessionRefusal.SUCCESSION_ABOVE_CAP,
                () -> heirs.ask(loan, rich, heirs.household(group.loans().get(1)), false));
        long excluded = delegate(heirs, other.loans().getFirst());
        refused(
                SuccessionRefusal.SUCCESSION_PROGRAMMES_EXCLUDE,
                () -> heirs.ask(loan, excluded, heirs.household(other.loans().getFirst()), false));
        long stranger = heirs.child(poor.loans().get(1), "Nguyễn Văn Lạ");
        heirs.delegates(stranger);
        refused(
                SuccessionRefusal.SUCCESSION_NOT_A_MEMBER,
                () -> heirs.ask(loan, stranger, heirs.household(poor.loans().get(1)), false));
        long taker = delegate(heirs, poor.loans().getFirst());

        heirs.approve(heirs.ask(loan, taker, heirs.household(poor.loans().getFirst()), false));

        assertThat(borrower(loan)).isEqualTo(taker);
        assertThat(member(loan)).isEqualTo(poor.members().getFirst());
        assertThat(membersOf(group)).as("nothing keeps the predecessor").isEqualTo(2);
        assertThat(owner.sql("select group_id from loan.loan where id = " + loan)
                        .query(Long.class)
                        .single())
                .isEqualTo(poor.id());
        assertHolds();
        VillageDay.close(beans, village, SECOND);
        assertHolds();
    }

    private long delegate(Heirs heirs, long loan) {
        long person = borrower(loan);
        heirs.delegates(person);
        return person;
    }

    private long borrower(long loan) {
        return owner.sql("select borrower_id from loan.loan where id = " + loan)
                .query(Long.class)
                .single();
    }

    private long member(long loan) {
        return owner.sql("select member_id from loan.loan where id = " + loan)
                .query(Long.class)
                .single();
    }

    private long saved(long member) {
        return owner.sql("select balance from savings.account where member_id = " + member)
                .query(Long.class)
                .single();
    }

    private long membersOf(GroupOfLoans group) {
        return owner.sql("select count(*) from \"group\".member where left_on is null and group_id = " + group.id())
                .query(Long.class)
                .single();
    }

    private static void refused(Refusal why, Runnable work, Runnable... before) {
        List.of(before).forEach(Runnable::run);
        assertThatThrownBy(work::run)
                .isInstanceOf(Refused.class)
                .extracting(each -> ((Refused) each).refusal())
                .isEqualTo(why);
    }

    private void assertHolds() {
        assertThat(beans.getBean(Verification.class).run(Actor.SYSTEM, each -> {}))
                .filteredOn(check -> !check.holds())
                .isEmpty();
    }
}
