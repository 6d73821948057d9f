package org.dongvon.savings.unclaimed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.NewAccount;
import org.dongvon.savings.IdleDeposit;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.dongvon.support.Site;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Unclaimed deposits as the accountant and the teller see them, in both languages and widths. */
@BrowserTest
class UnclaimedBrowserTest {

    private final ApplicationContext beans;

    UnclaimedBrowserTest(ApplicationContext beans) {
        this.beans = beans;
    }

    @Test
    void theAccountantAsksForOneToBeMoved(Browser browser) {
        var village = Village.withAccounts(beans, "CHUANHAN");
        var day = VillageDay.open(beans, village);
        var waits = new IdleDeposit(beans, village, 7, day.session(), 250_000);
        var moved = new IdleDeposit(beans, village, 8, day.session(), 5_000_000);
        moved.move("DIED", "Giấy chứng tử 15/2024", 5_000_000);
        beans.getBean(Accounts.class)
                .create(
                        Actor.SYSTEM,
                        new NewAccount("chuanhan.accountant", "Tạ Thị Sổ", Role.ACCOUNTANT, village.office),
                        Site.PASSWORD);
        browser.as("chuanhan.accountant");
        for (var language : List.of("vi", "en")) {
            browser.open("/deposits/unclaimed?lang=" + language);
            browser.look("unclaimed-list-" + language);
            browser.open("/deposits/unclaimed/" + waits.member + "?lang=" + language);
            browser.look("unclaimed-member-" + language);
            browser.open("/deposits/unclaimed/" + moved.member + "?lang=" + language);
            browser.look("unclaimed-moved-" + language);
        }
    }

    @Test
    void theTellerPaysOneToAnHeir(Browser browser) {
        var village = Village.withAccounts(beans, "NGUOIKE");
        var day = VillageDay.open(beans, village);
        new IdleDeposit(beans, village, 8, day.session(), 5_000_000).move("DIED", "Giấy chứng tử 15/2024", 5_000_000);
        browser.as("nguoike.teller");
        browser.open("/sessions/" + day.session() + "/unclaimed?lang=en");
        browser.look("unclaimed-desk-en");
        browser.open("/sessions/" + day.session() + "/unclaimed?lang=vi");
        browser.look("unclaimed-desk-vi");
        browser.page().locator("input[name=unclaimed]").check();
        browser.page().locator("#receiver").selectOption("HEIR");
        browser.page().locator("#name").fill("Nguyễn Văn Kế");
        browser.page().locator("#paper").fill("Giấy thừa kế 12");
        browser.page().locator("form.wide button.btn-main").click();
        assertThat(browser.page().locator("h1")).containsText("NGUOIKE-01");
        browser.open("/sessions/" + day.session() + "/unclaimed?lang=vi");
        assertThat(browser.page().locator("input[name=unclaimed]")).hasCount(0);
    }
}
