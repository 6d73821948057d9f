package org.dongvon.identity.administration;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.dongvon.identity.Accounts;
import org.dongvon.identity.NewAccount;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Role;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.dongvon.support.Site;
import org.dongvon.support.Village;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

@BrowserTest
class AdministrationBrowserTest {

    private final ApplicationContext beans;
    private final Accounts accounts;
    private final Site site;

    AdministrationBrowserTest(ApplicationContext beans, Accounts accounts, Site site) {
        this.beans = beans;
        this.accounts = accounts;
        this.site = site;
    }

    @Test
    void asksForARoleThatASecondPersonHasToGive(Browser browser) {
        hire("admin.person", Role.LEADER, site.office(), Narrowing.NONE);
        browser.expectingRefusal().as(Role.ADMINISTRATOR);
        browser.look("administration-home");
        browser.open("/administration/accounts");
        browser.look("administration-accounts");
        browser.open("/administration/accounts/admin.person");
        browser.page().click("text=Giao vai trò");
        browser.page().selectOption("#role", "INSPECTOR");
        browser.page().selectOption("#unit", "LECHAN");
        browser.page().fill("#reason", "đoàn kiểm tra liên ngành");
        browser.page().click("form.form .btn-main");

        assertThat(browser.page().locator(".error-summary")).containsText("phải có ngày kết thúc");
        browser.look("administration-role-wrong");
        browser.page().fill("#through", "31/12/2099");
        browser.page().click("form.form .btn-main");

        assertThat(browser.page()).hasURL(java.util.regex.Pattern.compile(".*/approvals/\\d+"));
        browser.look("administration-request");
        browser.open("/administration/accounts/admin.person");
        assertThat(browser.page().locator(".note-warn")).containsText("chờ người thứ hai duyệt");
        browser.look("administration-account");
        browser.open("/administration/accounts/admin.person?lang=en");
        assertThat(browser.page().locator(".note-warn")).containsText("waiting for a second person");
        browser.page().click("text=End the role");
        browser.look("administration-end-en");
        browser.open("/administration/accounts/admin.person/closing");
        browser.look("administration-closing-en");
    }

    @Test
    void opensAnAccountThatASecondPersonHasToAgreeTo(Browser browser) {
        browser.expectingRefusal().as(Role.ADMINISTRATOR);
        browser.open("/administration/accounts");
        browser.page().click("main .page-head .btn-main");
        browser.page().fill("#name", "Đặng Thị Thử");
        browser.page().fill("#number", "000 0880 0001");
        browser.page().fill("#login", "thu.dang");
        browser.page().selectOption("#role", "TELLER");
        browser.page().selectOption("#unit", "LECHAN");
        browser.page().fill("#reason", "tuyển mới");
        browser.page().click("form.form .btn-main");
        assertThat(browser.page().locator(".error-summary")).containsText("12 chữ số");
        browser.look("administration-new-account-wrong");
        browser.page().fill("#number", "000 0880 00017");
        browser.page().click("form.form .btn-main");

        assertThat(browser.page().locator("main")).containsText("••••••••0017");
        browser.look("administration-new-account-request");
        browser.open("/administration/new-account?lang=en");
        browser.look("administration-new-account-en");
        browser.open("/administration/settings");
        browser.look("administration-settings");
        browser.open("/administration/settings/IDLE_MINUTES?lang=en");
        browser.look("administration-setting-en");
    }

    @Test
    void aGroupHeadComesHomeToTheOwnGroup(Browser browser) {
        var village = Village.in(beans, "HEADS");
        var group = village.group(1, 7, "CANNGHEO", 50_000_000, Village.FIRST_DAY);
        village.group(2, 3, "CANNGHEO", 50_000_000, Village.FIRST_DAY);
        hire("heads.head", Role.GROUP_HEAD, village.point, Narrowing.ofGroup(group.id()));
        hire("heads.women", Role.ASSOCIATION_STAFF, village.office, Narrowing.ofAssociation("HPN"));
        browser.as("heads.head");
        assertThat(browser.page().locator("main")).containsText("Tổ của bạn");
        browser.look("home-of-a-group-head");
        browser.page().click("main tbody a");
        browser.look("page-of-the-own-group");
        browser.page().click(".menu summary");
        browser.page().click(".menu button");
        browser.as("heads.women");
        browser.open("/?lang=en");
        browser.look("home-of-an-association-en");
    }

    private void hire(String login, Role role, long unit, Narrowing narrowing) {
        accounts.create(
                Actor.SYSTEM, new NewAccount(login, "Bùi Thị Hạnh", role, unit, narrowing, null), Site.PASSWORD);
    }
}
