package org.dongvon.programme.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.dongvon.shared.Role;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.junit.jupiter.api.Test;

@BrowserTest
class ProgrammeBrowserTest {

    @Test
    void walksFromTheListToTheLawOfARate(Browser browser) {
        browser.as(Role.TELLER);
        browser.page().click(".side a[href='/programmes']");
        assertThat(browser.page()).hasURL(Pattern.compile(".*/programmes$"));
        browser.look("programmes-vi");

        browser.page().click("main a:has-text('Hộ nghèo') >> nth=0");
        browser.look("programme-vi");

        browser.page().click("main a:has-text('2553/QĐ-TTg') >> nth=0");
        assertThat(browser.page().locator("h1")).hasText("Quyết định 2553/QĐ-TTg");
        browser.look("document-vi");

        browser.page().click("main a[href$='/uses']");
        browser.look("document-uses-vi");
    }

    @Test
    void showsRulesAndTheRegisterInEnglish(Browser browser) {
        browser.as(Role.AUDITOR);
        browser.open("/rules?lang=en");
        browser.look("rules-en");
        browser.open("/programmes/GQVL");
        browser.look("programme-en");
        browser.open("/documents");
        browser.look("documents-en");
    }
}
