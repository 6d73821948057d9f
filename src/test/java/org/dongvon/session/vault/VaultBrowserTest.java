package org.dongvon.session.vault;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** The vault as the controller and the director see it. */
@BrowserTest
class VaultBrowserTest {

    private final ApplicationContext beans;

    VaultBrowserTest(ApplicationContext beans) {
        this.beans = beans;
    }

    @Test
    void showsWhatIsHeldAndAsksForMore(Browser browser) {
        var village = Village.withAccounts(beans, "KHO");
        village.openSession(300_000_000);
        village.stockVault(120_000_000);
        browser.as("kho.controller");
        for (var language : new String[] {"vi", "en"}) {
            browser.open("/vault?lang=" + language);
            browser.look("vault-" + language);
        }
        browser.open("/vault?lang=vi");
        browser.page().fill("#amount", "150tr");
        browser.page().fill("#reason", "Chi giải ngân phiên ngày 20");
        browser.page().click("form.panel .btn-main");

        assertThat(browser.page()).hasURL(java.util.regex.Pattern.compile(".*/approvals/\\d+$"));
        browser.look("vault-asked-vi");
    }
}
