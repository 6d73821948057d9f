package org.dongvon.loan.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.NewAccount;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Role;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PeopleVillage;
import org.dongvon.support.Site;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.context.ApplicationContext;

/** Incoming transfers, money paid too much and the diary of who left, as people see and send them. */
@BrowserTest
@TestInstance(Lifecycle.PER_CLASS)
class MoneyByNameBrowserTest {

    private final ApplicationContext beans;
    private final OwnerDb owner;

    private PeopleVillage home;

    MoneyByNameBrowserTest(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
    }

    /** Two accounts, and a loan that was paid 13 369.863 đ too much. */
    @BeforeAll
    void people() {
        home = PeopleVillage.of(beans, "TIENDEN");
        hire("tindung", Role.CREDIT_OFFICER);
        hire("ketoan", Role.ACCOUNTANT);
        owner.sql(
                        "update loan.part set principal = 0, constant = -488000000000000 where loan_id = (select id from loan.loan where code = :code)")
                .param("code", home.loan(2))
                .update();
    }

    private void hire(String name, Role role) {
        beans.getBean(Accounts.class)
                .create(
                        Actor.SYSTEM,
                        new NewAccount(
                                "tienden." + name, "Nguyễn Thu Trang", role, home.village.office, Narrowing.NONE, null),
                        Site.PASSWORD);
    }

    @Test
    void aListIsEnteredUsedAndLookedAt(Browser accountant, Browser officer) {
        accountant.as("tienden.ketoan");
        officer.as("tienden.tindung");
        accountant.open("/incoming");
        var page = accountant.page();
        page.fill("#list", "FT-0001;18/04/2024;không;PHAN THI MAN;x");
        accountant.expectingRefusal();
        page.click("form.panel button.btn-main");
        assertThat(page.content()).contains("Dòng 1").contains("không");
        page.fill(
                "#list",
                "FT-0001;18/04/2024;150.000;PHAN THI MAN;tra no " + home.loan(1)
                        + "\nFT-0002;18/04/2024;2tr;Lê Văn Bình;nộp hộ");
        page.click("form.panel button.btn-main");
        readsAFile(accountant);
        page.click("text=PHAN THI MAN");
        assertThat(page.inputValue("#loan")).isEqualTo(home.loan(1));
        page.fill("#reason", "theo sao kê ngày 18/04");
        page.click("form.panel button.btn-main");
        assertThat(page.url()).contains("/approvals/");
        var transfer = owner.sql("select id from loan.incoming where reference = 'FT0001' and payer = 'PHAN THI MAN'")
                .query(String.class)
                .single();
        for (var language : new String[] {"vi", "en"}) {
            look(accountant, "/incoming", "incoming", language);
            look(accountant, "/incoming/" + transfer, "incoming-one", language);
            look(accountant, "/loans/" + home.loan(2) + "/credit", "credit", language);
            look(officer, "/loans/" + home.loan(1) + "/absence", "absence", language);
            look(officer, "/loans/" + home.loan(2), "credit-loan", language);
            look(officer, "/work-lists/left-locality", "left-locality", language);
        }
    }

    @Test
    void theTellerPaysBackInCash(Browser teller) {
        teller.as("tienden.teller");
        var page = "/sessions/" + home.session + "/refunds";
        for (var language : new String[] {"en", "vi"}) {
            look(teller, page, "refund", language);
        }
        teller.page().check("input[name=loan]");
        teller.page().fill("#amount", "3.370");
        teller.page().click("form.panel button.btn-main");
        assertThat(teller.page().url()).contains("/vouchers/");
        assertThat(teller.page().content()).contains("−3.370", "Trả tiền nộp thừa");
        teller.page().click("main table tbody a");
        assertThat(teller.page().content()).contains("Thu lãi cho vay / Tiền mặt", "3.370");
        teller.look("refund-receipt");
        teller.open(page);
        assertThat(teller.page().content()).contains("10.000");
    }

    /** A file becomes the list that is looked through; what cannot be read is named by its row. */
    private static void readsAFile(Browser accountant) {
        var page = accountant.page();
        accountant.expectingRefusal();
        file(page, "note,reference,amount,payer,arrived_on\nx,FT-0003,không,TRAN VAN C,18/04/2024\n");
        assertThat(page.content()).contains("Dòng 2", "không");
        file(page, "note,reference,amount,payer,arrived_on\n\"nộp; hộ\",FT-0003,1.250.000,TRAN VAN C,18/04/2024\n");
        assertThat(page.content()).contains("Đã đọc 1 dòng từ tệp");
        assertThat(page.inputValue("#list")).contains("FT-0003\t18/04/2024\t1.250.000\tTRAN VAN C\tnộp; hộ");
        page.click("form.panel button.btn-main");
        assertThat(page.content()).contains("TRAN VAN C", "1.250.000");
    }

    private static void file(Page page, String content) {
        page.setInputFiles(
                "#file", new FilePayload("sao-ke.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)));
        page.click("form[enctype] button");
    }

    private static void look(Browser browser, String path, String name, String language) {
        assertThat(browser.open(path + "?lang=" + language)).isEqualTo(200);
        browser.look(name + "-" + language);
    }
}
