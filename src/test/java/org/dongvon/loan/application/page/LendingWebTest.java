package org.dongvon.loan.application.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.NewAccount;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Role;
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

/** A household on its way from "we need a loan" to the money, each step by the person whose it is, through the pages. */
@ServerTest
@TestInstance(Lifecycle.PER_CLASS)
class LendingWebTest {

    private static final Pattern APPROVAL = Pattern.compile("/approvals/(\\d+)");

    private final ApplicationContext beans;
    private final Site site;
    private final OwnerDb owner;

    private PeopleVillage home;

    LendingWebTest(ApplicationContext beans, Site site, OwnerDb owner) {
        this.beans = beans;
        this.site = site;
        this.owner = owner;
    }

    @BeforeAll
    void people() {
        home = PeopleVillage.of(beans, "VAYVON");
        hire("head", Role.GROUP_HEAD, home.village.point, Narrowing.ofGroup(home.group.id()));
        hire("hoi", Role.ASSOCIATION_STAFF, home.village.office, Narrowing.ofAssociation("HPN"));
        hire("xa", Role.COMMUNE_OFFICIAL, home.village.point, Narrowing.NONE);
        hire("tindung", Role.CREDIT_OFFICER, home.village.office, Narrowing.NONE);
    }

    private void hire(String name, Role role, long unit, Narrowing narrowing) {
        beans.getBean(Accounts.class)
                .create(
                        Actor.SYSTEM,
                        new NewAccount("vayvon." + name, "Người " + name, role, unit, narrowing, null),
                        Site.PASSWORD);
    }

    @Test
    void fromTheGroupToTheMoney() {
        var head = as("head");
        var code = write(head, "40.000.000");
        assertThat(step(code)).isEqualTo("DRAFT");
        move(head, code, "SUBMIT", "");

        choose(head, code);
        bulk(as("hoi"), code, "SEND");
        bulk(as("xa"), code, "CONFIRM");
        var officer = as("tindung");
        bulk(officer, code, "RECEIVE");
        assertThat(officer.get("/applications/" + code).body())
                .contains("Ngân hàng nhận đủ hồ sơ ngày 18/04/2024; quyết định chậm nhất ngày 23/04/2024.");

        decide(officer, code);
        officer.get("/applications");
        var notice = officer.post(
                "/applications/notices",
                Map.of("key", UUID.randomUUID().toString(), "application", code, "pay-on", "18/04/2024"));
        assertThat(location(notice)).endsWith("/applications?notified=1");
        assertThat(as("head").get("/applications/" + code).body()).contains("Thông báo 04/TD", "18/04/2024");

        payOut(code);
        for (var form : new String[] {"01-td", "10c-td", "03-td", "04-td"}) {
            var paper = officer.get("/applications/" + code + "/papers/" + form);
            assertThat(paper.statusCode()).as(form).isEqualTo(200);
            assertThat(paper.headers().firstValue("Content-Type")).hasValue("application/pdf");
            assertThat(paper.body()).as(form).startsWith("%PDF-");
        }
        var ofSession = officer.getBytes("/sessions/" + home.session + "/forms/04-td");
        assertThat(Texts.of(ofSession)).contains("Mẫu số 04/TD", "35.000.000");
        assertThat(officer.get("/applications/" + code + "/papers/02-td").statusCode())
                .isBetween(400, 499);
        assertThat(as("hoi").get("/applications/" + code).body())
                .contains("Giải ngân", "Phê duyệt cho vay", "UBND xã xác nhận", "Được Tổ bình xét");
    }

    /** The first meeting lacks its quorum, the second chooses. */
    private void choose(Visitor head, String code) {
        var meeting = fields(head.get("/applications/meeting"));
        meeting.put("held", "18/04/2024");
        meeting.put("present", "1");
        meeting.put("favour-" + code, "1");
        meeting.put("against-" + code, "0");
        var early = head.post("/applications/meeting", meeting);
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("chưa đủ 2/3", "nhiều hơn 1/2 số người dự", "value=\"1\"");
        meeting = fields(head.get("/applications/meeting"));
        meeting.put("held", "18/04/2024");
        meeting.put("present", "3");
        meeting.put("favour-" + code, "2");
        meeting.put("against-" + code, "1");
        assertThat(location(head.post("/applications/meeting", meeting))).endsWith("/applications?chosen=1&of=1");
    }

    private void decide(Visitor officer, String code) {
        var decision = fields(officer.get("/applications/" + code + "/decision"));
        decision.put("amount", "35tr");
        decision.put("borrowers", "STANDARD");
        decision.put("contract", "TW-VAYVON");
        decision.put("reason", "Hộ có khả năng trả nợ");
        var asked = officer.post("/applications/" + code + "/decision", decision);
        assertThat(asked.statusCode()).isEqualTo(303);
        var director = new Visitor(site).as("vayvon.director");
        var request = location(asked);
        assertThat(request).matches(APPROVAL.pattern());
        var shown = director.get(request);
        assertThat(shown.body()).contains("Số tiền cho vay", "40.000.000", "35.000.000", "TW-VAYVON");
        assertThat(director.post(request + "/approval", fields(shown)).statusCode())
                .isEqualTo(303);
        assertThat(step(code)).isEqualTo("APPROVED");
    }

