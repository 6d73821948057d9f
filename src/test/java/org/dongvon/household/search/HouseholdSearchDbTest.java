package org.dongvon.household.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import org.dongvon.household.Households;
import org.dongvon.household.Households.NewHousehold;
import org.dongvon.household.Households.NewPerson;
import org.dongvon.household.IdentityNumber;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.context.ApplicationContext;

@PostgresTest
@TestInstance(Lifecycle.PER_CLASS)
class HouseholdSearchDbTest {

    private final ApplicationContext beans;
    private final HouseholdSearch search;
    private final Transactions transactions;
    private final OwnerDb owner;
    private Village village;

    HouseholdSearchDbTest(ApplicationContext beans, HouseholdSearch search, Transactions transactions, OwnerDb owner) {
        this.beans = beans;
        this.search = search;
        this.transactions = transactions;
        this.owner = owner;
    }

    @BeforeAll
    void twoVillages() {
        village = Village.in(beans, "FINDH");
        register(village.point, "FINDH-H1", "thôn Đồng Lội", "Đặng Thị Ngọc Ánh", "000222000001");
        register(village.point, "FINDH-H2", "bản Nà Đuông", "Vàng A Đủ", "000222000002");
        register(Village.in(beans, "FINDX").point, "FINDX-H1", "thôn Đồng Lội", "Đặng Thị Ngọc Ánh", "000222000003");
    }

    @Test
    void findsByNameHamletCodeAndPointInAnyOrder() {
        for (var typed : List.of(
                "Đặng Ánh Đồng Lội",
                "dang anh dong loi",
                "  LOI   anh  dong   ",
                "loi findh anh",
                "findh-h1",
                "diem findh ngoc",
                Normalizer.normalize("lội đặng ánh", Normalizer.Form.NFD))) {
            assertThat(found(typed)).as(typed).containsExactly("FINDH-H1");
        }
        assertThat(found("đủ đuông")).containsExactly("FINDH-H2");
        assertThat(found("DU DUONG")).containsExactly("FINDH-H2");
        assertThat(found("findh")).containsExactlyInAnyOrder("FINDH-H1", "FINDH-H2");
    }

    @Test
    void findsByTheOldMapAndByTheNewOne() {
        place("2003-01-01", "xã Tân Mai", "huyện Quỳ Hợp", "tỉnh Nghệ Tĩnh");
        place("2025-07-01", "xã Châu Lộc", null, "tỉnh Nghệ An");

        for (var typed : List.of("vang chau loc", "quy hop vang", "vàng a đủ nghệ tĩnh", "tan mai chau loc du")) {
            assertThat(found(typed)).as(typed).containsExactly("FINDH-H2");
        }
        assertThat(found("vang khe sanh")).isEmpty();
    }

    @Test
    void findsNothingForNothingOrForWordsOfTwoHouseholds() {
        assertThat(found("")).isEmpty();
        assertThat(found(" %_' ")).isEmpty();
        assertThat(found("dang du")).isEmpty();
        assertThat(found("anh findx")).as("another village").isEmpty();
    }

    @Test
    void goesThroughTheIndexes() {
        var plan = String.join("\n", owner.sql("""
                        explain select h.id from household.household h
                         where household.search_key(h.hamlet || ' ' || h.code) like '% dong%'
                        """).query(String.class).list());

        assertThat(owner.sql("select indexdef from pg_indexes where indexname = 'household_by_search_key'")
                        .query(String.class)
                        .single())
                .contains("gin");
        assertThat(plan).contains("household_by_search_key");
    }

    private void place(String from, String commune, @Nullable String district, String province) {
        owner.sql("""
                        insert into organisation.point_place (point_id, valid_from, commune, district, province, document)
                        values (:point, cast(:from as date), :commune, :district, :province, 'ND-78-2002')
                        """)
                .param("point", village.point)
                .param("from", from)
                .param("commune", commune)
                .param("district", district)
                .param("province", province)
                .update();
    }

    private List<String> found(String typed) {
        return transactions.read(village.teller, () -> search.find(typed)).stream()
                .map(HouseholdSearch.Found::code)
                .toList();
    }

    private void register(long point, String code, String hamlet, String name, String identity) {
        transactions.write(
                Actor.SYSTEM,
                () -> beans.getBean(Households.class)
                        .register(
                                point,
                                List.of(new NewHousehold(
                                        code,
                                        hamlet,
                                        new NewPerson(
                                                name,
                                                LocalDate.of(1980, 1, 1),
                                                Households.Sex.F,
                                                new IdentityNumber(identity))))));
    }
}
