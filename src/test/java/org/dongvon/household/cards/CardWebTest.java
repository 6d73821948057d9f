package org.dongvon.household.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.dongvon.support.Fields;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PeopleVillage;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Cards that are due, on the person's page, in the list of the scope and in its export; on 18/04/2024. */
@ServerTest
class CardWebTest {

    private final Site site;
    private final OwnerDb owner;
    private final PeopleVillage home;

    CardWebTest(Site site, OwnerDb owner, ApplicationContext beans) {
        this.site = site;
        this.owner = owner;
        this.home = PeopleVillage.of(beans, "CARDS");
    }

    @Test
    void cardsAreDueByAgeUntilANewOneIsNoted() {
        var leader = new Visitor(site).as("cards.leader");
        long person = home.person(0).id();
        born(person, "1984-07-18");
        born(home.person(2).id(), "1984-07-19");

        var list = leader.get("/cards").body();
        assertThat(list)
                .contains(home.person(0).name(), "18/07/2024")
                .doesNotContain(home.person(2).name());
        born(person, "1984-04-18");
        assertThat(leader.get("/people/" + person).body()).contains("Đổi thẻ ngày 18/04/2024", "đã đến hạn");

        assertThat(note(leader, person, "19/04/2024").body()).contains("sau ngày giao dịch");
        assertThat(note(leader, person, "17/04/2022").statusCode()).isEqualTo(303);
        assertThat(leader.get("/cards").body()).contains(home.person(0).name());
        assertThat(note(leader, person, "17/04/2022").body()).contains("thẻ mới phải cấp sau ngày đó");
        assertThat(note(leader, person, "18/04/2022").statusCode()).isEqualTo(303);
        assertThat(leader.get("/cards").body()).doesNotContain(home.person(0).name());
        assertThat(leader.get("/people/" + person).body()).contains("Đổi thẻ ngày 18/04/2044");
        assertThat(new Visitor(site)
                        .as("cards.controller")
                        .get("/people/" + person + "/card")
                        .body())
                .doesNotContain("Ghi ngày cấp");
    }

    @Test
    void oldNumbersAreTakenFlaggedFoundAndTakenAlong() {
        var leader = new Visitor(site).as("cards.leader");
        var director = new Visitor(site).as("cards.director");
        long person = home.person(1).id();
        correct(leader, director, person, "000 184 777");

        assertThat(leader.get("/people/" + person).body()).contains("Số 9 chữ số", "•••• •••• 4777");
        assertThat(note(leader, person, "18/04/2022").body()).contains("Đề nghị đính chính sang số 12 chữ số");
        assertThat(leader.post("/search", Map.of("q", "000184777")).headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).endsWith("/people/" + person));
        assertThat(leader.get("/cards").body()).contains(home.person(1).name());
        leader.get("/cards");
        assertThat(leader.post("/cards/export", Map.of("purpose", "", "note", ""))
                        .statusCode())
                .isEqualTo(422);
        var file = leader.post("/cards/export", Map.of("purpose", "CORRECTION", "note", ""));
        assertThat(file.body())
                .contains("household,name,last4,place,why,due")
                .contains(home.person(1).name() + ",4777");
        assertThat(owner.sql("select kind || ' ' || purpose from household.seen where page = '/cards/export'")
                        .query(String.class)
                        .list())
                .contains("EXPORT CORRECTION");

        correct(leader, director, person, "000 184 000 777");
        assertThat(leader.get("/people/" + person).body()).doesNotContain("Số 9 chữ số");
    }

    private void correct(Visitor leader, Visitor director, long person, String number) {
        var address = "/people/" + person + "/correction";
        var fields = new HashMap<>(Fields.of(leader.get(address).body()));
        fields.putAll(Map.of("sex", "F", "reason", "Theo thẻ", "identity", number));
        var asked = leader.post(address, fields);
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(303);
        var location = asked.headers().firstValue("Location").orElse("");
        var request = location.substring(location.indexOf("/approvals"));
        director.get(request);
        assertThat(director.post(
                                request + "/approval",
                                Map.of("key", UUID.randomUUID().toString()))
                        .statusCode())
                .isEqualTo(303);
    }

    private static HttpResponse<String> note(Visitor visitor, long person, String issued) {
        var address = "/people/" + person + "/card";
        var fields = new HashMap<>(Fields.of(visitor.get(address).body()));
        fields.put("issued", issued);
        fields.putIfAbsent("key", UUID.randomUUID().toString());
        return visitor.post(address, fields);
    }

    private void born(long person, String day) {
        owner.sql("update household.person set born_on = :day where id = :id")
                .param("day", LocalDate.parse(day))
                .param("id", person)
                .update();
    }
}
