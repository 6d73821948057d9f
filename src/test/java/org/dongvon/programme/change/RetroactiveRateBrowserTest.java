package org.dongvon.programme.change;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.NewAccount;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.dongvon.support.LoanVillage;
import org.dongvon.support.Site;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** An officer asks for a retroactive rate, a second person approves it, and the interest of a loan follows. */
@BrowserTest
class RetroactiveRateBrowserTest {

    private final ApplicationContext beans;

    RetroactiveRateBrowserTest(ApplicationContext beans) {
        this.beans = beans;
    }

    /** Another person at the same machine. */
    private static void as(Browser browser, String login) {
        browser.page().context().clearCookies();
        browser.as(login);
    }

    @Test
    void changesTheInterestOfALoanThroughThePages(Browser browser) {
        var home = new LoanVillage(beans, "LATE").withPeople();
        var line = UUID.randomUUID();
        home.pay(line, 1, 634_389, 10_000_000);
        home.jumpTo(LocalDate.of(2025, 12, 20));
        var country = beans.getBean(Units.class).byCode("VN").id();
        for (var person : List.of("late.accountant:ACCOUNTANT:Lý Kế Toán", "late.manager:MANAGER:Đỗ Giám Đốc")) {
            var parts = List.of(person.split(":"));
            beans.getBean(Accounts.class)
                    .create(
                            Actor.SYSTEM,
                            new NewAccount(parts.get(0), parts.get(2), Role.valueOf(parts.get(1)), country),
                            Site.PASSWORD);
        }
        as(browser, home.login(Role.TELLER));
        browser.open("/loans/" + home.loan(1));
        assertThat(browser.page().locator("main")).containsText("92.318");

        approve(browser, ask(browser));

        as(browser, home.login(Role.TELLER));
        browser.open("/loans/" + home.loan(1) + "?lang=vi");
        assertThat(browser.page().locator("main")).containsText("72.932");
        assertThat(browser.page().locator("main")).containsText("lãi suất hồi tố từ 05/12/2025");
        browser.look("retroactive-loan-vi");
        browser.open("/loans/" + home.loan(1) + "/interest/" + line);
        assertThat(browser.page().locator("main")).containsText("100.000.000 × 7,488 % × 14");
        assertThat(browser.page().locator(".stats")).containsText("634.389,04");
        browser.open("/loans/" + home.loan(1) + "?lang=en");
        browser.look("retroactive-loan-en");
        browser.open("/loans/" + home.loan(0) + "?lang=vi");
        assertThat(browser.page().locator("main")).containsText("716.910");
        browser.look("retroactive-loan-not-moved-vi");
    }

    /** The accountant looks at the rules, then asks for the rate; answers the address of the request. */
    private static String ask(Browser browser) {
        as(browser, "late.accountant");
        browser.open("/programmes/CANNGHEO");
        browser.look("rules-of-programme-vi");
        browser.open("/programmes/CANNGHEO/rules/INCOMPATIBLE/change");
        browser.look("rule-programmes-vi");
        browser.open("/programmes/CANNGHEO/rules/TERM_MAX/change?lang=en");
        browser.look("rule-term-en");
        browser.open("/programmes/CANNGHEO/caps/ALL/HOUSEHOLD/change?lang=vi");
        browser.look("cap-vi");
        browser.open("/rates/CANNGHEO/change");
        browser.page().fill("#in-term", "7");
        browser.page().fill("#from", "05/12/2025");
        browser.page().keyboard().press("F9");
        assertThat(browser.page().locator("#h-preview")).isVisible();
        assertThat(browser.page().locator("main")).containsText("6,24 %/năm × 120% = 7,488 %/năm");
        browser.look("retroactive-asked-vi");
        browser.page().fill("#document", "QD-2553-2025");
        browser.page().fill("#reason", "theo quyết định giảm lãi suất");
        browser.page().click("main .btn-main");
        return browser.page().url();
    }

    private static void approve(Browser browser, String address) {
        as(browser, "late.manager");
        browser.open(address.substring(address.indexOf("/approvals")));
        assertThat(browser.page().locator("main")).containsText("hồi tố");
        browser.look("retroactive-approve-vi");
        browser.open(address.substring(address.indexOf("/approvals")) + "?lang=en");
        browser.look("retroactive-approve-en");
        browser.page().click("[data-approve]");
        assertThat(browser.page().locator(".note-ok")).isVisible();
    }
}
