package org.dongvon.group.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dongvon.group.change.GroupRequests.minutes;
import static org.dongvon.group.change.GroupRequests.refused;

import org.dongvon.engine.money.Dong;
import org.dongvon.group.GroupRefusal;
import org.dongvon.shared.change.Facts;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

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
