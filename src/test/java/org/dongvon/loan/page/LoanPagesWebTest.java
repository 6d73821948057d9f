package org.dongvon.loan.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.dongvon.shared.Role;
import org.dongvon.support.LoanVillage;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** The pages of loans, journals and groups over plain HTTP. */
@ServerTest
class LoanPagesWebTest {

    private final Site site;
    private final ApplicationContext beans;

    LoanPagesWebTest(Site site, ApplicationContext beans) {
        this.site = site;
        this.beans = beans;
    }

    @Test
    void showsWhyTheInterestIsWhatItIsInBothLanguages() {
        var home = new LoanVillage(beans, "LP-A").withPeople();
        var visitor = new Visitor(site).as(home.login(Role.TELLER));

        assertThat(visitor.get("/loans/" + home.loan(0)).body())
                .contains(
                        "Nguyễn Thị 0 · khoản vay LP-A-1-0",
                        "•••• •••• 0000",
                        "Vì sao lãi là 634.389 đồng",
                        "347.178,08",
                        "287.210,96",
                        "(100.000.000 × 7,92 % × 16 + 100.000.000 × 7,488 % × 14) ÷ 365 = 634.389,04 → 634.389",
                        "Quyết định 2553/QĐ-TTg",
                        "Tổ 1");
        assertThat(visitor.get("/loans/" + home.loan(0) + "?lang=en&on=2025-12-01")
                        .body())
                .contains("Why the interest is 347,178 đồng", "As of", "16 days, one rate");
    }

    @Test
    void leadsFromALoanToItsJournalAndBack() {
        var home = new LoanVillage(beans, "LP-B").withPeople();
        var line = UUID.randomUUID();
        home.pay(line, 0, 634_389, 10_000_000);
        home.save(1, 50_000);
        var visitor = new Visitor(site).as(home.login(Role.AUDITOR));

        var loan = visitor.get("/loans/" + home.loan(0)).body();
        assertThat(loan).contains("/loans/LP-B-1-0/interest/" + line, "10.634.389", "90.000.000");
        assertThat(visitor.get("/loans/LP-B-1-0/interest/" + line).body())
                .contains("Lãi 634.389 đồng thu ngày 15/12/2025", "0,04", "chính xác 634.389,04");
        var journal = Pattern.compile("/journals/\\d+").matcher(loan);
        assertThat(journal.find()).isTrue();
        assertThat(visitor.get(journal.group()).body())
                .contains("Giao dịch khớp bút toán", "Thu lãi cho vay", "href=\"/loans/LP-B-1-0\"", "khớp")
                .doesNotContain("lệch");
        assertThat(visitor.get("/journals?lang=en").body())
                .contains("Journals of 15/12/2025", "Group sheet", "10,634,389", "Interest collected on loans");
    }

    @Test
    void findsALoanByNameWithoutDiacriticsByCodeAndByGroup() {
        var home = new LoanVillage(beans, "LP-C").withPeople();
        var visitor = new Visitor(site).as(home.login(Role.TELLER));

        assertThat(visitor.get("/loans?q=3+thi+nguyen").body())
                .contains("/loans/LP-C-1-3")
                .doesNotContain("/loans/LP-C-1-2");
        assertThat(visitor.get("/loans?q=lp-c-1-4").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/loans/LP-C-1-4"));
        assertThat(visitor.get("/loans?q=LP-C-T1").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/groups/LP-C-T1"));
        assertThat(visitor.get("/loans?q=LP-C").body()).contains("5 khoản vay", "500.000.000");
        assertThat(visitor.get("/loans?programme=CANNGHEO&state=IN_TERM&point=LP-C-01&group=lp-c-t1")
                        .body())
                .contains("5 khoản vay");
        assertThat(visitor.get("/loans?programme=HONGHEO").body()).contains("Không có khoản vay nào khớp");
        assertThat(visitor.get("/loans?state=OVERDUE").body()).contains("Không có khoản vay nào khớp");
        assertThat(visitor.get("/loans?q=xyz").body()).contains("Không có khoản vay nào của người tên “xyz”");
    }

    @Test
    void showsAGroupWithItsLoansAndDeposits() {
        var home = new LoanVillage(beans, "LP-D").withPeople();
        home.save(2, 70_000);
        var visitor = new Visitor(site).as(home.login(Role.TELLER));

        assertThat(visitor.get("/groups/LP-D-T1").body())
                .contains("Tổ 1 · LP-D-T1", "/loans/LP-D-1-4", "500.000.000", "70.000", "Ngày 15 hằng tháng");
        assertThat(visitor.get("/groups").body()).contains("/groups/LP-D-T1");
        assertThat(visitor.get("/groups?lang=en").body()).contains("Day 15 of the month · one group");
    }

    @Test
    void hidesWhatBelongsToAnotherOfficeAndNamesTheReason() {
        var home = new LoanVillage(beans, "LP-E").withPeople();
        var line = UUID.randomUUID();
        home.pay(line, 0, 634_389, 0);
        var visitor = new Visitor(site).as(home.login(Role.TELLER));
        var loan = visitor.get("/loans/LP-E-1-0").body();
        var journal = Pattern.compile("/journals/\\d+").matcher(loan);
        assertThat(journal.find()).isTrue();
        var stranger = new Visitor(site).as(Role.TELLER);

        for (var path : new String[] {
            "/loans/LP-E-1-0",
            "/loans/LP-E-1-0/interest/" + line,
            "/groups/LP-E-T1",
            journal.group(),
            "/groups?point=LP-E-01",
            "/journals?office=LP-E"
        }) {
            assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(200);
            assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(stranger.get("/loans?q=nguyen+thi").body()).doesNotContain("LP-E-");
        assertThat(stranger.get("/loans?q=LP-E-1-0").body()).doesNotContain("Location", "Nguyễn Thị 0");
        assertThat(stranger.get("/loans/NO-SUCH").body()).contains("NO-SUCH");
        assertThat(stranger.takingJson().get("/loans/NO-SUCH").body()).contains("\"code\":\"UNKNOWN_LOAN\"");
        assertThat(visitor.get("/loans/LP-E-1-0/interest/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/loans/LP-E-1-0?on=2025-02-30").statusCode()).isEqualTo(422);
        assertThat(visitor.get("/loans/LP-E-1-0?on=2020-01-01").statusCode()).isEqualTo(422);
        assertThat(visitor.get("/journals/7777777777").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/journals/abc").statusCode()).isEqualTo(404);
        assertThat(visitor.post("/loans/LP-E-1-0", Map.of("amount", "1")).statusCode())
                .isEqualTo(405);
    }
}
