package org.dongvon.group.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dongvon.group.change.GroupRequests.minutes;
import static org.dongvon.group.change.GroupRequests.refused;

import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.group.GroupRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.Facts;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A group is founded by households of one hamlet or the next, and approved by the commune. */
@PostgresTest
class FoundGroupDbTest {

    private final ApplicationContext beans;
    private final OwnerDb owner;

    private static int villages;

    private Village village;
    private String code;
    private GroupRequests requests;
    private Founders founders;

    FoundGroupDbTest(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
    }

    @BeforeEach
    void aGroupThatIsThere() {
        villages++;
        code = "FND" + villages;
        village = Village.in(beans, code);
        requests = new GroupRequests(beans, village, code);
        founders = new Founders(beans, village, code, requests);
        village.group(1, 6, "HONGHEO", 10_000_000, Village.FIRST_DAY);
    }

    /** 1.4, 1.5: the association prepares the formation, though it sees no household of no group. */
    @Test
    void anAssociationFoundsItsGroupsByCodesAndLearnsNoNames() {
        founders.register(5, "khu 1");
        var women = requests.association("HPN");
        refused(GroupRefusal.NOT_YOUR_ASSOCIATION, () -> founders.found(women, 5, "HND"));
        assertThat(seen(women)).isEqualTo(6);

        long request = founders.found(women, 5, "HPN");
        var kind = beans.getBean(FoundGroup.class);
        var subject = owner.sql("select subject from shared.change_request where id = :id")
                .param("id", request)
                .query((row, n) -> row.getString(1))
                .single();
        assertThat(transactions().<List<Long>>read(women, () -> kind.people(subject)))
                .isEmpty();
        assertThat(transactions().<List<Long>>read(requests.commune(), () -> kind.people(subject)))
                .hasSize(5);
        requests.approve(requests.commune(), request);

        assertThat(transactions().<List<Long>>read(women, () -> kind.people(subject)))
                .hasSize(5);
        assertThat(seen(women)).isEqualTo(11);
        var farmers = requests.association("HND");
        refused(GroupRefusal.UNKNOWN_HOUSEHOLD_OF_GROUP, () -> founders.found(farmers, 5, "HND"));
        assertThat(seen(farmers)).isZero();
    }

    @Test
    void anAssociationAdmitsHouseholdsToItsGroups() {
        founders.register(5, "khu 1");
        var joining = minutes(Facts.none().text("households", code + "-N0").dong("saving", new Dong(50_000)), 6, 6);
        refused(GroupRefusal.UNKNOWN_GROUP, () -> requests.ask(requests.association("HND"), "admission", 1, joining));

        requests.approve(village.director, requests.ask(requests.association("HPN"), "admission", 1, joining));
        assertThat(owner.sql(
                                "select count(*) from \"group\".member m join household.household h on h.id = m.household_id"
                                        + " where h.code = :code")
                        .param("code", code + "-N0")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private Transactions transactions() {
        return beans.getBean(Transactions.class);
    }

    /** How many households of the point a person sees. */
    private long seen(Actor who) {
        return transactions()
                .<Long>read(
                        who,
                        () -> beans.getBean(JdbcClient.class)
                                .sql("select count(*) from household.household where point_id = :point")
                                .param("point", village.point)
                                .query((row, n) -> row.getLong(1))
                                .single());
    }

    @Test
    void theCommuneApprovesAGroupOfFiveOfOneHamletOrTheNext() {
        founders.register(5, "khu 1");
        refused(GroupRefusal.GROUP_TOO_SMALL, () -> founders.found(4));
        refused(GroupRefusal.HAMLET_NOT_ADJACENT, () -> founders.found(6));
        requests.approve(
                requests.commune(), requests.ask("hamlets", 1, Facts.none().text("neighbour", "khu 9")));

        requests.approve(requests.commune(), founders.found(6));
        assertThat(owner.sql(
                                "select string_agg(coalesce(office_held, '-'), ' ' order by ordinal) from \"group\".member m"
                                        + " join \"group\".credit_group g on g.id = m.group_id where g.code = :code")
                        .param("code", code + "-T9")
                        .query(String.class)
                        .single())
                .isEqualTo("HEAD DEPUTY - - - -");
        refused(GroupRefusal.GROUP_CODE_TAKEN, () -> founders.found(5));
        refused(
                GroupRefusal.HOUSEHOLD_IN_A_GROUP,
                () -> requests.ask(
                        "admission",
                        1,
                        minutes(Facts.none().text("households", code + "-N0").dong("saving", new Dong(50_000)), 6, 6)));
    }
}