    private void payOut(String code) {
        var teller = new Visitor(site).as("vayvon.teller");
        var payouts = "/sessions/" + home.session + "/payouts";
        var waiting = teller.get(payouts);
        assertThat(waiting.body()).contains(code.replace("-HS", "-V"), "35.000.000");
        var payment = fields(waiting);
        payment.put("loan", loan(code));
        var paid = teller.post(payouts, payment);
        assertThat(location(paid)).contains("/vouchers/VAYVON-01-24-");
        assertThat(step(code)).isEqualTo("PAID_OUT");
        assertThat(teller.get("/loans/" + code.replace("-HS", "-V")).body()).contains("35.000.000");
    }

    @Test
    void aReturnedApplicationSaysWhyAndGoesOn() {
        var head = as("head");
        var code = write(head, "10.000.000");
        move(head, code, "SUBMIT", "");
        var meeting = fields(head.get("/applications/meeting"));
        meeting.put("held", "18/04/2024");
        meeting.put("present", "3");
        meeting.put("favour-" + code, "3");
        head.post("/applications/meeting", meeting);
        bulk(as("hoi"), code, "SEND");
        var commune = as("xa");
        var unsaid = move(commune, code, "RETURN", "  ");
        assertThat(unsaid.statusCode()).isEqualTo(422);
        assertThat(unsaid.body()).contains("Cần ghi lý do");
        move(commune, code, "RETURN", "Thiếu giấy ủy quyền của hộ");

        assertThat(head.get("/applications/" + code).body()).contains("Thiếu giấy ủy quyền của hộ", "Xã trả lại");
        correct(head, code);
        move(head, code, "RESUBMIT", "");
        assertThat(step(code)).isEqualTo("AT_COMMUNE");
        move(head, code, "WITHDRAW", "Hộ không còn nhu cầu vay");
    }

    /** More than the group chose is refused and kept as typed; less is saved and told in the history. */
    private static void correct(Visitor head, String code) {
        var address = "/applications/" + code + "/correction";
        var form = fields(head.get(address));
        assertThat(form).containsEntry("amount", "10.000.000").containsEntry("months", "36");
        form.put("amount", "10.000.001");
        var more = head.post(address, form);
        assertThat(more.statusCode()).isEqualTo(409);
        assertThat(more.body()).contains("chỉ được giữ nguyên hoặc giảm", "10.000.001", "Thiếu giấy ủy quyền của hộ");
        form = fields(head.get(address));
        form.put("amount", "8tr");
        assertThat(head.post(address, form).statusCode()).isEqualTo(303);
        assertThat(head.get("/applications/" + code).body())
                .contains("8.000.000 đồng", "Sửa hồ sơ: Nuôi bò sinh sản; 36 tháng", "10.000.000");
    }

    @Test
    void whatCannotBeReadComesBackAsItWasTyped() {
        var head = as("head");
        var blank = fields(head.get("/applications/new"));
        blank.put("member", Long.toString(home.group.members().getFirst()));
        blank.put("programme", "HONGHEO");
        blank.put("purpose", "Nuôi <b>bò</b>");
        blank.put("amount", "bốn mươi");
        blank.put("months", "x");
        blank.put("interval", "12");
        var answer = head.post("/applications/new", blank);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("bốn mươi", "value=\"x\"", "Nuôi &lt;b&gt;bò&lt;/b&gt;");
    }

    @Test
    void theDirectorsReaderSeesTheWayButNoButtons() {
        var head = as("head");
        var code = write(head, "5.000.000");
        var director = new Visitor(site).as("vayvon.director").get("/applications/" + code);

        assertThat(director.body()).contains("Bản nháp").doesNotContain("name=\"move\"");
        move(head, code, "WITHDRAW", "Hộ không còn nhu cầu vay");
    }

    private Visitor as(String name) {
        return new Visitor(site).as("vayvon." + name);
    }

    private String write(Visitor head, String amount) {
        var blank = fields(head.get("/applications/new"));
        blank.put("member", Long.toString(home.group.members().getFirst()));
        blank.put("programme", "HONGHEO");
        blank.put("purpose", "Nuôi bò sinh sản");
        blank.put("amount", amount);
        blank.put("months", "36");
        blank.put("interval", "12");
        var answer = head.post("/applications/new", blank);
        assertThat(answer.statusCode()).isEqualTo(303);
        var location = location(answer);
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private HttpResponse<String> move(Visitor visitor, String code, String move, String reason) {
        var fields = fields(visitor.get("/applications/" + code));
        fields.put("move", move);
        fields.put("reason", reason);
        return visitor.post("/applications/" + code + "/moves", fields);
    }

    private void bulk(Visitor visitor, String code, String move) {
        var page = visitor.get("/applications");
        assertThat(page.body()).contains(code);
        var fields = fields(page);
        fields.put("move", move);
        fields.put("application", code);
        assertThat(location(visitor.post("/applications/moves", fields))).endsWith("/applications?done=1");
    }

    private static Map<String, String> fields(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(200);
        return new HashMap<>(Fields.of(page.body()));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("nowhere, " + answer.statusCode());
    }

    private String step(String code) {
        return owner.sql("select step from loan.application where code = :code")
                .param("code", code)
                .query(String.class)
                .single();
    }

    private String loan(String code) {
        return owner.sql("""
                        select v.loan_id from loan.approval v join loan.application a on a.id = v.application_id
                         where a.code = :code
                        """).param("code", code).query(String.class).single();
    }
}
