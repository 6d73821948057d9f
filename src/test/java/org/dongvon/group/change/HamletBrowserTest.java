package org.dongvon.group.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.dongvon.identity.Accounts;
import org.dongvon.identity.NewAccount;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PeopleVillage;
import org.dongvon.support.Site;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

@BrowserTest
class HamletBrowserTest {

    private final PeopleVillage home;
    private final OwnerDb owner;

    HamletBrowserTest(ApplicationContext beans, OwnerDb owner) {
        this.owner = owner;
        home = PeopleVillage.of(beans, "LOOKT");
        beans.getBean(Accounts.class)
                .create(
                        Actor.SYSTEM,
                        new NewAccount("lookt.credit", "Hồ Thị Tín", Role.CREDIT_OFFICER, home.village.office),
                        Site.PASSWORD);
    }

    @Test
    void aHouseholdMovesToAnotherHamlet(Browser browser) {
        owner.sql("insert into \"group\".adjacent_hamlet (point_id, hamlet, neighbour)"
                        + " values (:point, 'khu 1', 'khu 2'), (:point, 'khu 2', 'khu 1')")
                .param("point", home.village.point)
                .update();
        var household = "/households/" + home.household(2);
        browser.as("lookt.credit");
        var page = browser.page();

        browser.open(household + "/hamlet?lang=vi");
        browser.expectingRefusal();
        page.click("main form .btn-main");
        browser.look("household-hamlet-wrong-vi");
        page.selectOption("#hamlet", "khu 2");
        page.fill("#reason", "Hộ chuyển đến ở nhà con trai");
        browser.look("household-hamlet-vi");
        page.click("main form .btn-main");
        assertThat(page.url()).contains("/approvals/");
        browser.look("household-hamlet-asked-vi");
        browser.open(household + "/hamlet?lang=en");
        browser.look("household-hamlet-en");
        browser.open(household + "?lang=vi");
        assertThat(page.content()).contains("Chuyển thôn", "Hộ chuyển sang thôn khác");
    }
}
