package org.dongvon.notice.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.NewAccount;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PeopleVillage;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** From the paper that a person signs to the message in the list: by pages alone, the number never in the clear. */
@ServerTest
class MessagesWebTest {

    private final Site site;
    private final OwnerDb owner;
    private final PeopleVillage home;
    private final Accounts accounts;

    MessagesWebTest(Site site, OwnerDb owner, ApplicationContext beans) {
        this.site = site;
        this.owner = owner;
        this.home = PeopleVillage.of(beans, "NHAN");
        this.accounts = beans.getBean(Accounts.class);
    }

    @Test
    void aPersonAgreesByTwoPersonsGetsMessagesAndEndsThemByOne() {
        long person = home.person(1).id();
        var contact = "/people/" + person + "/contact";
        var teller = new Visitor(site).as("nhan.teller");
        assertThat(teller.get("/people/" + person).body()).contains(contact);
        assertThat(ask(teller, contact, Map.of("number", "02838123456")).body()).contains("không phải số di động");
        assertThat(ask(teller, contact, Map.of("paper", "x")).body()).contains("Ghi tên giấy tờ");
        assertThat(ask(teller, contact, Map.of("paper", "Giấy 0912 345 678")).statusCode())
                .isEqualTo(422);
        assertThat(ask(teller, contact, Map.of("signed", "19/04/2024")).body())
                .contains("ngày giao dịch mới là 18/04/2024");

        var asked = ask(teller, contact, Map.of());

        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(teller.get(contact).body()).contains("Chưa có số điện thoại");
        var director = new Visitor(site).as("nhan.director");
        var request = path(asked);
        assertThat(director.get(request).body())
                .contains("•••• ••• 678", "01/TGTV")
                .doesNotContain("0912345678");
        director.get(request);
        assertThat(director.post(request + "/approval", key()).statusCode()).isEqualTo(303);
        assertThat(teller.get(contact).body())
                .contains("•••• ••• 678", "Đồng ý", "01/TGTV số 12")
                .doesNotContain("0912 345 678", "0912345678");
        assertThat(owner.sql("select count(*) from household.contact c where c::text like '%0912345678%'")
                        .query(Long.class)
                        .single())
                .isZero();
        reveals(director, contact);

        makes(person);
        ends(teller, person);
    }

    private void makes(long person) {
        var leader = new Visitor(site).as("nhan.leader");
        leader.get("/messages");
        assertThat(leader.post("/messages", key()).statusCode()).isEqualTo(303);
        var list = leader.get("/messages").body();
        assertThat(list).contains("Báo đã nộp tiền", "•••• ••• 678", "goc 1.000.000d", "Chờ gửi");
        assertThat(leader.get("/messages?lang=en").body()).contains("Receipt", "Waiting");
        leader.get("/messages?lang=vi");
        decides(leader, person);
    }

    private void ends(Visitor teller, long person) {
        var contact = "/people/" + person + "/contact";
        assertThat(ask(
                                teller,
                                contact + "/withdrawal",
                                Map.of("end-paper", "Nói tại phiên", "end-signed", "17/04/2024"))
                        .statusCode())
                .isEqualTo(409);
        var ended =
                ask(teller, contact + "/withdrawal", Map.of("end-paper", "Nói tại phiên", "end-signed", "18/04/2024"));
        assertThat(ended.statusCode()).isEqualTo(303);
        assertThat(teller.get(contact).body()).contains("Thôi nhận", "Nói tại phiên");
        assertThat(teller.get("/people/" + person).body()).contains("Thôi nhận tin ở số •••• ••• 678");
        assertThat(ask(teller, contact + "/withdrawal", Map.of("end-paper", "Nói lại", "end-signed", "18/04/2024"))
                        .body())
                .contains("không có gì để thôi");
    }

