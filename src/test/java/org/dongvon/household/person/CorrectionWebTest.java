package org.dongvon.household.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dongvon.household.RotateIdentityKeys;
import org.dongvon.identity.ResealSecondFactors;
import org.dongvon.shared.InstallationKey;
import org.dongvon.shared.KeyRing;
import org.dongvon.support.Fields;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PeopleVillage;
import org.dongvon.support.PeopleVillage.Person;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** A person's file is corrected by two persons, and the whole identity number stands in no page and no row in the clear. */
@ServerTest
class CorrectionWebTest {

    private final Site site;
    private final OwnerDb owner;
    private final KeyRing keys;
    private final InstallationKey installation;
    private final PeopleVillage home;

    CorrectionWebTest(Site site, OwnerDb owner, ApplicationContext beans) {
        this.site = site;
        this.owner = owner;
        this.keys = beans.getBean(KeyRing.class);
        this.installation = beans.getBean(InstallationKey.class);
        this.home = PeopleVillage.of(beans, "CORR");
    }

    @Test
    void changesNothingUntilTheSecondPersonApprovesAndTellsItInTheHistory() {
        var person = home.person(0);
        var leader = new Visitor(site).as("corr.leader");

        var asked = ask(
                leader,
                person,
                Map.of("name", "CORR Thị Mơ Đúng", "born", "05/03/1984", "sex", "M", "identity", "000 184 000 777"));

        assertThat(asked.statusCode()).isEqualTo(303);
        var request = path(asked);
        assertThat(leader.get("/people/" + person.id()).body())
                .contains(person.name())
                .doesNotContain("Mơ Đúng");
        var director = new Visitor(site).as("corr.director");
        var page = director.get(request).body();
        assertThat(page)
                .contains("CORR Thị Mơ Đúng", "•••• •••• 0777", "Số mới")
                .doesNotContain("000184000777");
        assertThat(inTheClear("000184000777")).isZero();
        assertThat(lastSeen()).isEqualTo("DIRECTOR /approvals/{id} {" + person.id() + "}");

        assertThat(approve(director, request).statusCode()).isEqualTo(303);

        var after = director.get("/people/" + person.id()).body();
        assertThat(after)
                .contains(
                        "CORR Thị Mơ Đúng",
                        "05/03/1984",
                        "Nam",
                        "•••• •••• 0777",
                        "Đính chính hồ sơ, người lập Trần Văn Lập")
                .contains("href=\"" + request);
        director.get("/people/" + person.id() + "/identity");
        assertThat(director.post("/people/" + person.id() + "/identity", Map.of("purpose", "CORRECTION", "note", ""))
                        .body())
                .contains("0001 8400 0777");
        director.get("/");
        assertThat(director.post("/search", Map.of("q", "000184000777"))
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).endsWith("/people/" + person.id()));
    }

    @Test
    void refusesWhatCannotBe() {
        var person = home.person(1);
        var leader = new Visitor(site).as("corr.leader");

        assertThat(ask(leader, person, Map.of("identity", "00018400077")).statusCode())
                .isEqualTo(422);
        assertThat(ask(leader, person, Map.of("name", " ")).body()).contains("Họ tên phải có");
        assertThat(ask(leader, person, Map.of("name", "x".repeat(121))).body()).contains("Họ tên phải có");
        assertThat(ask(leader, person, Map.of("born", "19/04/2024")).body()).contains("sau ngày giao dịch 18/04/2024");
        assertThat(ask(leader, person, Map.of()).statusCode()).isIn(409, 422);
        var last = ask(leader, person, Map.of("born", "18/04/2024"));
        assertThat(last.statusCode()).isEqualTo(303);
        var teller = new Visitor(site).as("corr.teller");
        assertThat(teller.get("/people/" + person.id() + "/correction").statusCode())
                .isEqualTo(403);
        assertThat(approve(leader, path(last)).statusCode()).isIn(403, 409);
    }

    @Test
    void aNumberAskedForUnderARetiredKeyMustBeTypedAgain() {
        var person = home.person(2);
        var leader = new Visitor(site).as("corr.leader");
        var director = new Visitor(site).as("corr.director");
        var asked = ask(leader, person, Map.of("identity", "000184000555"));

        new RotateIdentityKeys(owner.dataSource(), keys)
                .run(progress -> {}, new ResealSecondFactors(owner.dataSource(), installation, keys)::run);

        var refused = approve(director, path(asked));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Trả lại đề nghị để người lập gõ lại số");
        var again = ask(leader, person, Map.of("identity", "000184000556"));
        assertThat(approve(director, path(again)).statusCode()).isEqualTo(303);
    }

    private static HttpResponse<String> ask(Visitor visitor, Person person, Map<String, String> changed) {
        var address = "/people/" + person.id() + "/correction";
        var fields = new HashMap<>(Fields.of(visitor.get(address).body()));
        fields.put("sex", "F");
        fields.put("reason", "Ghi sai khi nhập");
        fields.putAll(changed);
        return visitor.post(address, fields);
    }

    private static HttpResponse<String> approve(Visitor visitor, String request) {
        visitor.get(request);
        return visitor.post(
                request + "/approval", Map.of("key", UUID.randomUUID().toString()));
    }

    private static String path(HttpResponse<String> answer) {
        var location = answer.headers().firstValue("Location").orElse("");
        return location.substring(location.indexOf("/approvals"));
    }

    private String lastSeen() {
        return owner.sql(
                        "select role || ' ' || page || ' ' || people::text from household.seen order by id desc limit 1")
                .query(String.class)
                .single();
    }

    /** Rows of any table of requests and submissions that hold a text as it is. */
    private long inTheClear(String text) {
        return List.of("shared.change_request", "shared.submission", "household.seen").stream()
                .mapToLong(table -> owner.sql("select count(*) from " + table + " t where t::text like :text")
                        .param("text", "%" + text + "%")
                        .query(Long.class)
                        .single())
                .sum();
    }
}
