package org.dongvon.loan.succession;

import static org.assertj.core.api.Assertions.assertThat;

import org.dongvon.identity.Accounts;
import org.dongvon.identity.NewAccount;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.dongvon.support.Heirs;
import org.dongvon.support.LoanVillage;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.Site;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** A debt passes to an heir through the pages; vouchers before and after say whose they are. */
@BrowserTest
class HeirBrowserTest {

    private final ApplicationContext beans;
    private final OwnerDb owner;

    HeirBrowserTest(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
    }

    @Test
    void isAskedForApprovedAndToldOnEachPaper(Browser officer) {
        var home = new LoanVillage(beans, "THUAKE");
        beans.getBean(Accounts.class)
                .create(
                        Actor.SYSTEM,
                        new NewAccount("thuake.tindung", "Lê Thu Hà", Role.CREDIT_OFFICER, home.village.office),
                        Site.PASSWORD);
        home.save(1, 250_000);
        home.pay(1, 634_389, 0);
        home.jumpTo(LoanVillage.TODAY.plusDays(3));
        long loan = home.group.loans().get(1);
        var heirs = new Heirs(beans, home.village);
        officer.as("thuake.tindung");
        officer.open("/loans/" + home.loan(1) + "/succession");
        assertThat(officer.page().content()).contains("vẫn đang là thành viên của hộ");
        long heir = heirs.child(loan, "Trần Văn Thừa");
        heirs.dies(loan);
        heirs.delegates(heir);
        officer.open("/loans/" + home.loan(1) + "/succession");
        officer.page().fill("#evidence", Heirs.EVIDENCE);
        officer.page().fill("#reason", "gia đình thống nhất để con trả nợ");
        for (var language : new String[] {"vi", "en"}) {
            look(officer, "/loans/" + home.loan(1) + "/succession", "succession", language);
        }
        officer.open("/loans/" + home.loan(1) + "/succession?lang=vi");
        officer.page().fill("#evidence", Heirs.EVIDENCE);
        officer.page().fill("#reason", "gia đình thống nhất để con trả nợ");
        officer.page().click("form.panel button.btn-main");
        assertThat(officer.page().url()).contains("/approvals/");
        assertThat(officer.page().content()).contains("Trần Văn Thừa", "Nguyễn Thị 1", Heirs.EVIDENCE);
        long request = Long.parseLong(
                officer.page().url().replaceAll("\\D+", " ").strip().replaceAll(".* ", ""));
        heirs.approve(request);
        for (var language : new String[] {"vi", "en"}) {
            look(officer, "/approvals/" + request, "succession-request", language);
            look(officer, "/loans/" + home.loan(1), "succession-loan", language);
        }
        assertThat(officer.page().locator("h1").textContent()).contains("Trần Văn Thừa");
        var voucher = owner.sql("""
                        select format('%s-%s-%s', u.code, to_char(j.business_date, 'YY'), lpad(j.voucher::text, 6, '0'))
                          from ledger.journal j join organisation.unit u on u.id = j.point_id
                          join loan.movement m on m.journal_id = j.id and m.loan_id = :loan and m.kind = 'REPAYMENT'
                        """).param("loan", loan).query(String.class).single();
        officer.open("/vouchers/" + voucher);
        assertThat(officer.page().content()).contains("Nguyễn Thị 1").doesNotContain("Trần Văn Thừa");
    }

    private static void look(Browser browser, String path, String name, String language) {
        assertThat(browser.open(path + "?lang=" + language)).isEqualTo(200);
        browser.look(name + "-" + language);
    }
}
