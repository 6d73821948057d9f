package org.dongvon.loan.risk.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** A debt at risk from the request to the frozen loan, each step by the person whose it is, through the pages. */
@ServerTest
@TestInstance(Lifecycle.PER_CLASS)
class RiskWebTest {

    private final ApplicationContext beans;
    private final Site site;
    private final OwnerDb owner;

    private PeopleVillage home;

    RiskWebTest(ApplicationContext beans, Site site, OwnerDb owner) {
        this.beans = beans;
        this.site = site;
        this.owner = owner;
    }

    @BeforeAll
    void people() {
        home = PeopleVillage.of(beans, "RUIRO");
        hire("head", Role.GROUP_HEAD, home.village.point, Narrowing.ofGroup(home.group.id()));
        hire("xa", Role.COMMUNE_OFFICIAL, home.village.point, Narrowing.NONE);
        hire("tindung", Role.CREDIT_OFFICER, home.village.office, Narrowing.NONE);
        hire("ketoan", Role.ACCOUNTANT, home.village.office, Narrowing.NONE);
        owner.sql("""
                        insert into loan.risk_round (code, year, number, closes_on, risk_fund)
                        values ('2024-2', 2024, 2, '2024-12-31', 1000000000) on conflict do nothing
                        """).update();
        owner.sql("""
                        insert into document.document (code, number, issued_on, issuer, place, kind, title_vi, title_en, mark, source)
                        values ('QDXLN-01-2024', '01/QĐ-HĐQT', '2024-04-01', 'BANK_BOARD', '', 'DECISION', 'Xử lý nợ', 'Debts at risk', 'FOUND', '')
                            on conflict do nothing
                        """).update();
    }

    private void hire(String name, Role role, long unit, Narrowing narrowing) {
        beans.getBean(Accounts.class)
                .create(
                        Actor.SYSTEM,
                        new NewAccount("ruiro." + name, "Người " + name, role, unit, narrowing, null),
                        Site.PASSWORD);
    }

    @Test
    void fromTheRequestToTheFrozenLoan() {
        var loan = home.loan(2);
        var head = as("head");
        var blank = fields(head.get("/risk/new?loan=" + loan));
        blank.putAll(Map.of(
                "cause", "DISASTER", "damage", "23.999.999", "project", "60tr", "measure", "FREEZE", "months", "36"));
        blank.putAll(Map.of("income", "Làm thuê theo ngày", "plan", "Nuôi lại đàn bò", "used", "RIGHT"));
        var tooLittle = head.post("/risk/new", blank);
        assertThat(tooLittle.statusCode()).isEqualTo(409);
        assertThat(tooLittle.body()).contains("39,99", "gia hạn nợ", "Nuôi lại đàn bò", "23.999.999");
        blank = new HashMap<>(blank);
        blank.put("damage", "24tr");
        var written = head.post("/risk/new", blank);
        var dossier = location(written);
        assertThat(dossier).contains("/risk/RUIRO-01-XL");
        fill(head, dossier);
        prints(head, dossier + "/papers/01-xln", "01/XLN", "khoanh nợ, thời gian 36 tháng", "40,00 %");
        prints(head, dossier + "/papers/02-xln", "02/XLN", "Lê Văn Tám - Đại diện ngân hàng", "12/QĐ-UBND");
        assertThat(head.get(dossier + "/papers/03-xln").statusCode()).isEqualTo(409);
        handle(head, dossier);
        prints(
                as("ketoan"),
                "/risk-rounds/2024-2/RUIRO/FREEZE/TW-RUIRO/paper",
                "04/XLN",
                "Đợt 2 năm 2024",
                "Tổng cộng 1 món");
        decide();
        var history = List.of(
                "Có quyết định xử lý",
                "Đưa vào danh sách đợt 2024-2",
                "Đã kiểm tra, đủ điều kiện",
                "UBND xã xác nhận",
                "Ghi biên bản 02/XLN: Khoanh nợ",
                "Thêm giấy tờ 12/QĐ-UBND, UBND huyện");
        assertThat(as("director").get(dossier).body()).containsSubsequence(history);
        assertThat(head.get(dossier).body()).contains(history);
        assertThat(as("director").get("/loans/" + loan).body()).contains("Đang khoanh", "Khoanh nợ");
        assertThat(as("tindung").get("/loans?state=WRITTEN_OFF").statusCode()).isEqualTo(200);
    }

