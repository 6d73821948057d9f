package org.dongvon.notice.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.NewAccount;
import org.dongvon.notice.making.MakeMessages;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.support.Axe;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.dongvon.support.Consents;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.Site;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Messages to members as an office sees them, in both languages and widths. */
@BrowserTest
class MessagesBrowserTest {

    private final ApplicationContext beans;
    private final OwnerDb owner;

    MessagesBrowserTest(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
    }

    @Test
    void theLeaderReadsWhatGoesOutAndToWhom(Browser browser) {
        var village = Village.withAccounts(beans, "NHANTIN");
        var day = VillageDay.open(beans, village);
        var group = day.lend(1, 6, "HONGHEO");
        day.save(group, 0, 50_000);
        day.save(group, 1, 20_000);
        var consents = new Consents(beans, village);
        long person = consents.person(group.members().getFirst());
        consents.given(person, "0912345678", Village.FIRST_DAY)
                .given(consents.person(group.members().get(1)), "0387654321", Village.FIRST_DAY);
        beans.getBean(MakeMessages.class)
                .run(Actor.SYSTEM, UUID.randomUUID(), VillageDay.unit(beans, village), Village.FIRST_DAY);
        long message = owner.sql("select min(id) from notice.message where person_id = :person")
                .param("person", person)
                .query((row, n) -> row.getLong(1))
                .single();

        browser.as("nhantin.leader");
        for (var language : List.of("vi", "en")) {
            look(browser, "/messages", "messages-" + language, language);
            look(browser, "/messages/" + message, "messages-one-" + language, language);
            look(browser, "/people/" + person + "/messages", "messages-person-" + language, language);
            look(browser, "/people/" + person + "/contact", "messages-contact-" + language, language);
            look(browser, "/messages/templates", "messages-templates-" + language, language);
        }
        assertThat(browser.page().content()).doesNotContain("0912345678", "0912 345 678");
    }

    @Test
    void aManagerOfTheCountryChangesAText(Browser browser) {
        long country = owner.sql("select id from organisation.unit where kind = 'COUNTRY'")
                .query((row, n) -> row.getLong(1))
                .single();
        beans.getBean(Accounts.class)
                .create(
                        Actor.SYSTEM,
                        new NewAccount("mautin.country", "Hồ Quản Lý", Role.MANAGER, country),
                        Site.PASSWORD);
        browser.as("mautin.country");
        for (var language : List.of("vi", "en")) {
            look(browser, "/messages/templates/RECEIPT/change", "messages-template-" + language, language);
        }
    }

    private static void look(Browser browser, String address, String name, String language) {
        browser.open(address + "?lang=" + language);
        browser.look(name);
        Axe.check(browser.page(), name);
    }
}