    private void reveals(Visitor director, String contact) {
        director.get(contact + "/number");
        assertThat(director.post(contact + "/number", Map.of("purpose", "", "note", ""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(director.post(contact + "/number", Map.of("purpose", "IDENTIFY", "note", ""))
                        .body())
                .contains("0912 345 678");
        assertThat(owner.sql(
                                "select kind || ' ' || page from household.seen where kind = 'REVEAL' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("REVEAL /people/{id}/contact/number");
        var copy = director.post("/people/" + home.person(1).id() + "/export", Map.of("format", "json"))
                .body();
        assertThat(copy).contains("\"phone\" : \"0912 345 678\"", "\"consent\" : true");
    }

    private void decides(Visitor leader, long person) {
        var id = owner.sql("select id from notice.message where person_id = :person and kind = 'RECEIPT' limit 1")
                .param("person", person)
                .query(String.class)
                .single();
        var page = "/messages/" + id;
        assertThat(leader.get(page).body()).contains("Dừng, không gửi").doesNotContain("Gửi lại");
        assertThat(decide(leader, page, "STOP", "").body()).contains("Ghi lý do");
        assertThat(decide(leader, page, "RESEND", "gửi lại ngay").body()).contains("trạng thái “Chờ gửi”");
        assertThat(decide(leader, page, "STOP", "đã báo bằng lời").statusCode()).isEqualTo(303);
        assertThat(decide(leader, page, "RESEND", "người ấy hỏi lại").statusCode())
                .isEqualTo(303);
        assertThat(leader.get(page).body()).contains("đã báo bằng lời", "người ấy hỏi lại", "Trần Văn Lập", "Chờ gửi");
        assertThat(leader.get("/people/" + person + "/messages").body()).contains("Báo đã nộp tiền", "Du no");
        assertThat(leader.get("/people/" + person).body()).contains("Dừng tin “Báo đã nộp tiền”");
    }

    @Test
    void twoPersonsOfTheCountryChangeAText() {
        var page = new Visitor(site).as("manager").get("/messages/templates").body();

        assertThat(page).contains("Nợ chuyển quá hạn", "{principal}", "1 phần, bảng chữ GSM", "Đề nghị đổi");
        assertThat(new Visitor(site)
                        .as("nhan.teller")
                        .get("/messages/templates")
                        .body())
                .doesNotContain("Đề nghị đổi");
        long country = owner.sql("select id from organisation.unit where kind = 'COUNTRY'")
                .query(Long.class)
                .single();
        accounts.create(
                Actor.SYSTEM, new NewAccount("nhan.country", "Hồ Quản Lý", Role.MANAGER, country), Site.PASSWORD);
        var accountant = new Visitor(site).as("nhan.country");
        var form = "/messages/templates/RECEIPT/change";
        assertThat(accountant.get(form).body()).contains("{outstanding}", "NHCSXH: {name}");
        var fields = new HashMap<>(Map.of(
                "key", UUID.randomUUID().toString(),
                "vi", "Xem tại nhcsxh.vn, {name}",
                "en", "Paid {interest}d by {name}",
                "from", "01/01/2099",
                "reason", "Ngắn hơn",
                "document", "CT-40-2014"));
        assertThat(accountant.post(form, fields).body()).contains("không được có liên kết");
        fields.put("vi", "{name} nộp {interest}đ lãi");
        fields.put("key", UUID.randomUUID().toString());
        var asked = accountant.post(form, fields);
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(accountant.get(path(asked)).body()).contains("{name} nộp {interest}đ lãi", "Số phần khi bỏ dấu");
    }

    private static HttpResponse<String> ask(Visitor visitor, String address, Map<String, String> changed) {
        visitor.get(address.replace("/withdrawal", ""));
        var fields = new HashMap<>(Map.of(
                "key", UUID.randomUUID().toString(),
                "number", "+84 912.345.678",
                "paper", "01/TGTV số 12",
                "signed", "18/04/2024",
                "language", "VI",
                "reason", "Ký tại phiên"));
        fields.putAll(changed);
        return visitor.post(address, fields);
    }

    private static HttpResponse<String> decide(Visitor visitor, String page, String what, String reason) {
        visitor.get(page);
        return visitor.post(page, Map.of("key", UUID.randomUUID().toString(), "do", what, "reason", reason));
    }

    private static Map<String, String> key() {
        return Map.of("key", UUID.randomUUID().toString());
    }

    private static String path(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }
}
