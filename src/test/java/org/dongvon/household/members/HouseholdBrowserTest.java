package org.dongvon.household.members;

import static org.assertj.core.api.Assertions.assertThat;

import org.dongvon.identity.Accounts;
import org.dongvon.identity.NewAccount;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.dongvon.support.PeopleVillage;
import org.dongvon.support.Site;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

@BrowserTest
class HouseholdBrowserTest {

    private final PeopleVillage home;

    HouseholdBrowserTest(ApplicationContext beans) {
        home = PeopleVillage.of(beans, "LOOKH");
        beans.getBean(Accounts.class)
                .create(
                        Actor.SYSTEM,
                        new NewAccount("lookh.credit", "Hồ Thị Tín", Role.CREDIT_OFFICER, home.village.office),
                        Site.PASSWORD);
    }

    @Test
    void aCreditOfficerKeepsAHousehold(Browser browser) {
        var household = "/households/" + home.household(1);
        browser.as("lookh.credit");
        var page = browser.page();

        browser.open(household + "/members?lang=vi");
        page.fill("#name", "Nguyễn Hoàng Phương Khánh Linh");
        page.fill("#born", "1948");
        page.selectOption("#relation", "PARENT");
        page.fill("#identity", "000 148 000 321");
        page.fill("#joined", "01/04/2024");
        browser.look("household-member-vi");
        page.click("main form .btn-main");
        assertThat(page.url()).endsWith(household);

        browser.open(household + "/authorisation");
        page.selectOption("#borrower", Long.toString(home.person(1).id()));
        page.fill("#on", "18/04/2024");
        page.fill("#witness", "Ngô Văn Trưởng");
        browser.expectingRefusal();
        page.click("main form .btn-main");
        browser.look("household-authorisation-wrong-vi");
        for (var box : page.locator("main input[type=checkbox]").all()) {
            box.check();
        }
        page.click("main form .btn-main");
        browser.look("household-vi");
        browser.open(household + "?lang=en");
        browser.look("household-en");
        browser.open("/households/" + home.household(1) + "/leavers/"
                + home.person(1).id() + "?lang=vi");
        browser.look("household-departure-vi");
        browser.open("/classes/files?lang=vi");
        browser.look("classes-file-vi");
        browser.open("/classes?lang=en");
        browser.look("classes-en");
    }
}
