package org.dongvon.loan.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.dongvon.shared.Role;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.dongvon.support.LoanVillage;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

@BrowserTest
class LoanPagesBrowserTest {

    private final ApplicationContext beans;

    LoanPagesBrowserTest(ApplicationContext beans) {
        this.beans = beans;
    }

    @Test
    void looksRightInBothLanguages(Browser browser) {
        var home = new LoanVillage(beans, "LOOK").withPeople();
        var line = UUID.randomUUID();
        home.pay(line, 1, 300_000, 5_000_000);
        home.save(1, 50_000);
        browser.as(home.login(Role.TELLER));

        for (var language : new String[] {"vi", "en"}) {
            look(browser, "/loans/" + home.loan(0), "loan", language);
            look(browser, "/loans/" + home.loan(1), "loan-paid", language);
            look(browser, "/loans/" + home.loan(1) + "/interest/" + line, "loan-interest", language);
            look(browser, "/loans/" + home.loan(1) + "/payoff", "payoff", language);
            look(browser, "/loans", "loans", language);
            look(browser, "/journals", "journals", language);
            browser.page().click("main table tbody a");
            browser.look("journal-" + language);
            look(browser, "/groups", "groups", language);
            look(browser, "/groups/" + home.groupCode(), "group", language);
        }
    }

    @Test
    void findsABorrowerFromTheTopBarOfAnyPage(Browser browser) {
        var home = new LoanVillage(beans, "SEEK").withPeople();
        browser.as(home.login(Role.TELLER));

        browser.page().fill(".search input[type=search]", "nguyen 2");
        browser.page().press(".search input[type=search]", "Enter");
        assertThat(browser.page().locator("main table tbody")).containsText("SEEK-1-2");
        browser.page().click("main table tbody a");
        assertThat(browser.page().locator("h1")).containsText("Nguyễn Thị 2");
    }

    private static void look(Browser browser, String path, String name, String language) {
        assertThat(browser.open(path + "?lang=" + language)).isEqualTo(200);
        browser.look(name + "-" + language);
    }
}
