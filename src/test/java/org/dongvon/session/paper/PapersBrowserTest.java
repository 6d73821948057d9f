package org.dongvon.session.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
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

    @Test
    void bringsThePaperByTheButton(Browser browser) {
        var home = new LoanVillage(beans, "PAPERS").withPeople();
        browser.as(home.login(Role.TELLER));
        browser.open("/groups/" + home.groupCode());

        var paper = browser.page()
                .waitForResponse(
                        answer -> answer.url().endsWith("/forms/13-td"),
                        () -> browser.page().locator("a[href$='/forms/13-td']").click());

        assertThat(paper.status()).isEqualTo(200);
        assertThat(paper.headers().get("content-type")).isEqualTo("application/pdf");
        browser.page()
                .screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/paper-in-browser.png")));
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
