package org.dongvon.household.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.dongvon.household.HouseholdFacts;
import org.dongvon.household.HouseholdFacts.Borrower;
import org.dongvon.household.HouseholdFacts.HouseholdOnDay;
import org.dongvon.household.Households;
import org.dongvon.household.Households.NewHousehold;
import org.dongvon.household.Households.NewPerson;
import org.dongvon.household.IdentityNumber;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.dongvon.support.Colleagues;
import org.dongvon.support.Fields;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PeopleVillage;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Texts;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.context.ApplicationContext;

/** A household's members and its authorised borrower, through the pages, at both sides of each rule. */
@ServerTest
@TestInstance(Lifecycle.PER_CLASS)
class HouseholdWebTest {

    private final Site site;
    private final OwnerDb owner;
    private final ApplicationContext beans;
    private final PeopleVillage home;
    private final HouseholdFacts facts;
    private final Transactions transactions;

    private Visitor officer;
    private int numbers = 700;

    HouseholdWebTest(
            Site site, OwnerDb owner, ApplicationContext beans, HouseholdFacts facts, Transactions transactions) {
        this.site = site;
        this.owner = owner;
        this.beans = beans;
        this.home = PeopleVillage.of(beans, "HOUSE");
        this.facts = facts;
        this.transactions = transactions;
        this.officer = new Visitor(site);
    }

    @BeforeAll
    void aCreditOfficer() {
        new Colleagues(site, beans.getBean(org.dongvon.identity.Accounts.class), owner)
                .join("house.credit", Role.CREDIT_OFFICER, home.village.office);
        officer =
                new Colleagues(site, beans.getBean(org.dongvon.identity.Accounts.class), owner).arrive("house.credit");
        officer.get("/");
    }

