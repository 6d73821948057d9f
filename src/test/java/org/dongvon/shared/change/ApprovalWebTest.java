package org.dongvon.shared.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.dongvon.capital.GrantAllotment;
import org.dongvon.engine.money.Dong;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.NewAccount;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.dongvon.support.Fields;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Village;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Two persons through the pages: a fund officer asks, a director or manager decides. */
@ServerTest
class ApprovalWebTest {

    private static final Pattern PAGE_OF_REQUEST = Pattern.compile("/approvals/(\\d+)$");
    private static final AtomicInteger CONTRACTS = new AtomicInteger();

    private final ApplicationContext beans;
    private final Site site;
    private final OwnerDb owner;
    private String contract = "";

    ApprovalWebTest(ApplicationContext beans, Site site, OwnerDb owner) {
        this.beans = beans;
        this.site = site;
        this.owner = owner;
    }

    @BeforeEach
    void furnish() {
        long country = beans.getBean(Units.class).byCode("VN").id();
        person("two.fund", "Phan Thị Nguồn", Role.FUND_OFFICER, site.office());
        person("two.accountant", "Lý Kế Toán", Role.ACCOUNTANT, country);
        person("two.manager", "Hồ Quản Lý", Role.MANAGER, country);
        contract = "UT-WEB-" + CONTRACTS.incrementAndGet();
        var grants = beans.getBean(GrantAllotment.class);
        beans.getBean(Transactions.class)
                .write(
                        Actor.SYSTEM,
                        () -> grants.sign(
                                site.office(),
                                new GrantAllotment.NewContract(
                                        contract,
                                        "PROVINCE",
                                        "UBND thành phố",
                                        "QĐ 12",
                                        Site.TODAY,
                                        new Dong(50_000_000_000L))));
        owner.sql("update capital.contract set received = amount where code = :code")
                .param("code", contract)
                .update();
    }

    @Test
    void goesFromTheMakersFormToTheDirectorsApproval() {
        var maker = new Visitor(site).as("two.fund");
        assertThat(maker.get("/capital").body()).contains(contract, "Giao cho LECHAN");
        long id = ask(maker, "1 tỷ");

        var own = maker.get("/approvals/" + id).body();
        assertThat(own)
                .contains("1.000.000.000 đồng", "Một tỷ đồng chẵn", "Phan Thị Nguồn", "Bạn là người lập đề nghị này")
                .doesNotContain("data-approve");
        var director = new Visitor(site).as(Role.DIRECTOR);
        assertThat(director.get("/").body()).contains("đề nghị chờ bạn");
        assertThat(director.get("/approvals").body()).contains("/approvals/" + id + "/approval");
        var page = director.get("/approvals/" + id).body();
        assertThat(page).contains("data-approve", "theo kế hoạch năm", "QD-131-2002");

        var answer = director.post("/approvals/" + id + "/approval", Fields.of(page));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(maker.get("/approvals/" + id).body()).contains("Đã duyệt").doesNotContain("data-approve");
        assertThat(granted()).isEqualTo(1_000_000_000);
        assertThat(director.get("/approvals?show=DECIDED").body()).contains("/approvals/" + id);
    }

