package org.dongvon.session.board;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.NewAccount;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Role;
import org.dongvon.support.Axe;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.Site;
import org.dongvon.support.Village;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** WCAG 2.2 AA on the pages of a transaction day and of a group's head, in both languages. */
@BrowserTest
class SessionAccessibilityBrowserTest {

    private final ApplicationContext beans;
    private final OwnerDb owner;

    SessionAccessibilityBrowserTest(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
    }

    @Test
    void sheetsAndTheHeadsPagesKeepTheRules(Browser browser) {
        var village = Village.withAccounts(beans, "AXS");
        var group = village.group(1, 6, "HONGHEO", 50_000_000, Village.FIRST_DAY);
        village.payOut(village.openSession(500_000_000), group);
        owner.sql("update organisation.business_day set day = '2024-05-18' where office_id = :office")
                .param("office", village.office)
                .update();
        long session = village.openSession(0);
        browser.expectingRefusal();
        head(browser, village, group);
        enter(browser, "axs.teller");
        browser.open("/sessions/" + session + "/sheets/" + group.id() + "?lang=vi");
        browser.page().fill("#interest-2", "271.234");
        browser.page().keyboard().press("F10");
        browser.page().locator(".why").waitFor();
        Axe.check(browser.page(), "refused sheet vi");
        var at = "/sessions/" + session;
        for (var path : List.of(
                at,
                at + "/sheets/" + group.id(),
                at + "/counter",
                at + "/counter/" + group.loans().get(5),
                at + "/withdrawals?q=axs-t1",
                at + "/payouts",
                at + "/fees",
                at + "/cash",
                at + "/desk")) {
            both(browser, path);
        }
        enter(browser, "axs.controller");
        both(browser, "/provisional");
        both(browser, at + "/cash");
        seesWhatIsWrong(browser);
    }

    /** A picture without a text, and grey letters on white. */
    private static void seesWhatIsWrong(Browser browser) {
        browser.page()
                .evaluate("() => { const text = document.createElement('p'); text.textContent = 'mờ';"
                        + " text.style.color = '#bbb'; text.style.background = '#fff';"
                        + " document.querySelector('main').append(new Image(), text); }");
        assertThatThrownBy(() -> Axe.check(browser.page(), "a page with faults"))
                .hasMessageContaining("image-alt")
                .hasMessageContaining("color-contrast");
    }

    /** Her book, with an error on it, with what she holds, and handed in. */
    private void head(Browser browser, Village village, Village.GroupOfLoans group) {
        beans.getBean(Accounts.class)
                .create(
                        Actor.SYSTEM,
                        new NewAccount(
                                "axs.head",
                                "Bùi Thị Hạnh",
                                Role.GROUP_HEAD,
                                village.point,
                                Narrowing.ofGroup(group.id()),
                                null),
                        Site.PASSWORD);
        enter(browser, "axs.head");
        both(browser, "/");
        both(browser, "/collection");
        browser.open("/collection?lang=vi");
        var field = group.members().getFirst() + "-" + group.loans().getFirst();
        browser.page().fill("#interest-" + field, "271.234");
        browser.page().click("text=Ghi số đã nhận");
        browser.page().locator(".error-summary").waitFor();
        Axe.check(browser.page(), "refused collection vi");
        browser.page().fill("#interest-" + field, "271.233");
        browser.page().click("text=Ghi số đã nhận");
        both(browser, "/collection");
        browser.open("/collection?lang=vi");
        browser.page().click("text=Nộp danh sách cho ngân hàng");
        both(browser, "/collection");
    }

    private static void both(Browser browser, String path) {
        for (var language : List.of("vi", "en")) {
            browser.open(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
            Axe.check(browser.page(), path + " " + language);
        }
    }

    private static void enter(Browser browser, String login) {
        browser.page().context().clearCookies();
        browser.as(login);
    }
}