    @Test
    void membersJoinAndAreNamedWithRelationBirthAndAge() {
        var household = home.household(0);

        assertThat(add(household, "Lý Văn Chồng", "1950", "SPOUSE").statusCode())
                .isEqualTo(303);
        assertThat(add(household, "Lý Thị Con", "19/04/2006", "CHILD").statusCode())
                .isEqualTo(303);

        var page = officer.get("/households/" + household).body();
        assertThat(page)
                .contains("Lý Văn Chồng", "Vợ hoặc chồng", ">1950<", "Lý Thị Con", "19/04/2006", "chưa thành niên")
                .contains("3 người, 2 người đã thành niên, tính đến 18/04/2024")
                .contains("Lý Thị Con vào hộ, từ 01/04/2024");
        assertThat(officer.get("/people/" + home.person(0).id()).body()).contains("/households/" + household);
        assertThat(owner.sql("select page || ' ' || purpose || ' ' || cardinality(people) from household.seen "
                                + "where page = '/households/{code}' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("/households/{code} LOANS 3");
        var english = officer.get("/households/" + household + "?lang=en").body();
        assertThat(english).contains("Wife or husband", "under age", "joined the household");
        officer.get("/households/" + household + "?lang=vi");

        assertThat(add(household, "Lò Thị Thái", "05/03/1990", "CHILD_IN_LAW", Map.of("ethnic", "03"))
                        .statusCode())
                .isEqualTo(303);
        long person = owner.sql("select id from household.person where full_name = 'Lò Thị Thái'")
                .query(Long.class)
                .single();

        assertThat(officer.get("/people/" + person).body()).doesNotContain("Dân tộc");
        officer.get("/people/" + person + "/identity");
        var revealed = officer.post("/people/" + person + "/identity", Map.of("purpose", "IDENTIFY", "note", ""));

        assertThat(revealed.body()).contains("Dân tộc", ">Thái<");
    }

    @Test
    void printsTheDelegationThatItsAdultsSign() {
        var household = "HOUSE-P1";
        transactions.write(
                Actor.SYSTEM,
                () -> beans.getBean(Households.class)
                        .register(
                                home.village.point,
                                List.of(new NewHousehold(
                                        household,
                                        "thôn Đông",
                                        new NewPerson(
                                                "Mạc Văn Chủ",
                                                LocalDate.of(1960, 1, 1),
                                                Households.Sex.M,
                                                new IdentityNumber("000060009999"))))));
        long head = owner.sql("select id from household.person where full_name = 'Mạc Văn Chủ'")
                .query(Long.class)
                .single();
        add(household, "Mạc Văn Ký", "1950", "SPOUSE");
        add(household, "Mạc Thị Nhỏ", "19/04/2006", "CHILD");
        var paper = "/households/" + household + "/authorisation/paper?borrower=";

        var printed = officer.getBytes(paper + head);

        assertThat(printed.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(Texts.of(printed))
                .contains("Mẫu số 01/UQ", "GIẤY ỦY QUYỀN", "Mạc Văn Chủ", "Mạc Văn Ký", "Vợ hoặc chồng")
                .doesNotContain("Mạc Thị Nhỏ");
        assertThat(officer.get("/households/" + household + "/authorisation").body())
                .contains("In 01/UQ", "/authorisation/paper");
        long minor = owner.sql("select id from household.person where full_name = 'Mạc Thị Nhỏ'")
                .query(Long.class)
                .single();
        assertThat(officer.get(paper + minor).statusCode()).isEqualTo(409);
        assertThat(officer.get(paper + "0").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesWhoCannotJoin() {
        var household = home.household(0);
        var taken = home.person(1).identity();

        assertThat(add(household, "Ai Đó", "05/03/1990", "HEAD").body()).contains("Hộ đã có chủ hộ");
        assertThat(add(household, "Ai Đó", "05/03/1990", "CHILD", Map.of("identity", taken))
                        .body())
                .contains("đã có trong hồ sơ hộ " + home.household(1));
        assertThat(add(
                                household,
                                "Ai Đó",
                                "05/03/1990",
                                "CHILD",
                                Map.of("identity", home.person(0).identity()))
                        .body())
                .contains("đang là thành viên của hộ");
        assertThat(add(household, "Ai Đó", "05/03/1990", "CHILD", Map.of("joined", "19/04/2024"))
                        .body())
                .contains("sau ngày giao dịch 18/04/2024");
        assertThat(add(household, "Ai Đó", "05/03/1990", "CHILD", Map.of("joined", "04/03/1990"))
                        .body())
                .contains("trước ngày sinh 05/03/1990");
        assertThat(add(household, " ", "05/03/1990", "CHILD").body()).contains("Họ tên phải có");
        assertThat(add(household, "Ai Đó", "05/03/1990", "CHILD", Map.of("identity", "00018400077"))
                        .statusCode())
                .isEqualTo(422);
        var teller = new Visitor(site).as("house.teller");
        assertThat(teller.get("/households/" + household).statusCode()).isEqualTo(200);
        assertThat(teller.get("/households/" + household + "/members").statusCode())
                .isEqualTo(403);
        assertThat(officer.get("/households/KHONGCO").statusCode()).isEqualTo(404);
        assertThat(owner.sql("select count(*) from household.person where full_name = 'Ai Đó'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theAdultsAuthoriseOneBorrowerUntilAnotherTakesTheirPlace() {
        var household = home.household(1);
        long wife = home.person(1).id();
        add(household, "Hà Văn Cả", "18/04/2006", "CHILD", Map.of("joined", "18/04/2006"));
        add(household, "Hà Văn Út", "19/04/2006", "CHILD", Map.of("joined", "19/04/2006"));
        long eldest = person("Hà Văn Cả");
        long youngest = person("Hà Văn Út");
        var both = Map.of("signed-" + wife, "1", "signed-" + eldest, "1", "liable", "1", "witness", "Ngô Văn Trưởng");

        assertThat(authorise(household, youngest, "18/04/2024", both).body()).contains("chưa đủ 18 tuổi");
        assertThat(authorise(household, eldest, "17/04/2024", both).body()).contains("chưa đủ 18 tuổi");
        assertThat(authorise(household, wife, "18/04/2024", without(both, "signed-" + eldest))
                        .body())
                .contains("Còn 1 thành viên", "Hà Văn Cả");
        assertThat(authorise(household, wife, "18/04/2024", without(both, "liable"))
                        .body())
                .contains("Chưa có cam kết cùng trả nợ");
        assertThat(authorise(household, wife, "18/04/2024", without(both, "witness"))
                        .body())
                .contains("Chưa ghi trưởng thôn");
        assertThat(authorise(household, wife, "19/04/2024", both).body()).contains("sau ngày giao dịch");
        assertThat(facts(wife, "2024-04-18").borrower()).isNull();

        assertThat(authorise(household, wife, "16/04/2024", without(both, "signed-" + eldest))
                        .statusCode())
                .as("the eldest is not of age yet")
                .isEqualTo(303);
        assertThat(facts(wife, "2024-04-15").borrower()).isNull();
        assertThat(facts(wife, "2024-04-16").borrower()).isEqualTo(new Borrower(wife, LocalDate.of(2024, 4, 16)));
        assertThat(authorise(household, wife, "16/04/2024", both).body()).contains("Đã có giấy 01/UQ ngày 16/04/2024");
        assertThat(authorise(household, eldest, "18/04/2024", both).statusCode())
                .isEqualTo(303);

        assertThat(facts(wife, "2024-04-17").borrower()).isEqualTo(new Borrower(wife, LocalDate.of(2024, 4, 16)));
        assertThat(facts(wife, "2024-04-18").borrower()).isEqualTo(new Borrower(eldest, LocalDate.of(2024, 4, 18)));
        assertThat(officer.get("/households/" + household).body())
                .contains("Thay giấy cũ", "Ngô Văn Trưởng", "Đang hiệu lực");
        assertThat(depart(household, eldest, "18/04/2024", "DIED", "").statusCode())
                .isEqualTo(303);
        assertThat(officer.get("/households/" + household).body())
                .contains("cần giấy 01/UQ mới cho người thừa kế")
                .contains("Hà Văn Cả mất ngày 18/04/2024");
        assertThat(facts(wife, "2024-04-18").borrower()).isNull();
    }

    @Test
    void theHeadLeavesTheHouseholdToAnotherAdult() {
        var household = home.household(2);
        long head = home.person(2).id();
        add(household, "Tạ Văn Lớn", "05/03/1990", "CHILD", Map.of("joined", "01/04/2024"));
        add(household, "Tạ Văn Bé", "05/03/2015", "CHILD", Map.of("joined", "01/04/2024"));
        long grown = person("Tạ Văn Lớn");
        long small = person("Tạ Văn Bé");

        assertThat(depart(household, head, "10/04/2024", "MOVED", "").body()).contains("phải chọn chủ hộ mới");
        assertThat(depart(household, head, "10/04/2024", "MOVED", Long.toString(small))
                        .body())
                .contains("chưa đủ 18 tuổi");
        assertThat(depart(household, grown, "31/03/2024", "SPLIT", "").body()).contains("không được trước ngày đó");
        assertThat(depart(household, head, "10/04/2024", "MOVED", Long.toString(grown))
                        .statusCode())
                .isEqualTo(303);

        assertThat(find(grown, "2024-03-31")).isEmpty();
        assertThat(facts(head, "2024-03-31").members().people()).containsExactly(head);
        assertThat(facts(head, "2024-04-09").members().people()).containsExactlyInAnyOrder(head, grown, small);
        assertThat(find(head, "2024-04-10")).isEmpty();
        assertThat(facts(grown, "2024-04-10").members().people()).containsExactlyInAnyOrder(grown, small);
        assertThat(officer.get("/households/" + household).body())
                .contains("Đã rời hộ", "Chuyển đi nơi khác", "Tạ Văn Lớn là chủ hộ, từ 10/04/2024");
        assertThat(add(
                                household,
                                home.person(2).name(),
                                "01/01/1980",
                                "PARENT",
                                Map.of("identity", home.person(2).identity(), "joined", "09/04/2024"))
                        .body())
                .contains("không được trước ngày đó");
        assertThat(add(
                                household,
                                home.person(2).name(),
                                "01/01/1980",
                                "PARENT",
                                Map.of("identity", home.person(2).identity(), "joined", "10/04/2024"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(facts(head, "2024-04-10").members().people()).containsExactlyInAnyOrder(head, grown, small);
    }

    @Test
    void theAddressReadsUnderTheOldMapAndTheNewOne() {
        assertThat(place("01/01/2003", "xã Tân Mai", "huyện Quỳ Hợp", "tỉnh Nghệ Tĩnh")
                        .statusCode())
                .isEqualTo(303);
        assertThat(place("01/01/2003", "xã Châu Lộc", "", "tỉnh Nghệ An").body())
                .contains("bản đồ mới phải bắt đầu sau ngày đó");
        assertThat(place("01/07/2025", " ", "", "tỉnh Nghệ An").statusCode()).isEqualTo(422);
        assertThat(place("01/07/2025", "xã Châu Lộc", "", "tỉnh Nghệ An").statusCode())
                .isEqualTo(303);

        assertThat(officer.get("/households/" + home.household(0)).body())
                .contains("Từ 01/07/2025", "khu 1, xã Châu Lộc, tỉnh Nghệ An")
                .contains("Trước 01/07/2025", "khu 1, xã Tân Mai, huyện Quỳ Hợp, tỉnh Nghệ Tĩnh");
        assertThat(officer.get("/units/HOUSE-01/place").body()).contains("trước 01/07/2025", "ND-78-2002");
    }

    private HttpResponse<String> place(String from, String commune, String district, String province) {
        var fields =
                new HashMap<>(Fields.of(officer.get("/units/HOUSE-01/place").body()));
        fields.putAll(Map.of("from", from, "commune", commune, "district", district, "province", province));
        fields.putAll(Map.of("document", "ND-78-2002", "reason", "Sắp xếp đơn vị hành chính"));
        var asked = officer.post("/units/HOUSE-01/place", fields);
        if (asked.statusCode() == 303) {
            var location = asked.headers().firstValue("Location").orElse("");
            var request = location.substring(location.indexOf("/approvals"));
            var director = new Visitor(site).as("house.director");
            director.get(request);
            return director.post(
                    request + "/approval",
                    Map.of("key", java.util.UUID.randomUUID().toString()));
        }
        return asked;
    }

    private HttpResponse<String> add(String household, String name, String born, String relation) {
        return add(household, name, born, relation, Map.of());
    }

    private HttpResponse<String> add(
            String household, String name, String born, String relation, Map<String, String> more) {
        var address = "/households/" + household + "/members";
        var fields = new HashMap<>(Fields.of(officer.get(address).body()));
        fields.putAll(Map.of(
                "name", name, "born", born, "relation", relation, "sex", "F", "ethnic", "", "joined", "01/04/2024"));
        fields.put("identity", "000 190 %06d".formatted(numbers++));
        fields.putAll(more);
        return officer.post(address, fields);
    }

    private HttpResponse<String> authorise(String household, long borrower, String on, Map<String, String> more) {
        var address = "/households/" + household + "/authorisation";
        var fields = new HashMap<>(Fields.of(officer.get(address).body()));
        fields.putAll(Map.of("borrower", Long.toString(borrower), "on", on));
        fields.putAll(more);
        return officer.post(address, fields);
    }

    private HttpResponse<String> depart(String household, long person, String on, String cause, String head) {
        var address = "/households/" + household + "/leavers/" + person;
        var fields = new HashMap<>(Fields.of(officer.get(address).body()));
        fields.putAll(Map.of("on", on, "cause", cause, "head", head));
        return officer.post(address, fields);
    }

    private long person(String name) {
        return owner.sql("select id from household.person where full_name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    private HouseholdOnDay facts(long person, String day) {
        return find(person, day).orElseThrow();
    }

    private Optional<HouseholdOnDay> find(long person, String day) {
        Supplier<Optional<HouseholdOnDay>> asked = () -> facts.ofPerson(person, LocalDate.parse(day));
        return transactions.read(Actor.SYSTEM, asked);
    }

    private static Map<String, String> without(Map<String, String> fields, String name) {
        var rest = new HashMap<>(fields);
        rest.remove(name);
        return rest;
    }
}
