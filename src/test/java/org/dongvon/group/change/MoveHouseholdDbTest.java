package org.dongvon.group.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dongvon.group.change.GroupRequests.minutes;
import static org.dongvon.group.change.GroupRequests.refused;

import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.group.GroupRefusal;
import org.dongvon.household.Residences;
import org.dongvon.household.Residences.Move;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.Verification;
import org.dongvon.shared.change.ChangeRefusal;
import org.dongvon.shared.change.Facts;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Households of khu 1, some in a group there; khu 2 is next to it, khu 3 is not; docs/domain/groups.md. */
@PostgresTest
class MoveHouseholdDbTest {

    private final ApplicationContext beans;
    private final OwnerDb owner;

    private static int villages;

    private Village village;
    private String code;
    private GroupRequests requests;
    private Village.GroupOfLoans first;

    MoveHouseholdDbTest(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
    }

    @BeforeEach
    void hamlets() {
        villages++;
        code = "MVH" + villages;
        village = Village.in(beans, code);
        requests = new GroupRequests(beans, village, code);
        first = village.group(1, 6, "HONGHEO", 10_000_000, Village.FIRST_DAY);
        village.group(3, 6, "HONGHEO", 10_000_000, Village.FIRST_DAY);
        owner.sql("update \"group\".credit_group set hamlet = 'khu 3' where code = :code")
                .param("code", code + "-T3")
                .update();
        requests.approve(
                requests.commune(), requests.ask("hamlets", 1, Facts.none().text("neighbour", "khu 2")));
        village.payOut(village.openSession(900_000_000), first);
    }

    @Test
    void aHouseholdMovesNextDoorAndItsGroupStays() {
        refused(ChangeRefusal.CHANGES_NOTHING, () -> requests.move(household(0), "khu 1"));
        refused(GroupRefusal.HAMLET_NOT_OF_POINT, () -> requests.move(household(0), "khu 4"));
        refused(GroupRefusal.GROUP_TOO_FAR, () -> requests.move(household(0), "khu 3"));

        long request = requests.move(household(0), "khu 2");
        assertThat(hamlet(0)).isEqualTo("khu 1");
        requests.approve(village.director, request);

        assertThat(hamlet(0)).isEqualTo("khu 2");
        assertThat(on(0, "2024-04-17")).isEqualTo("khu 1");
        assertThat(on(0, "2024-04-18")).isEqualTo("khu 2");
        assertThat(moves(0)).containsExactly(new Move(Village.FIRST_DAY, "khu 1", "khu 2"));
        assertThat(group(0)).isEqualTo(code + "-T1");
        assertThat(owner.sql("select search_words from household.household where code = :code")
                        .param("code", household(0))
                        .query((row, n) -> row.getString(1))
                        .single())
                .contains("khu 2");

        requests.approve(village.director, requests.move(household(0), "khu 1"));
        assertThat(hamlet(0)).isEqualTo("khu 1");
        assertThat(moves(0)).hasSize(2);
        assertHolds();
    }

    @Test
    void preparesBothPersonsWithWhatFollows() {
        var kind = beans.getBean(MoveHousehold.class);
        var seen = beans.getBean(Transactions.class)
                .<Facts>read(
                        requests.commune(),
                        () -> kind.preview(
                                requests.commune(), household(0), Facts.none().text("hamlet", "khu 2")));

        assertThat(seen.textOf("group")).isEqualTo(code + "-T1");
        assertThat(seen.countOf("loans")).isEqualTo(1);
        assertThat(seen.dongOf("owed")).isEqualTo(new Dong(10_000_000));
    }

