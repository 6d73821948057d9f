package org.dongvon.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.household.Households.NewHousehold;
import org.dongvon.household.Households.NewPerson;
import org.dongvon.household.Households.Registered;
import org.dongvon.household.Households.Sex;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.Transactions;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;

@PostgresTest
class SearchPeopleDbTest {

    private static int number;

    private final ApplicationContext beans;
    private final Households households;
    private final SearchPeople search;
    private final Transactions transactions;
    private final OwnerDb owner;

    SearchPeopleDbTest(
            ApplicationContext beans,
            Households households,
            SearchPeople search,
            Transactions transactions,
            OwnerDb owner) {
        this.beans = beans;
        this.households = households;
        this.search = search;
        this.transactions = transactions;
        this.owner = owner;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Đặng Thị Hoà",
                "dang thi hoa",
                "hoa dang",
                "HOA  ĐẶNG",
                "ho dan",
                "đặng thị hòa",
                "thi",
                "Hoà, Đặng",
            })
    void findsAPersonWhateverIsTypedOfTheName(String typed) {
        var village = village();
        long hoa = register(village, "Đặng Thị Hoà");
        register(village, "Phạm Văn Hùng");

        assertThat(found(village.teller, typed)).containsExactly(hoa);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "%", "_", "hoa%", "ang", "x", "dang thi hoa mai", "'; select", "\\"})
    void findsNobodyByWhatIsNoPartOfAName(String typed) {
        var village = village();
        register(village, "Đặng Thị Mai");

        assertThat(found(village.teller, typed)).isEmpty();
    }

    @Test
    void findsNamesWithApostrophesAndHyphens() {
        var village = village();
        long bia = register(village, "H'Bia Niê K'Đăm");

        assertThat(found(village.teller, "h'bia")).containsExactly(bia);
        assertThat(found(village.teller, "kdam")).isEmpty();
        assertThat(found(village.teller, "dam nie")).containsExactly(bia);
    }

    @Test
    void neverLeaksAPersonOutOfScope() {
        var here = village();
        var there = village();
        long mine = register(here, "Lò Thị Ún");
        long theirs = register(there, "Lò Thị Ún");

        assertThat(found(here.teller, "lo thi un")).containsExactly(mine);
        assertThat(found(there.teller, "lo thi un")).containsExactly(theirs);
        assertThat(found(Actor.SYSTEM, "lo thi un")).containsExactlyInAnyOrder(mine, theirs);
        var nobody = new Actor(1, 1, "x", "x", Role.AUDITOR, 0, Scope.NONE);
        assertThat(found(nobody, "lo thi un")).isEmpty();
        assertThat(search.byName("lo thi un"))
                .as("outside of any transaction with a scope")
                .isEmpty();
    }

    @Test
    void runsForTheApplicationAloneAndNotForEveryRole() {
        assertThat(owner.sql("""
                select has_function_privilege('dongvon_app', 'household.search_people(text, integer)', 'execute')
                       and not exists (select from pg_proc p, aclexplode(p.proacl) a
                                        where p.oid = 'household.search_people(text, integer)'::regprocedure
                                          and a.grantee = 0)
                """).query(Boolean.class).single()).isTrue();
    }

    private Village village() {
        return Village.in(beans, "P" + ++number);
    }

    private List<Long> found(Actor actor, String typed) {
        return transactions.read(actor, () -> search.byName(typed));
    }

    private long register(Village village, String name) {
        var identity = new IdentityNumber("000000%06d".formatted(++number));
        var person = new NewPerson(name, LocalDate.of(1980, 1, 1), Sex.F, identity);
        return transactions
                .write(
                        Actor.SYSTEM,
                        () -> households.register(
                                village.point, List.of(new NewHousehold("S" + number, "khu 1", person))))
                .stream()
                .map(Registered::personId)
                .findFirst()
                .orElseThrow();
    }
}