    private static void fill(Visitor head, String dossier) {
        var paper = fields(head.get(dossier));
        paper.putAll(Map.of("kind", "DISASTER_DECISION", "number", "12/QĐ-UBND", "issued", "01/04/2024"));
        paper.putAll(Map.of("issuer", "UBND huyện", "until", "17/04/2024"));
        assertThat(head.post(dossier + "/evidence", paper).body()).contains("hết hiệu lực ngày 17/04/2024");
        paper = fields(head.get(dossier));
        paper.putAll(Map.of("kind", "DISASTER_DECISION", "number", "12/QĐ-UBND", "issued", "01/04/2024"));
        paper.putAll(Map.of("issuer", "UBND huyện", "until", ""));
        assertThat(head.post(dossier + "/evidence", paper).statusCode()).isEqualTo(303);
        var minutes = fields(head.get(dossier));
        minutes.putAll(Map.of("held", "18/04/2024", "finding", "Đàn bò chết tám con", "proposal", "Khoanh nợ"));
        minutes.putAll(
                Map.of("capacity1", "BANK", "name1", "Lê Văn Tám", "capacity2", "COMMUNE", "name2", "Hà Thị Ba"));
        assertThat(head.post(dossier + "/minutes", minutes).statusCode()).isEqualTo(303);
    }

    private void handle(Visitor head, String dossier) {
        move(head, dossier, "SUBMIT");
        move(as("xa"), dossier, "CONFIRM");
        move(as("tindung"), dossier, "CHECK");
        assertThat(as("head").get(dossier).body()).contains("Ngân hàng đã kiểm tra", "Lê Văn Tám", "Không thời hạn");
        var director = as("director");
        var list = fields(director.get(dossier));
        list.putAll(Map.of("move", "LIST", "round", "2024-2"));
        assertThat(director.post(dossier + "/moves", list).statusCode()).isEqualTo(303);
    }

    private void decide() {
        var accountant = as("ketoan");
        assertThat(accountant.get("/risk-rounds/2024-2").body()).contains("PGD RUIRO", "04/XLN");
        var address = "/risk-rounds/2024-2/RUIRO/FREEZE/TW-RUIRO";
        var decision = fields(accountant.get(address));
        decision.putAll(Map.of("document", "CT-40-2014", "reason", "Theo quyết định của Chủ tịch HĐQT"));
        assertThat(accountant.post(address, decision).body()).contains("không đúng thẩm quyền");
        decision = fields(accountant.get(address));
        decision.putAll(Map.of("document", "QDXLN-01-2024", "reason", "Theo quyết định của Chủ tịch HĐQT"));
        var asked = accountant.post(address, decision);
        assertThat(asked.statusCode()).isEqualTo(303);
        var director = as("director");
        var shown = director.get(location(asked));
        assertThat(shown.body()).contains("QDXLN-01-2024", "Quỹ dự phòng của đợt");
        assertThat(director.post(location(asked) + "/approval", fields(shown)).statusCode())
                .isEqualTo(303);
    }

    private static void prints(Visitor who, String address, String... words) {
        assertThat(Texts.of(who.getBytes(address))).as(address).contains(words);
    }

    private void move(Visitor who, String dossier, String move) {
        var form = fields(who.get(dossier));
        form.put("move", move);
        form.put("reason", "");
        assertThat(who.post(dossier + "/moves", form).statusCode()).as(move).isEqualTo(303);
    }

    private Visitor as(String name) {
        return new Visitor(site).as("ruiro." + name);
    }

    private static Map<String, String> fields(HttpResponse<String> page) {
        return new HashMap<>(Fields.of(page.body()));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(to -> to.replaceFirst("https?://[^/]+", ""))
                .orElse("no location: " + answer.statusCode() + " " + answer.body());
    }
}
