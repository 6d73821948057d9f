package org.dongvon.group.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dongvon.group.change.GroupRequests.minutes;
import static org.dongvon.group.change.GroupRequests.refused;

import java.time.LocalDate;
import java.util.ArrayList;
import org.dongvon.engine.money.Dong;
import org.dongvon.group.GroupRefusal;
import org.dongvon.household.Households;
import org.dongvon.household.IdentityNumber;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
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
        village.group(1, 6, "HONGHEO", 10_000_000, Village.FIRST_DAY);
    }

    @Test
    void theCommuneApprovesAGroupOfFiveOfOneHamletOrTheNext() {
        households(5, "khu 1");
        refused(GroupRefusal.GROUP_TOO_SMALL, () -> found(4));
        refused(GroupRefusal.HAMLET_NOT_ADJACENT, () -> found(6));
        requests.approve(
                requests.commune(), requests.ask("hamlets", 1, Facts.none().text("neighbour", "khu 9")));

        requests.approve(requests.commune(), found(6));
        assertThat(owner.sql(
                                "select string_agg(coalesce(office_held, '-'), ' ' order by ordinal) from \"group\".member m"
                                        + " join \"group\".credit_group g on g.id = m.group_id where g.code = :code")
                        .param("code", code + "-T9")
                        .query(String.class)
                        .single())
                .isEqualTo("HEAD DEPUTY - - - -");
        refused(GroupRefusal.GROUP_CODE_TAKEN, () -> found(5));
        refused(
                GroupRefusal.HOUSEHOLD_IN_A_GROUP,
                () -> requests.ask(
                        "admission",
                        1,
                        minutes(Facts.none().text("households", code + "-N0").dong("saving", new Dong(50_000)), 6, 6)));
    }

    /** Households of one hamlet, and one more of another. */
    private void households(int number, String hamlet) {
        var all = new ArrayList<Households.NewHousehold>();
        for (int i = 0; i <= number; i++) {
            all.add(new Households.NewHousehold(
                    code + "-N" + i,
                    i < number ? hamlet : "khu 9",
                    new Households.NewPerson(
                            "Lê Thị " + i,
                            LocalDate.of(1985, 1, 1),
                            Households.Sex.F,
                            new IdentityNumber("0009%02d%06d".formatted(villages, i)))));
        }
        beans.getBean(Transactions.class)
                .write(Actor.SYSTEM, () -> beans.getBean(Households.class).register(village.point, all));
    }

    private long found(int households) {
        var codes = new ArrayList<String>();
        for (int i = 0; i < households; i++) {
            codes.add(code + "-N" + i);
        }
        var wanted = minutes(
                Facts.none()
                        .text("point", code + "-01")
                        .text("code", code + "-T9")
                        .text("title", "Tổ 9")
                        .text("hamlet", "khu 1")
                        .word("association", "group-change.association.HPN")
                        .text("households", String.join(" ", codes))
                        .dong("saving", new Dong(50_000))
                        .count("meets", 1),
                households,
                households);
        return requests.found(wanted);
    }
}
