package org.dongvon.household.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import org.dongvon.shared.KeyRing;
import org.dongvon.support.Fields;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PeopleVillage;
import org.dongvon.support.PeopleVillage.Person;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** What one person's page shows and does: reveal, copy, restriction, deletion; and how they are found. */
@ServerTest
class PersonWebTest {

    private final Site site;
    private final OwnerDb owner;
    private final KeyRing keys;
    private final PeopleVillage home;

    PersonWebTest(Site site, OwnerDb owner, KeyRing keys, ApplicationContext beans) {
        this.site = site;
        this.keys = keys;
        this.owner = owner;
        this.home = PeopleVillage.of(beans, "PERS");
    }

    @AfterEach
    void usualLimit() {
        owner.sql("delete from programme.parameter where code = 'IDENTITY_REVEALS_PER_HOUR' and not shipped")
                .update();
    }

    @Test
    void masksTheNumberUntilAPurposeIsGivenAndLogsTheReveal() {
        var person = home.person(0);
        var teller = new Visitor(site).as("pers.teller");
        assertThat(teller.get("/people/" + person.id()).body())
                .contains(person.name(), "•••• •••• " + last4(person))
                .doesNotContain(shown(person), person.identity());
        teller.get(identity(person));

        var answer = teller.post(identity(person), Map.of("purpose", "IDENTIFY", "note", "sổ vay vốn"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(shown(person));
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(control -> assertThat(control).contains("no-store"));
        assertThat(newest("REVEAL"))
                .isEqualTo("TELLER /people/{id}/identity IDENTIFY sổ vay vốn {" + person.id() + "}");
        assertThat(teller.get(identity(person)).body()).doesNotContain(shown(person));
    }

    @Test
    void showsNothingWithoutAPurposeOrItsGround() {
        var person = home.person(1);
        var teller = new Visitor(site).as("pers.teller");
        teller.get(identity(person));
        long before = reveals();

        for (var wrong : List.of(
                Map.of("purpose", "", "note", ""),
                Map.of("purpose", "LOANS", "note", ""),
                Map.of("purpose", "NOTHING", "note", ""),
                Map.of("purpose", "AUTHORITY", "note", "CV 1"),
                Map.of("purpose", "IDENTIFY", "note", "số 000 184 000 999"),
                Map.of("purpose", "IDENTIFY", "note", "x".repeat(201)))) {
            var answer = teller.post(identity(person), wrong);
            assertThat(answer.statusCode()).as(wrong.toString()).isEqualTo(422);
            assertThat(answer.body()).as(wrong.toString()).doesNotContain(shown(person));
        }

        assertThat(reveals()).isEqualTo(before);
        var withGround = teller.post(identity(person), Map.of("purpose", "AUTHORITY", "note", "CV 12"));
        assertThat(withGround.body()).contains(shown(person));
    }

    @Test
    void refusesTheRevealAfterTheLastOfTheHour() {
        var person = home.person(2);
        var leader = new Visitor(site).as("pers.leader");
        leader.get(identity(person));
        owner.sql("""
                        insert into programme.parameter (code, valid_from, value, unit, mark)
                        values ('IDENTITY_REVEALS_PER_HOUR', date '2024-01-01', '2', 'TIMES', 'KNOWN')
                        """).update();

        assertThat(reveal(leader, person).statusCode()).isEqualTo(200);
        assertThat(reveal(leader, person).statusCode()).isEqualTo(200);
        var third = reveal(leader, person);

        assertThat(third.statusCode()).isEqualTo(409);
        assertThat(third.body()).contains("IDENTITY_REVEALS_PER_HOUR").doesNotContain(shown(person));
        var teller = new Visitor(site).as("pers.teller");
        assertThat(teller.get(identity(person)).statusCode()).isEqualTo(200);
    }

    @Test
    void letsNeitherControllerNorAuditorReveal() {
        var person = home.person(0);
        for (var login : List.of("pers.controller", "auditor")) {
            var visitor = new Visitor(site).as(login);
            assertThat(visitor.get(identity(person)).statusCode()).as(login).isEqualTo(403);
            visitor.get("/");
            assertThat(reveal(visitor, person).statusCode()).as(login).isEqualTo(403);
        }
    }

    @Test
    void anotherOfficesPersonDoesNotExist() {
        var stranger = new Visitor(site).as("teller");

        assertThat(stranger.get("/people/" + home.person(0).id()).statusCode()).isEqualTo(404);
        stranger.get("/");
        assertThat(reveal(stranger, home.person(0)).statusCode()).isEqualTo(404);
        assertThat(stranger.post("/search", Map.of("q", home.person(0).identity()))
                        .body())
                .doesNotContain(home.person(0).name());
    }

    @Test
    void findsAPersonByTheNumberWithoutLeavingItInAnAddress() {
        var person = uniquely(home.person(0));
        var teller = new Visitor(site).as("pers.teller");
        teller.get("/loans");

        for (var typed : List.of("000111222333", "0001 1122 2333", "000.111.222.333")) {
            var answer = teller.post("/search", Map.of("q", typed));
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(location(answer)).endsWith("/people/" + person);
        }
        var name = teller.post("/search", Map.of("q", "Đào", "state", "OVERDUE"));
        assertThat(location(name)).endsWith("/loans?q=%C4%90%C3%A0o&state=OVERDUE");
        assertThat(teller.get("/loans?q=000111222333").statusCode()).isEqualTo(422);
        assertThat(teller.get("/loans?q=000111222").statusCode()).isEqualTo(422);
        assertThat(teller.get("/loans?q=00011122").statusCode()).isEqualTo(200);
        var counter = teller.post("/sessions/" + home.session + "/counter", Map.of("q", "000111222333"));
        assertThat(counter.statusCode()).isEqualTo(200);
        assertThat(counter.body()).contains(home.person(0).name()).doesNotContain("000111222333");
        assertThat(teller.post("/sessions/" + home.session + "/counter", Map.of("q", "000111222334"))
                        .body())
                .doesNotContain(home.person(0).name())
                .contains("Không có khoản vay nào của số CCCD");
    }

    @Test
    void givesACopyOfEverythingHeldAndLogsIt() {
        var person = home.person(0);
        var director = new Visitor(site).as("pers.director");
        director.get("/people/" + person.id());

        var json = director.post("/people/" + person.id() + "/export", Map.of("format", "json"));

        assertThat(json.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).contains("attachment"));
        var copy = JsonMapper.builder().build().readTree(json.body());
        assertThat(copy.at("/person/identityNumber").stringValue()).isEqualTo(person.identity());
        assertThat(copy.at("/loans/0/code").stringValue()).isEqualTo(home.loan(0));
        assertThat(copy.at("/loans/0/amount").longValue()).isEqualTo(30_000_000);
        assertThat(copy.at("/deposits/0/code").stringValue()).isEqualTo(home.groupCode());
        assertThat(copy.at("/memberships/0/code").stringValue()).isEqualTo(home.groupCode());
        assertThat(copy.at("/seen/0/purpose").stringValue()).isEqualTo("SUBJECT_REQUEST");
        assertThat(newest("EXPORT")).isEqualTo("DIRECTOR /people/{id}/export SUBJECT_REQUEST  {" + person.id() + "}");
        var paper = director.post("/people/" + person.id() + "/export", Map.of("format", "print"));
        assertThat(paper.body()).contains(shown(person), home.loan(0), "91/2025/QH15");
        var teller = new Visitor(site).as("pers.teller");
        teller.get("/");
        assertThat(teller.post("/people/" + person.id() + "/export", Map.of("format", "json"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aRestrictedPersonIsNamedOnlyWhereTheContractNeedsIt() {
        var person = home.person(2);
        var director = new Visitor(site).as("pers.director");
        var page = director.get("/people/" + person.id()).body();
        assertThat(restrict(director, person, page, "ngắn").statusCode()).isEqualTo(422);
        assertThat(director.get("/loans?group=" + home.groupCode()).body()).contains(person.name());

        assertThat(restrict(director, person, page, "đơn ngày 17/04/2024").statusCode())
                .isEqualTo(303);

        assertThat(director.get("/loans?group=" + home.groupCode()).body())
                .doesNotContain(person.name())
                .contains("Hạn chế xử lý", home.loan(2));
        assertThat(director.get("/groups/" + home.groupCode()).body()).doesNotContain(person.name());
        assertThat(director.get("/loans?q=PERS%20Dao").body()).doesNotContain(person.name());
        var counter = "/sessions/" + home.session + "/counter?q=";
        assertThat(director.get(counter + "Dao").body()).doesNotContain(person.name());
        assertThat(director.get(counter + home.loan(2)).body()).contains(person.name());
        var sheet = "/sessions/" + home.session + "/sheets/" + home.group.id();
        assertThat(director.get(sheet).body()).contains(person.name());
        assertThat(director.get("/people/" + person.id()).body())
                .contains("đơn ngày 17/04/2024", "Bỏ hạn chế")
                .containsPattern("Hạn chế xử lý: đơn ngày");
        var again = Map.of("key", UUID.randomUUID().toString(), "restricted", "true", "reason", "lần nữa");
        assertThat(director.post("/people/" + person.id() + "/restriction", again)
                        .statusCode())
                .isEqualTo(409);

        var lift = Map.of("key", UUID.randomUUID().toString(), "restricted", "false", "reason", "rút đơn");
        assertThat(director.post("/people/" + person.id() + "/restriction", lift)
                        .statusCode())
                .isEqualTo(303);
        assertThat(director.get("/loans?group=" + home.groupCode()).body()).contains(person.name());
        var twice = Map.of("key", UUID.randomUUID().toString(), "restricted", "false", "reason", "rút đơn");
        assertThat(director.post("/people/" + person.id() + "/restriction", twice)
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void refusesDeletionByTheRuleThatKeepsTheFile() {
        var person = home.person(1);
        var director = new Visitor(site).as("pers.director");
        director.get("/people/" + person.id());
        assertThat(delete(director, person)).contains("chưa tất toán", home.loan(1));
        owner.sql("update loan.loan set stage = 'CLOSED', closed_on = date '2024-04-18' where id = :loan")
                .param("loan", home.group.loans().get(1))
                .update();
        assertThat(delete(director, person)).contains(home.groupCode() + " chưa tất toán");
        owner.sql("update savings.account set closed_on = date '2015-04-18' where member_id = :member")
                .param("member", home.group.members().get(1))
                .update();

        assertThat(delete(director, person)).contains("88/2015/QH13", "18/04/2034", "10 năm");
        owner.sql("update loan.loan set closed_on = date '2014-04-19' where id = :loan")
                .param("loan", home.group.loans().get(1))
                .update();
        owner.sql("update savings.account set closed_on = date '2014-04-18' where member_id = :member")
                .param("member", home.group.members().get(1))
                .update();
        assertThat(delete(director, person)).contains("19/04/2024");
        owner.sql("update loan.loan set closed_on = date '2014-04-18' where id = :loan")
                .param("loan", home.group.loans().get(1))
                .update();
        assertThat(delete(director, person)).contains("biên bản tiêu hủy");
    }

    private String delete(Visitor visitor, Person person) {
        var answer = visitor.post("/people/" + person.id() + "/deletion", Map.of());
        assertThat(answer.statusCode()).isEqualTo(409);
        var sentence = Pattern.compile("(?s)error-summary.*?</ul>").matcher(answer.body());
        assertThat(sentence.find()).isTrue();
        return sentence.group();
    }

    private static HttpResponse<String> restrict(Visitor visitor, Person person, String page, String reason) {
        var fields = Fields.of(page);
        fields.put("reason", reason);
        return visitor.post("/people/" + person.id() + "/restriction", fields);
    }

    private static HttpResponse<String> reveal(Visitor visitor, Person person) {
        return visitor.post(identity(person), Map.of("purpose", "IDENTIFY", "note", ""));
    }

    /** Gives a person the number 000111222333, which nobody else has, by its look-up hash; returns the identifier. */
    private long uniquely(Person person) {
        owner.sql("update household.person set identity_hash = decode(:hash, 'hex') where id = :id")
                .param("hash", hash("000111222333"))
                .param("id", person.id())
                .update();
        return person.id();
    }

    private String hash(String digits) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.lookup());
            return HexFormat.of().formatHex(mac.doFinal(digits.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private long reveals() {
        return owner.sql("select count(*) from household.seen where kind = 'REVEAL'")
                .query(Long.class)
                .single();
    }

    private String newest(String kind) {
        return owner.sql("""
                        select role || ' ' || page || ' ' || purpose || ' ' || note || ' ' || people::text
                          from household.seen where kind = :kind order by id desc limit 1
                        """).param("kind", kind).query(String.class).single();
    }

    private static String identity(Person person) {
        return "/people/" + person.id() + "/identity";
    }

    private static String shown(Person person) {
        return org.dongvon.shared.text.IdentityNumber.shown(person.identity());
    }

    private static String last4(Person person) {
        return person.identity().substring(8);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