    @Test
    void furtherOffTheMemberIsTransferredAndBothHoldFromOneDay() {
        var into = Facts.none().text("member", person(1)).text("into", code + "-T3");
        refused(GroupRefusal.HAMLET_NOT_ADJACENT, () -> requests.ask("transfer", 1, minutes(into, 6, 6)));
        refused(
                GroupRefusal.HAMLET_NOT_OF_POINT,
                () -> requests.ask("transfer", 1, minutes(into.text("moved", "khu 4"), 6, 6)));
        refused(
                GroupRefusal.HAMLET_NOT_ADJACENT,
                () -> requests.ask("transfer", 1, minutes(into.text("moved", "khu 2"), 6, 6)));
        refused(
                GroupRefusal.HOUSEHOLD_LIVES_THERE,
                () -> requests.ask("transfer", 1, minutes(into.text("moved", "khu 1"), 6, 6)));

        requests.approve(village.director, requests.ask("transfer", 1, minutes(into.text("moved", "khu 3"), 6, 6)));

        assertThat(hamlet(1)).isEqualTo("khu 3");
        assertThat(group(1)).isEqualTo(code + "-T3");
        assertThat(owner.sql(
                                "select g.code from loan.loan l join \"group\".credit_group g on g.id = l.group_id where l.id = :loan")
                        .param("loan", first.loans().get(1))
                        .query((row, n) -> row.getString(1))
                        .single())
                .isEqualTo(code + "-T3");
        assertHolds();
    }

    @Test
    void aHouseholdOfNoGroupMovesAnywhereInItsPoint() {
        new Founders(beans, village, code, requests).register(1, "khu 1");
        requests.approve(village.director, requests.move(code + "-N0", "khu 3"));
        assertThat(beans.getBean(Transactions.class)
                        .<String>read(
                                requests.commune(),
                                () -> beans.getBean(Residences.class)
                                        .get(code + "-N0")
                                        .hamlet()))
                .isEqualTo("khu 3");
    }

    @Test
    void theTablesThemselvesKeepTheOrderOfMoves() {
        requests.approve(village.director, requests.move(household(2), "khu 2"));
        var again = """
                insert into household.residence (household_id, point_id, from_on, former, hamlet, request_id)
                select household_id, point_id, from_on - %d, %s, 'khu 3', request_id from household.residence
                 where household_id = (select id from household.household where code = :code)
                """;
        assertThatThrownBy(() -> owner.sql(again.formatted(0, "'khu 1'"))
                        .param("code", household(2))
                        .update())
                .hasMessageContaining("moves from the hamlet it lives in");
        assertThatThrownBy(() -> owner.sql(again.formatted(1, "'khu 2'"))
                        .param("code", household(2))
                        .update())
                .hasMessageContaining("moves from the hamlet it lives in");
        assertThatThrownBy(() -> owner.sql("update household.residence set hamlet = 'khu 5'")
                        .update())
                .hasMessageContaining("residence");
    }

    private String household(int member) {
        return code + "-H1-" + member;
    }

    private String person(int member) {
        return owner.sql("select person_id::text from \"group\".member where id = :id")
                .param("id", first.members().get(member))
                .query((row, n) -> row.getString(1))
                .single();
    }

    private String hamlet(int member) {
        return owner.sql("select hamlet from household.household where code = :code")
                .param("code", household(member))
                .query((row, n) -> row.getString(1))
                .single();
    }

    private String on(int member, String day) {
        return owner.sql(
                        "select household.hamlet_on(id, cast(:day as date)) from household.household where code = :code")
                .param("day", day)
                .param("code", household(member))
                .query((row, n) -> row.getString(1))
                .single();
    }

    private List<Move> moves(int member) {
        return beans.getBean(Transactions.class).<List<Move>>read(requests.commune(), () -> {
            var residences = beans.getBean(Residences.class);
            return residences.moves(residences.get(household(member)).id());
        });
    }

    private String group(int member) {
        return owner.sql(
                        "select g.code from \"group\".member m join \"group\".credit_group g on g.id = m.group_id where m.id = :id")
                .param("id", first.members().get(member))
                .query((row, n) -> row.getString(1))
                .single();
    }

    private void assertHolds() {
        assertThat(beans.getBean(Verification.class).run(Actor.SYSTEM, each -> {}))
                .filteredOn(check -> !check.holds())
                .isEmpty();
    }
}
