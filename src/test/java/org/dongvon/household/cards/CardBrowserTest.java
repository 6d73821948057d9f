package org.dongvon.household.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.NewAccount;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.dongvon.support.PeopleVillage;
import org.dongvon.support.Site;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

@BrowserTest
class CardBrowserTest {

    private final PeopleVillage home;
    private final String point;

    CardBrowserTest(ApplicationContext beans) {
        home = PeopleVillage.of(beans, "LOOKC");
        point = beans.getBean(Transactions.class)
                .read(
                        Actor.SYSTEM,
                        () -> beans.getBean(Units.class)
                                .point(home.village.point)
                                .code());
        beans.getBean(Accounts.class)
                .create(
                        Actor.SYSTEM,
                        new NewAccount("lookc.credit", "Hồ Thị Tín", Role.CREDIT_OFFICER, home.village.office),
                        Site.PASSWORD);
    }

    @Test
    void aCreditOfficerLooksAfterCardsAndPlaces(Browser browser) {
        var card = "/people/" + home.person(1).id() + "/card";
        browser.as("lookc.credit");
        for (var language : List.of("vi", "en")) {
            browser.open(card + "?lang=" + language);
            browser.look("card-" + language);
            browser.open("/cards?lang=" + language);
            browser.look("cards-" + language);
            browser.open("/households?q=to+1&lang=" + language);
            browser.look("households-found-" + language);
            browser.open("/units/" + point + "/place?lang=" + language);
            browser.look("unit-place-" + language);
        }
        browser.open(card + "?lang=vi");
        browser.page().fill("#issued", "31/02/2024");
        browser.expectingRefusal();
        browser.page().click("main form .btn-main");
        browser.look("card-wrong-vi");
        assertThat(browser.page().locator("#issued").inputValue()).isEqualTo("31/02/2024");
    }
}
