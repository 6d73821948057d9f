package org.dongvon.capital;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.NewAccount;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.support.Fields;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A contract from its signing to its statement, through the pages, by a fund officer and a director. */
@ServerTest
class ContractWebTest {

    private static final Pattern REQUEST = Pattern.compile("/approvals/(\\d+)$");

    private final Site site;
    private final OwnerDb owner;
    private final Accounts accounts;
    private Visitor fund;
    private Visitor director;

    ContractWebTest(Site site, OwnerDb owner, Accounts accounts) {
        this.site = site;
        this.owner = owner;
        this.accounts = accounts;
        this.fund = new Visitor(site);
        this.director = new Visitor(site);
    }

    @BeforeEach
    void people() {
        var login = "contract.fund";
        if (owner.sql("select count(*) from identity.account where login = :login")
                        .param("login", login)
                        .query(Long.class)
                        .single()
                == 0) {
            accounts.create(
                    Actor.SYSTEM,
                    new NewAccount(login, "Phan Thị Nguồn", Role.FUND_OFFICER, site.office()),
                    Site.PASSWORD);
        }
        fund = new Visitor(site).as(login);
        director = new Visitor(site).as(Role.DIRECTOR);
    }

    @Test
    void isSignedReceivedAndShown() {
        approve(id(fund.post("/capital/new", terms())));
        var contract = "/capital/UT-TRANG-1";
        assertThat(fund.get("/capital").body()).contains("UT-TRANG-1");

        var receive = contract + "/money/received";
        var fields = Fields.of(fund.get(receive).body());
        approve(id(fund.post(receive, basis(with(fields, "amount", "300tr")))));
        var grant = contract + "/grants/LECHAN";
        approve(id(fund.post(grant, basis(with(Fields.of(fund.get(grant).body()), "granted", "120tr")))));

        var page = fund.get(contract).body();
        assertThat(page)
                .contains(
                        "UBND phường",
                        "300.000.000",
                        "120.000.000",
                        "Chưa giao 180.000.000",
                        "Hỗ trợ tạo việc làm",
                        "30,00 %")
                .contains(contract + "/terms");
        assertThat(director.get(contract + "?lang=en").body())
                .contains("Granted to nobody 180,000,000", contract + "/loans?asOf=")
                .doesNotContain(contract + "/terms");
        assertThat(director.get(contract + "/loans?lang=vi").body()).contains("Chưa có món vay");
        assertThat(director.get(contract + "/loans.csv").body()).startsWith("\uFEFFcode,group,point,programme");
        assertThat(fund.get("/capital/sources").body()).contains("Ngân sách cấp xã ủy thác", "Trong đó vốn địa phương");
        assertThat(director.get(contract + "?asOf=31/02/2024").statusCode()).isEqualTo(422);
        assertThat(fund.get(contract + "/loans").statusCode()).isEqualTo(403);

        assertThat(page).contains(contract + "/interest", "Lãi đã sinh ra và đi đâu");
        assertThat(fund.get(contract + "/interest").body()).contains("Chưa phân phối tháng nào", "30,00 %");
        owesItsBoardsNothing(contract);
        assertThat(director.get("/distributions?month=2024-05&lang=en").body())
                .contains("UT-TRANG-1", "Not distributed")
                .doesNotContain("/distributions/request");
        var request = "/distributions/request?of=approval&month=UT-TRANG-1:2024-05";
        assertThat(fund.get(request).body()).contains("chưa khóa sổ xong");
        assertThat(director.get(request).statusCode()).isEqualTo(403);

        var returned = contract + "/money/returned";
        var tooMuch =
                fund.post(returned, basis(with(Fields.of(fund.get(returned).body()), "amount", "180.000.001")));
        assertThat(tooMuch.statusCode()).isEqualTo(422);
        assertThat(tooMuch.body()).contains("chỉ còn 180.000.000 đồng", "180.000.001");
    }

    private void owesItsBoardsNothing(String contract) {
        assertThat(fund.get(contract + "/boards").body()).contains("Chưa chi lần nào", "Còn phải trả");
        assertThat(fund.get(contract + "/boards.xlsx").statusCode()).isEqualTo(200);
        assertThat(fund.get(contract + "/boards.pdf").body()).startsWith("%PDF");
        assertThat(fund.get(contract + "/boards.pdf?number=1").statusCode()).isEqualTo(404);
        var pay = contract + "/boards/new";
        var asked = with(with(Fields.of(fund.get(pay).body()), "receiver", "Ban đại diện"), "reference", "GĐN 1");
        assertThat(fund.post(pay, basis(with(asked, "amount", "1"))).body()).contains("chỉ còn phải trả 0 đồng");
        assertThat(fund.get(contract + "/boards/back").body())
                .contains("không có gì để hủy")
                .doesNotContain("<select");
    }

    @Test
    void comesBackWithWhatWasTypedAndWhatIsWrong() {
        var wrong = new LinkedHashMap<>(terms());
        wrong.put("code", "ut nhỏ");
        wrong.put("boards", "16");
        wrong.put("ends-on", "01/01/2001");
        var answer = fund.post("/capital/new", wrong);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "không đúng dạng", "cộng lại bằng 101 %", "ut nhỏ", "value=\"16\"", "name=\"programme-GQVL\"");
        wrong.put("code", "UT-TRANG-2");
        wrong.put("boards", "15");
        assertThat(fund.post("/capital/new", wrong).body()).contains("trước ngày ký");
        assertThat(director.post("/capital/new", terms()).statusCode()).isEqualTo(403);
        assertThat(fund.get("/capital/UT-KHONGCO").statusCode()).isEqualTo(404);
    }

    private static Map<String, String> terms() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("key", UUID.randomUUID().toString());
        fields.put("code", "UT-TRANG-1");
        fields.put("office", "LECHAN");
        fields.put("signed-on", "18/05/2024");
        fields.put("source", "COMMUNE");
        fields.put("owner", "UBND phường Lê Chân");
        fields.put("amount", "500tr");
        fields.put("ends-on", "");
        fields.put("programme-GQVL", "1");
        fields.put("priority", "10");
        fields.put("risk", "30");
        fields.put("fee", "50");
        fields.put("boards", "15");
        fields.put("added", "5");
        return basis(fields);
    }

    private static Map<String, String> basis(Map<String, String> fields) {
        return with(with(fields, "document", "QD-131-2002"), "reason", "theo quyết định");
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return more;
    }

    private void approve(long id) {
        var page = director.get("/approvals/" + id).body();
        assertThat(director.post("/approvals/" + id + "/approval", Fields.of(page))
                        .statusCode())
                .isEqualTo(303);
    }

    private static long id(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        var place = REQUEST.matcher(answer.headers().firstValue("Location").orElse(""));
        assertThat(place.find()).isTrue();
        return Long.parseLong(place.group(1));
    }
}
