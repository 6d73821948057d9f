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
    void followsANameThatIsCorrectedAndAMemberWhoIsAdded() {
        var third = Village.in(beans, "FINDQ");
        register(third.point, "FINDQ-H1", "bản Khe Chàm", "Lò Văn Pản", "000222000004");
        owner.sql("update household.person set full_name = 'Lò Văn Bản' where full_name = 'Lò Văn Pản'")
                .update();

        assertThat(found(third, "khe pan")).isEmpty();
        assertThat(found(third, "khe ban lo")).containsExactly("FINDQ-H1");

        owner.sql("""
                insert into household.person (household_id, point_id, full_name, born_on, sex, identity_encrypted, identity_last4,
                                              identity_key, identity_hash)
                select h.id, h.point_id, 'Quàng Thị Inh', date '1985-01-01', 'F', '\\x00', '0005', 1, sha256('findh'::bytea)
                  from household.household h where h.code = 'FINDQ-H1'
                """).update();

        assertThat(found(third, "inh quang ban")).as("words of two members").containsExactly("FINDQ-H1");
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
                         where h.search_words like '% dong%' and h.search_words like '% loi%'
                        """).query(String.class).list());

        assertThat(owner.sql("select indexdef from pg_indexes where indexname = 'household_by_search_words'")
                        .query(String.class)
                        .single())
                .contains("gin");
        assertThat(plan).contains("household_by_search_words");
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
        return found(village, typed);
    }

    private List<String> found(Village of, String typed) {
        return transactions.read(of.teller, () -> search.find(typed)).stream()
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
