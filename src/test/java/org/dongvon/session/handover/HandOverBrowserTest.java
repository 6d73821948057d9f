package org.dongvon.session.handover;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.closing.CashCount;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.dongvon.support.CashHandedOver;
import org.dongvon.support.CountedCollection;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Cash that changes hands, the book of the vault and the week's plan, as a leader sees them. */
@BrowserTest
class HandOverBrowserTest {

    private final ApplicationContext beans;
    private final OwnerDb owner;

    HandOverBrowserTest(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
    }

    @Test
    void bothSidesSignOnOnePage(Browser browser) {
        var village = Village.withAccounts(beans, "GIAO");
        var day = VillageDay.open(beans, village);
        var group = day.lend(1, 5, "HONGHEO");
        day.save(group, 0, 50_000);
        CountedCollection.of(owner, village);
        CountedCollection.leave(owner, village, Village.FIRST_DAY);
        CashHandedOver.of(beans, village, day.session());
        beans.getBean(HandOverCash.class)
                .give(
                        village.teller,
                        UUID.randomUUID(),
                        new HandOverCash.Giving(day.session(), null, CashCount.of(new Dong(12_340_500))));
        browser.as("giao.controller");
        for (var language : List.of("vi", "en")) {
            for (var page : List.of(
                    "hand-overs",
                    "vault/book",
                    "vault/count",
                    "vault",
                    "cash-plan",
                    "sessions/" + day.session() + "/cash")) {
                browser.open("/" + page + "?lang=" + language);
                browser.look(page.replaceAll("/[0-9]*/?", "-") + "-" + language);
            }
        }

        browser.open("/hand-overs?lang=vi");
        browser.page().click("button[value=take]");

        assertThat(browser.page().locator("button[value=take]")).hasCount(0);
        assertThat(browser.page().locator("tbody .tag-ok")).hasCount(2);
    }
}
