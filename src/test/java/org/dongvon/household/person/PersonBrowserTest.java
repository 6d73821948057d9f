package org.dongvon.household.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.dongvon.support.PeopleVillage;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

@BrowserTest
class PersonBrowserTest {

    private final PeopleVillage home;

    PersonBrowserTest(ApplicationContext beans) {
        home = PeopleVillage.of(beans, "LOOKP");
        home.withAuditor();
    }

    @Test
    void looksRightToThoseWhoServeAndDirect(Browser browser) {
        var person = "/people/" + home.person(1).id();
        browser.as("lookp.leader");
        for (var language : new String[] {"vi", "en"}) {
            look(browser, person + "/correction", "person-correction", language);
            look(browser, person + "/identity", "person-reveal", language);
        }
        browser.page().selectOption("#purpose", "IDENTIFY");
        browser.page().click("main form .btn-main");
        assertThat(browser.page().locator(".stat .value").textContent()).isEqualTo("0000 0100 0001");
        browser.look("person-revealed-en");

        browser.as("lookp.director");
        for (var language : new String[] {"vi", "en"}) {
            look(browser, person, "person", language);
            look(browser, "/loans/" + home.loan(1), "loan-history", language);
        }
        browser.page().navigate(browser.page().url().replaceAll("/loans/.*", person + "?lang=vi"));
        browser.page().fill("#reason", "đơn ngày 18/04/2024");
        browser.page().click("form[action$='/restriction'] button");
        browser.look("person-restricted-vi");
        look(browser, "/loans?group=" + home.groupCode(), "loans-restricted", "vi");
        look(browser, "/groups/" + home.groupCode(), "group-restricted", "vi");
        browser.expectingRefusal();
        browser.page().navigate(browser.page().url().replaceAll("/groups/.*", person + "?lang=vi"));
        browser.page().click("form[action$='/deletion'] button");
        browser.look("person-deletion-vi");
        browser.page().click("button[value=print]");
        browser.look("person-print-vi");
    }

    @Test
    void looksRightToWhoeverWatches(Browser browser) {
        browser.as("lookp.teller");
        browser.open("/loans/" + home.loan(2));
        browser.open("/groups/" + home.groupCode());
        browser.as("lookp.auditor");
        for (var language : new String[] {"vi", "en"}) {
            look(browser, "/audit", "audit", language);
            look(browser, "/audit/seen", "audit-seen", language);
            look(browser, "/audit/seen?person=" + home.person(2).id(), "audit-seen-person", language);
            look(browser, "/audit/submissions", "audit-submissions", language);
        }
        browser.page().click("summary:has-text('CSV')");
        browser.look("audit-export-en");
    }

    private static void look(Browser browser, String path, String name, String language) {
        assertThat(browser.open(path + (path.contains("?") ? "&" : "?") + "lang=" + language))
                .isEqualTo(200);
        browser.look(name + "-" + language);
    }
}
