package org.dongvon.supervision.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.NewAccount;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.dongvon.support.LoanVillage;
import org.dongvon.support.Site;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** The pages of groups and of their ratings. */
@BrowserTest
class GroupPagesBrowserTest {

    private final ApplicationContext beans;

    GroupPagesBrowserTest(ApplicationContext beans) {
        this.beans = beans;
    }

    @Test
    void looksRightInBothLanguages(Browser browser) {
        var home = new LoanVillage(beans, "GPAGES");
        home.save(1, 50_000);
        beans.getBean(Transactions.class)
                .write(
                        Actor.SYSTEM,
                        () -> beans.getBean(RateGroups.class)
                                .run(Actor.SYSTEM, home.village.office, LocalDate.of(2025, 12, 31)));
        beans.getBean(Accounts.class)
                .create(
                        Actor.SYSTEM,
                        new NewAccount("gpages.officer", "Võ Thị Hoài", Role.CREDIT_OFFICER, home.village.office),
                        Site.PASSWORD);
        browser.as("gpages.officer");
        var group = "/groups/" + home.groupCode();

        for (var language : new String[] {"vi", "en"}) {
            look(browser, group, "group-whole", language);
            look(browser, group + "/changes/split", "group-split", language);
            look(browser, group + "/changes/contract", "group-contract", language);
            look(browser, "/groups/new", "group-new", language);
            look(browser, "/ratings", "ratings", language);
            look(browser, group + "/ratings?criterion=INTEREST", "rating", language);
            look(browser, "/ratings/rule", "rating-rule", language);
        }
    }

    private static void look(Browser browser, String path, String name, String language) {
        var address = path + (path.contains("?") ? "&" : "?") + "lang=" + language;
        assertThat(browser.open(address)).as(path).isEqualTo(200);
        browser.look(name + "-" + language);
    }
}
