package org.dongvon.shared.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.dongvon.shared.Role;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.junit.jupiter.api.Test;

@BrowserTest
class FormBrowserTest {

    @Test
    void readsTheAmountOutWhileItIsTyped(Browser browser) {
        browser.expectingRefusal().as(Role.TELLER);
        browser.open("/test/form");
        var words = browser.page().locator("#amount-words");

        browser.page().locator("#amount").pressSequentially("7tr");
        assertThat(words).hasText("Bảy triệu đồng chẵn");

        browser.page().locator("#amount").pressSequentially("x");
        assertThat(words).hasText("");

        browser.page().locator("#amount").fill("1.500.005");
        assertThat(words).hasText("Một triệu năm trăm nghìn không trăm linh năm đồng");
    }

    @Test
    void leadsFromTheSummaryToTheField(Browser browser) {
        browser.expectingRefusal().as(Role.TELLER);
        browser.open("/test/form");
        browser.page().fill("#amount", "1,5");
        browser.page().fill("#on", "30/02/2024");

        browser.page().keyboard().press("Enter");

        assertThat(browser.page().locator(".error-summary")).isFocused();
        assertThat(browser.page().locator("#on")).hasValue("30/02/2024");
        browser.look("form-wrong");
        browser.page().click(".error-summary a[href='#on']");
        assertThat(browser.page().locator("#on")).isFocused();
    }
}
