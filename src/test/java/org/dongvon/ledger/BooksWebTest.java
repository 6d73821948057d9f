package org.dongvon.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
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

/** A voucher from the typing to the trial balance and back, and the pages of chart and periods. */
@ServerTest
class BooksWebTest {

    private static final Pattern REQUEST = Pattern.compile("/approvals/(\\d+)$");

    private final Site site;
    private final OwnerDb owner;
    private final Accounts accounts;
    private Visitor accountant;
    private Visitor director;

    BooksWebTest(Site site, OwnerDb owner, Accounts accounts) {
        this.site = site;
        this.owner = owner;
        this.accounts = accounts;
        this.accountant = new Visitor(site);
        this.director = new Visitor(site);
    }

    @BeforeEach
    void people() {
        var login = "books.accountant";
        if (owner.sql("select count(*) from identity.account where login = :login")
                        .param("login", login)
                        .query(Long.class)
                        .single()
                == 0) {
            accounts.create(
                    Actor.SYSTEM, new NewAccount(login, "Tạ Thị Sổ", Role.ACCOUNTANT, site.office()), Site.PASSWORD);
        }
        accountant = new Visitor(site).as(login);
        director = new Visitor(site).as(Role.DIRECTOR);
    }

    @Test
    void aVoucherIsTypedApprovedShownAndTakenBack() {
        var wrong = accountant.post("/journals/new", voucher("12.500.001"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("12.500.001", "hai bên phải bằng nhau", "HĐ 015/2024");

        long request = id(accountant.post("/journals/new", voucher("12.500.000")));
        assertThat(director.get("/approvals/" + request).body())
                .contains("Nợ Chi phí hoạt động của đơn vị 12.500.000 – thuê nhà");
        approve(request);
        var balance = accountant
                .get("/reports/trial-balance?from=01/05/2024&asOf=18/05/2024&lang=vi")
                .body();
        assertThat(balance).contains("Bảng cân đối tài khoản", "Chi phí hoạt động của đơn vị", "12.500.000");
        assertThat(director.getBytes("/reports/trial-balance.pdf").body())
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(director.getBytes("/reports/trial-balance.xlsx").body())
                .startsWith("PK".getBytes(StandardCharsets.US_ASCII));
        assertThat(director.get("/reports/trial-balance-by-programme?from=01/05/2024&asOf=18/05/2024&lang=vi")
                        .body())
                .contains("Bảng cân đối theo chương trình", "Chi phí hoạt động của đơn vị", "12.500.000");
        assertThat(director.getBytes("/reports/trial-balance-by-programme.pdf").body())
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(director.getBytes("/reports/trial-balance-by-programme.xlsx").body())
                .startsWith("PK".getBytes(StandardCharsets.US_ASCII));
        assertThat(director.get("/reports/trial-balance?from=31/12/2025").statusCode())
                .isEqualTo(422);

        var journal = owner.sql("select max(journal_id) from ledger.manual_voucher")
                .query(Long.class)
                .single();
        var page = accountant.get("/journals/" + journal).body();
        assertThat(page).contains("HĐ 015/2024", "thuê nhà", "Hủy chứng từ này");
        assertThat(director.get("/journals/" + journal).body()).doesNotContain("Hủy chứng từ này");
        var link = Pattern.compile("/journals/reversal\\?voucher=([A-Z0-9-]+)").matcher(page);
        assertThat(link.find()).isTrue();
        var back = "/journals/reversal?voucher=" + link.group(1);
        approve(id(accountant.post(
                "/journals/reversal", basis(Fields.of(accountant.get(back).body())))));
        assertThat(accountant.get("/journals/" + journal).body())
                .contains("đã bị đảo")
                .doesNotContain("Hủy chứng từ này");
    }

    @Test
    void chartAndPeriodsAreShownAndAskedFor() {
        assertThat(director.get("/accounts?lang=en").body())
                .contains("deposits", "105", "No: its balance comes from other work");
        assertThat(accountant.get("/accounts/BANK/change?lang=vi").body()).contains("Thay đổi tài khoản BANK");
        assertThat(accountant.get("/accounts/new/change").body()).contains("Mã tài khoản");
        assertThat(accountant.get("/accounts/NOWHERE/change").statusCode()).isEqualTo(404);
        assertThat(director.get("/accounts/BANK/change").statusCode()).isEqualTo(403);
        assertThat(accountant.get("/periods").body()).contains("Khóa sổ tháng");
        var may = "/periods/LECHAN/months/2024-05";
        var early = accountant.post(may, basis(Fields.of(accountant.get(may).body())));
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body()).contains("Tháng hết ngày 31/05/2024");
        var year = "/periods/LECHAN/years/2024";
        assertThat(accountant
                        .post(year, basis(Fields.of(accountant.get(year).body())))
                        .body())
                .contains("Năm hết ngày 31/12/2024");
        assertThat(accountant.get("/journals/transfer").body()).contains("Chuyển tiền giữa hai đơn vị");
        assertThat(accountant.get("/periods/LECHAN/months/2024-13").statusCode())
                .isEqualTo(404);
    }

    private Map<String, String> voucher(String credit) {
        var fields = new HashMap<>(Fields.of(accountant.get("/journals/new").body()));
        fields.put("source", "HĐ 015/2024");
        fields.put("wording", "thuê nhà tháng 5");
        fields.put("account-0", "OPERATING_EXPENSE");
        fields.put("debit-0", "12.500.000");
        fields.put("text-0", "thuê nhà");
        fields.put("account-1", "BANK");
        fields.put("credit-1", credit);
        return basis(fields);
    }

    private static Map<String, String> basis(Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("reason", "theo chứng từ kèm");
        return all;
    }

    private static long id(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        var found = REQUEST.matcher(answer.headers().firstValue("Location").orElseThrow());
        assertThat(found.find()).isTrue();
        return Long.parseLong(found.group(1));
    }

    private void approve(long id) {
        var page = "/approvals/" + id;
        var answer =
                director.post(page + "/approval", Fields.of(director.get(page).body()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }
}
