package org.dongvon.session.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.dongvon.shared.Role;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.dongvon.support.LoanVillage;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** The pages that lead to forms, and the page that lists them. */
@BrowserTest
class PapersBrowserTest {

    private final ApplicationContext beans;

    PapersBrowserTest(ApplicationContext beans) {
        this.beans = beans;
    }

    @Test
    void looksRightInBothLanguages(Browser browser) {
        var home = new LoanVillage(beans, "PAPER").withPeople();
        home.pay(1, 300_000, 5_000_000);
        browser.as(home.login(Role.TELLER));

        for (var language : new String[] {"vi", "en"}) {
            look(browser, "/forms", "forms", language);
            look(browser, "/groups/" + home.groupCode(), "group-forms", language);
            look(browser, "/loans/" + home.loan(1), "loan-forms", language);
            look(browser, session(browser), "session-forms", language);
            browser.page().locator("a.code").first().click();
            browser.look("voucher-forms-" + language);
        }
    }

    private static String session(Browser browser) {
        browser.open("/sessions");
        var found = Pattern.compile("href=\"(/sessions/\\d+)\"")
                .matcher(browser.page().content());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static void look(Browser browser, String path, String name, String language) {
        assertThat(browser.open(path + "?lang=" + language)).isEqualTo(200);
        browser.look(name + "-" + language);
    }
}
