package org.dongvon.identity.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.dongvon.identity.AccountRecovery;
import org.dongvon.identity.Accounts;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.dongvon.support.Colleagues;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.Site;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The account's pages as people see them, in both languages. */
@BrowserTest
class AccountBrowserTest {

    private static final String OWN = "gió mùa đông bắc";

    private final Site site;
    private final Colleagues colleagues;
    private final AccountRecovery recovery;

    AccountBrowserTest(Site site, Accounts accounts, AccountRecovery recovery, OwnerDb owner) {
        this.site = site;
        this.colleagues = new Colleagues(site, accounts, owner);
        this.recovery = recovery;
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void choosesAPasswordAddsTheSecondFactorAndLogsInWithACode(String language, Browser browser) {
        var login = "browser." + language;
        colleagues.join(login, Role.ADMINISTRATOR, site.province());
        var given = recovery.resetPassword(Actor.SYSTEM, login);
        var page = browser.expectingRefusal().page();

        browser.open("/login?lang=" + language);
        page.fill("#user", login);
        page.fill("#password", given);
        page.click("main form .btn-main");
        assertThat(page).hasURL(Pattern.compile(".*/login/password"));
        page.fill("#chosen", "1q2w3e4r5t6y");
        page.fill("#repeated", "1q2w3e4r5t6y");
        page.click("main form .btn-main");
        assertThat(page.locator(".error-summary")).isFocused();
        browser.look("login-password-" + language);
        page.fill("#chosen", OWN);
        page.fill("#repeated", OWN);
        page.click("main form .btn-main");

        assertThat(page).hasURL(Pattern.compile(".*/login/second-factor"));
        browser.look("login-second-factor-" + language);
        var key = colleagues.key(page.content());
        page.fill("#code", colleagues.code(key, 0));
        page.click("main form .btn-main");
        assertThat(page.locator(".recovery li")).hasCount(10);
        browser.look("login-recovery-codes-" + language);
        page.click("a.btn-main");
        assertThat(page.locator(".menu summary")).containsText("Người Thử Việc");

        lookAtThePages(language, browser);

        page.click(".menu summary");
        page.click(".menu button");
        page.fill("#user", login);
        page.fill("#password", OWN);
        page.click("main form .btn-main");
        page.fill("#code", "000000");
        page.click("main form .btn-main");
        browser.look("login-code-" + language);
        page.fill("#code", colleagues.code(key, 1));
        page.click("main form .btn-main");
        assertThat(page).hasURL(site.address() + "/");
    }

    private static void lookAtThePages(String language, Browser browser) {
        browser.open("/account");
        browser.look("account-" + language);
        browser.open("/account/sign-ins");
        browser.look("account-sign-ins-" + language);
        browser.open("/account/second-factor");
        browser.look("account-second-factor-" + language);
        browser.open("/administration/events");
        browser.look("administration-events-" + language);
        browser.open("/administration/sign-ins");
        browser.look("administration-sign-ins-" + language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void makesAnAccessTokenAndChangesThePassword(String language, Browser browser) {
        var login = "maker." + language;
        colleagues.join(login, Role.TELLER);
        var page = browser.expectingRefusal().page();
        browser.open("/login?lang=" + language);
        page.fill("#user", login);
        page.fill("#password", Colleagues.PASSWORD);
        page.click("main form .btn-main");

        browser.open("/account/tokens");
        page.fill("#password", Colleagues.PASSWORD);
        page.click("main form .btn-main");
        assertThat(page.locator(".error-summary")).isVisible();
        browser.look("account-tokens-wrong-" + language);
        page.fill("#name", "Báo cáo tháng");
        page.selectOption("#area", "reports");
        page.fill("#password", Colleagues.PASSWORD);
        page.click("main form .btn-main");
        assertThat(page.locator("#token")).hasValue(Pattern.compile("dv_.{43}"));
        browser.look("account-token-" + language);
        page.click("a.btn-main");
        browser.look("account-tokens-" + language);

        browser.open("/account/second-factor");
        browser.look("account-second-factor-off-" + language);
        browser.open("/account/password");
        page.fill("#old", Colleagues.PASSWORD);
        page.fill("#chosen", OWN);
        page.fill("#repeated", OWN);
        page.click("main form .btn-main");
        assertThat(page.locator(".note-ok")).isVisible();
        browser.look("account-changed-" + language);
    }
}
