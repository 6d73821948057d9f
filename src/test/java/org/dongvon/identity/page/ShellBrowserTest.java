package org.dongvon.identity.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Pattern;
import org.dongvon.shared.Role;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

@BrowserTest
class ShellBrowserTest {

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void showsTheLogInPage(String language, Browser browser) {
        browser.open("/login?lang=" + language);
        browser.look("login-" + language);

        browser.page().fill("#user", "teller");
        browser.page().fill("#password", "this is wrong");
        browser.page().click("main form .btn-main");
        assertThat(browser.page().locator(".error-summary")).isFocused();
        assertThat(browser.page().locator("#user")).hasValue("teller");
        browser.look("login-failed-" + language);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SYSTEM")
    void showsTheHomePageOfEachRoleAndLetsThemOut(Role role, Browser browser) {
        browser.as(role);
        browser.open(role == Role.TELLER || role == Role.AUDITOR ? "/?lang=en" : "/?lang=vi");
        browser.look("home-" + role.name().toLowerCase(Locale.ROOT));

        browser.page().click(".menu summary");
        browser.page().click(".menu button");

        assertThat(browser.page()).hasURL(Pattern.compile(".*/login\\?out"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void showsErrorsInTheLookOfTheProduct(String language, Browser browser) {
        browser.expectingRefusal();
        browser.as(Role.TELLER);

        assertThat(browser.open("/no-such-page?lang=" + language)).isEqualTo(404);
        browser.look("error-404-" + language);
        assertThat(browser.open("/amount-in-words?typed=-5")).isEqualTo(422);
        browser.look("error-422-" + language);
    }

    @Test
    void followsTheKeysGAndALetter(Browser browser) {
        browser.as(Role.TELLER);
        browser.page().click(".lang");
        assertThat(browser.page().locator("html")).hasAttribute("lang", "en");

        browser.page().keyboard().press("g");
        browser.page().keyboard().press("h");

        assertThat(browser.page()).hasURL(Pattern.compile(".*:\\d+/$"));
    }

    @Test
    void entersWithOneClickInADemonstration(Browser browser) {
        browser.open("/login");

        browser.page().click(".roles button:has-text('Giám đốc') >> nth=0");

        assertThat(browser.page().locator(".menu summary")).containsText("Giám đốc");
        assertThat(browser.page().locator(".where")).containsText("Thứ Bảy 18/05/2024");
        assertThat(browser.page().locator(".where")).containsText("PGD Lê Chân, Hải Phòng");
    }
}