    @Test
    void isNotThereForASiblingUnitAndNotForRolesWithoutThePage() {
        long id = ask(new Visitor(site).as("two.fund"), "1 tỷ");
        Village.withAccounts(beans, "SIB" + CONTRACTS.get());
        var sibling = new Visitor(site).as("sib" + CONTRACTS.get() + ".director");

        assertThat(sibling.get("/approvals/" + id).statusCode()).isEqualTo(404);
        assertThat(sibling.get("/approvals?done=" + id).statusCode()).isEqualTo(404);
        assertThat(sibling.post("/approvals/" + id + "/approval", key()).statusCode())
                .isEqualTo(404);
        assertThat(sibling.post("/approvals/" + id + "/return", key()).statusCode())
                .isEqualTo(404);
        for (var list : ChangeInbox.View.values()) {
            assertThat(sibling.get("/approvals?show=" + list).body()).doesNotContain(contract);
        }
        var teller = new Visitor(site).as(Role.TELLER);
        assertThat(teller.get("/approvals/" + id).body())
                .contains("không được duyệt")
                .doesNotContain("data-approve");
        assertThat(teller.post("/approvals/" + id + "/approval", key()).statusCode())
                .isEqualTo(403);
        assertThat(teller.get("/capital/" + contract + "/grants/LECHAN").statusCode())
                .isEqualTo(403);
        var auditor = new Visitor(site).as(Role.AUDITOR);
        assertThat(auditor.get("/approvals/" + id).statusCode()).isEqualTo(200);
        assertThat(auditor.post("/approvals/" + id + "/approval", key()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void refusesTheMakersOwnApproval() {
        var maker = new Visitor(site).as("two.fund");
        long id = ask(maker, "1 tỷ");

        var answer = maker.post("/approvals/" + id + "/approval", key());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Theo nguyên tắc hai người");
    }

    @Test
    void saysWhoMayApproveAboveTheLimit() {
        long id = ask(new Visitor(site).as("two.fund"), "5.000.000.001");
        var director = new Visitor(site).as(Role.DIRECTOR);

        assertThat(director.get("/approvals/" + id).body())
                .contains("vượt hạn mức duyệt của Giám đốc")
                .doesNotContain("data-approve");
        assertThat(director.post("/approvals/" + id + "/approval", key()).statusCode())
                .isEqualTo(409);
        var manager = new Visitor(site).as("two.manager");
        manager.get("/approvals");
        assertThat(manager.post("/approvals/" + id + "/approval", key()).statusCode())
                .isEqualTo(303);
        assertThat(granted()).isEqualTo(5_000_000_001L);
    }

    @Test
    void returnsToTheMakerWhoCorrectsAndSendsAgain() {
        var maker = new Visitor(site).as("two.fund");
        long id = ask(maker, "2 tỷ");
        var director = new Visitor(site).as(Role.DIRECTOR);
        director.get("/approvals/" + id);
        assertThat(director.post("/approvals/" + id + "/return", key()).statusCode())
                .isEqualTo(422);

        assertThat(director.post("/approvals/" + id + "/return", with(key(), "note", "chỉ giao 1 tỷ"))
                        .statusCode())
                .isEqualTo(303);

        var returned = maker.get("/approvals/" + id).body();
        var form = "/capital/" + contract + "/grants/LECHAN";
        assertThat(returned).contains("chỉ giao 1 tỷ", form + "?former=" + id);
        var page = maker.get(form + "?former=" + id).body();
        assertThat(page).contains("2.000.000.000", "theo kế hoạch năm");
        var again =
                id(maker.post(form, with(with(Fields.of(page), "granted", "1 tỷ"), "reason", "đã sửa theo yêu cầu")));
        assertThat(maker.get("/approvals/" + again).body()).contains("Sửa từ đề nghị", "" + id);
        assertThat(maker.get("/approvals/" + id).body()).contains("Đã sửa ở đề nghị", "" + again);
    }

    @Test
    void keepsWhatWasTypedWhenAFormIsRefused() {
        var maker = new Visitor(site).as("two.fund");
        var form = "/capital/" + contract + "/grants/LECHAN";
        var page = maker.get(form).body();

        var nothing = maker.post(form, with(Fields.of(page), "granted", "1 tỷ"));
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("Đề nghị phải có lý do", "value=\"1 tỷ\"");
        var unknown = maker.post(
                form, with(with(with(Fields.of(page), "granted", "1 tỷ"), "reason", "thêm"), "document", "KHONG-CO"));
        assertThat(unknown.body()).contains("Sổ văn bản không có mã", "value=\"KHONG-CO\"", "thêm");
    }

    @Test
    void approvesSeveralOfOneKindAfterALookAtTheirTotal() {
        var maker = new Visitor(site).as("two.fund");
        long first = ask(maker, "1 tỷ");
        var firstContract = contract;
        furnish();
        long second = ask(maker, "2 tỷ");
        var director = new Visitor(site).as(Role.DIRECTOR);

        var page =
                director.get("/approvals/batch?id=" + first + "&id=" + second).body();
        assertThat(page).contains("3.000.000.000", "Ba tỷ đồng chẵn", "Duyệt 2 đề nghị");
        // Both have one name, so the second is sent with the address.
        var answer = director.post("/approvals/batch?id=" + first, Fields.of(page));

        assertThat(answer.body()).contains("Đã duyệt").doesNotContain("Chưa duyệt");
        assertThat(count("select sum(granted) from capital.allotment a join capital.contract c on c.id = a.contract_id"
                        + " where c.code in ('" + firstContract + "', '" + contract + "')"))
                .isEqualTo(3_000_000_000L);
        assertThat(director.get("/approvals/batch").statusCode()).isEqualTo(422);
    }

    @Test
    void changesARuleThroughItsPages() {
        var accountant = new Visitor(site).as("two.accountant");
        assertThat(accountant.get("/rules").body()).contains("/rules/COLLECTION_ORDER_IN_TERM/change");
        assertThat(new Visitor(site).as(Role.TELLER).get("/rules").body()).doesNotContain("/change");
        var form = "/rules/CASH_SHORTAGE_REPORT_HOURS/change";
        var page = accountant.get(form).body();
        var fields = with(with(with(Fields.of(page), "value", "10"), "from", "01/01/2031"), "reason", "theo văn bản");
        long id = id(accountant.post(form, with(fields, "document", "QD-131-2002")));

        var manager = new Visitor(site).as("two.manager");
        var seen = manager.get("/approvals/" + id).body();
        assertThat(seen).contains("12 giờ", "10 giờ", "01/01/2031", "đổi");
        manager.post("/approvals/" + id + "/approval", Fields.of(seen));

        assertThat(accountant.get("/rules").body()).contains("10 giờ", "01/01/2031");
        assertThat(new Visitor(site).as(Role.DIRECTOR).get("/approvals/" + id).statusCode())
                .as("a change of the whole country is not an office's affair")
                .isEqualTo(404);
    }

    @Test
    void changesACapAndARuleOfAProgrammeThroughItsPages() {
        var accountant = new Visitor(site).as("two.accountant");
        var manager = new Visitor(site).as("two.manager");
        assertThat(accountant.get("/programmes/SAUCAINGHIEN").body())
                .contains("/programmes/SAUCAINGHIEN/caps/ALL/BORROWER/change")
                .contains("/programmes/SAUCAINGHIEN/rules/SECURITY/change");
        var form = "/programmes/SAUCAINGHIEN/caps/ALL/BORROWER/change";
        var fields = with(Fields.of(accountant.get(form).body()), "amount", "300tr");
        long id = decided(accountant, manager, form, fields, "300.000.000 đồng");
        form = "/programmes/SAUCAINGHIEN/rules/SECURITY/change";
        fields = with(with(Fields.of(accountant.get(form).body()), "choice", ""), "value", "100tr");
        assertThat(decided(accountant, manager, form, fields, "trên 100.000.000 đồng"))
                .isGreaterThan(id);
        form = "/programmes/SAUCAINGHIEN/rules/INCOMPATIBLE/change";
        fields = with(Fields.of(accountant.get(form).body()), "value-NCHXAPT", "x");
        assertThat(decided(accountant, manager, form, fields, "Người chấp hành xong án phạt tù"))
                .isGreaterThan(id);

        assertThat(accountant.get("/programmes/SAUCAINGHIEN").body())
                .contains("300.000.000", "trên 100.000.000 đồng", "01/01/2031");
        var wrong = accountant.post(form, with(with(fields, "value-NCHXAPT", ""), "from", "01/01/2030"));
        assertThat(wrong.statusCode()).isEqualTo(422);
    }

    /** Asks and approves; returns the request. */
    private long decided(Visitor maker, Visitor checker, String form, Map<String, String> fields, String words) {
        var all = with(with(with(fields, "from", "01/01/2031"), "reason", "theo văn bản"), "document", "QD-131-2002");
        long id = id(maker.post(form, all));
        var seen = checker.get("/approvals/" + id).body();
        assertThat(seen).contains(words, "01/01/2031", "đổi");
        checker.post("/approvals/" + id + "/approval", Fields.of(seen));
        return id;
    }

    @Test
    void previewsARateBeforeItIsAskedFor() {
        var accountant = new Visitor(site).as("two.accountant");
        var form = "/rates/HONGHEO/change";
        var page = accountant.get(form).body();
        long before = count("select count(*) from shared.change_request");

        var answer = accountant.post(
                form, with(with(with(Fields.of(page), "in-term", "6,1"), "from", "01/01/2031"), "do", "check"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Món vay còn dư nợ", "Chênh lệch 30 ngày", "value=\"6,1\"");
        assertThat(count("select count(*) from shared.change_request")).isEqualTo(before);
        var wrong = accountant.post(form, with(with(Fields.of(page), "in-term", "sáu"), "from", "01/01/2031"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("không phải là lãi suất");
    }

    @Test
    void showsEveryFormInBothLanguages() {
        var visitor = new Visitor(site).as("two.accountant");
        for (var language : new String[] {"vi", "en"}) {
            visitor.get("/?lang=" + language);
            for (var path : new String[] {
                "/rules/GROUP_MEMBERS_MAX/change",
                "/rules/COLLECTION_ORDER_IN_TERM/change",
                "/rules/DUE_DATE_RULE/change",
                "/rules/INSTALMENT_ROUNDING/change",
                "/rates/HONGHEO/change",
                "/programmes/HONGHEO/rules/TERM_MAX/change",
                "/programmes/HONGHEO/rules/INCOMPATIBLE/change",
                "/programmes/HONGHEO/rules/STATE/change",
                "/programmes/HONGHEO/rules/AMOUNT_MIN/change",
                "/programmes/HONGHEO/caps/ALL/HOUSEHOLD/change",
                "/programmes/NOXH/caps/BUILD/NEED/change",
                "/programmes/HONGHEO",
                "/documents",
                "/documents/new",
                "/units",
                "/units/LECHAN/name",
                "/units/LECHAN-01/session-day",
                "/capital",
                "/approvals",
                "/approvals?show=MINE",
                "/approvals/limits",
                "/approvals/limits/capital.grant/DIRECTOR"
            }) {
                var answer = visitor.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(answer.body()).as(path).doesNotContain("??");
            }
        }
        assertThat(visitor.get("/units/NOWHERE/name").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/rules/NOTHING/change").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/rates/NOTHING/change").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/approvals/1").statusCode()).isEqualTo(404);
    }

    private long ask(Visitor maker, String amount) {
        var form = "/capital/" + contract + "/grants/LECHAN";
        var fields = Fields.of(maker.get(form).body());
        fields.put("granted", amount);
        fields.put("document", "QD-131-2002");
        fields.put("reason", "theo kế hoạch năm");
        return id(maker.post(form, fields));
    }

    private static long id(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        var place =
                PAGE_OF_REQUEST.matcher(answer.headers().firstValue("Location").orElse(""));
        assertThat(place.find()).isTrue();
        return Long.parseLong(place.group(1));
    }

    private static Map<String, String> key() {
        return Map.of("key", UUID.randomUUID().toString());
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return more;
    }

    private long granted() {
        return count(
                "select granted from capital.allotment a join capital.contract c on c.id = a.contract_id where c.code = '"
                        + contract + "'");
    }

    private long count(String sql) {
        return owner.sql(sql).query(Long.class).single();
    }

    private void person(String login, String name, Role role, long unit) {
        if (count("select count(*) from identity.account where login = '" + login + "'") == 0) {
            beans.getBean(Accounts.class).create(Actor.SYSTEM, new NewAccount(login, name, role, unit), Site.PASSWORD);
        }
    }
}
