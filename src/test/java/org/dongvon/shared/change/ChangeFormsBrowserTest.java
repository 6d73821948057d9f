package org.dongvon.shared.change;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Map;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.NewAccount;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.dongvon.support.Site;
import org.junit.jupiter.api.Test;

/** How the forms look that ask for a change, at the head office. */
@BrowserTest
class ChangeFormsBrowserTest {

    private static final Map<String, String> FORMS = Map.of(
            "rule-order", "/rules/COLLECTION_ORDER_IN_TERM/change",
            "rule-number", "/rules/GROUP_MEMBERS_MAX/change",
            "document", "/documents/new",
            "units", "/units",
            "session-day", "/units/LECHAN-01/session-day",
            "capital", "/capital",
            "contract", "/capital/new",
            "limits", "/approvals/limits",
            "limit", "/approvals/limits/capital.grant/DIRECTOR");

    private final Accounts accounts;
    private final Units units;

    ChangeFormsBrowserTest(Accounts accounts, Units units) {
        this.accounts = accounts;
        this.units = units;
    }

    @Test
    void showsTheFormsAndThePreviewOfARate(Browser browser) {
        long country = units.byCode("VN").id();
        accounts.create(
                Actor.SYSTEM,
                new NewAccount("forms.accountant", "Lý Kế Toán", Role.ACCOUNTANT, country),
                Site.PASSWORD);
        browser.as("forms.accountant");
        FORMS.forEach((name, path) -> {
            browser.open(path);
            browser.look("change-" + name + "-vi");
        });
        browser.open("/rates/HONGHEO/change");
        browser.page().fill("#in-term", "6,1");
        browser.page().fill("#from", "01/01/2035");
        browser.page().keyboard().press("F9");
        assertThat(browser.page().locator("#h-preview")).isVisible();
        browser.look("change-rate-vi");
        browser.expectingRefusal();
        browser.page().click("main .btn-main");
        assertThat(browser.page().locator(".error-summary")).containsText("phải có lý do");
        browser.look("change-rate-refused-vi");
    }
}
