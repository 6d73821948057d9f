package org.dongvon.loan.application.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.dongvon.identity.Accounts;
import org.dongvon.identity.NewAccount;
import org.dongvon.loan.application.Move;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Role;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.dongvon.support.Lending;
import org.dongvon.support.PeopleVillage;
import org.dongvon.support.Site;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.context.ApplicationContext;

@BrowserTest
@TestInstance(Lifecycle.PER_CLASS)
class LendingBrowserTest {

    private final ApplicationContext beans;

    private PeopleVillage home;
    private Lending lending;

    LendingBrowserTest(ApplicationContext beans) {
        this.beans = beans;
    }

    @BeforeAll
    void people() {
        home = PeopleVillage.of(beans, "VAYXEM");
        lending = new Lending(beans, home.village, home.group, "TW-VAYXEM");
        hire("head", Role.GROUP_HEAD, home.village.point, Narrowing.ofGroup(home.group.id()));
        hire("tindung", Role.CREDIT_OFFICER, home.village.office, Narrowing.NONE);
    }

    private void hire(String name, Role role, long unit, Narrowing narrowing) {
        beans.getBean(Accounts.class)
                .create(
                        Actor.SYSTEM,
                        new NewAccount("vayxem." + name, "Nguyễn Thu Trang", role, unit, narrowing, null),
                        Site.PASSWORD);
    }

    @Test
    void looksRightInBothLanguages(Browser head, Browser officer) {
        lending.draft(0, "HONGHEO", 20_000_000);
        var waiting = lending.draft(1, "HONGHEO", 15_000_000);
        lending.move(lending.head(), waiting, Move.SUBMIT);
        var received = lending.atBank(0, "HSSV", 12_000_000);
        home.application();
        head.as("vayxem.head");
        officer.as("vayxem.tindung");

        for (var language : new String[] {"vi", "en"}) {
            look(head, "/", "home-group-head", language);
            look(head, "/applications", "applications-head", language);
            look(head, "/applications/new", "application-new", language);
            look(head, "/applications/meeting", "application-meeting", language);
            look(officer, "/applications", "applications-officer", language);
            look(officer, "/applications/" + received, "application", language);
            look(officer, "/applications/" + received + "/decision", "application-decision", language);
            look(officer, home.notice(), "application-notice", language);
            look(officer, "/loans/" + home.loan(1), "loan-officer", language);
            look(officer, "/loans/" + home.loan(1) + "/instalments/2/change", "instalment-change", language);
            look(officer, "/loans/" + home.loan(1) + "/extension", "extension", language);
            look(officer, "/loans/" + home.loan(1) + "/course", "course", language);
            look(officer, "/loans/" + home.loan(1) + "/rollover", "rollover", language);
            look(officer, "/sessions/" + home.session + "/payouts", "payouts", language);
        }
    }

    @Test
    void theHeadWritesAnApplicationByKeyboard(Browser head) {
        head.as("vayxem.head");
        head.open("/");
        head.page().keyboard().press("g");
        head.page().keyboard().press("j");
        assertThat(head.page().locator("h1")).containsText("Hồ sơ vay vốn");
        head.page().click("text=Lập giấy đề nghị vay vốn");
        head.page().selectOption("#member", Long.toString(home.group.members().get(2)));
        head.page().selectOption("#programme", "HSSV");
        head.page().fill("#purpose", "Đóng học phí năm thứ hai");
        head.page().fill("#amount", "20tr");
        head.page().fill("#months", "48");
        head.page().fill("#interval", "12");
        head.page().press("#interval", "Enter");
        assertThat(head.page().locator("main")).containsText("Hai mươi triệu đồng");
        assertThat(head.page().locator(".states [aria-current]")).containsText("Bản nháp");
    }

    private static void look(Browser browser, String path, String name, String language) {
        assertThat(browser.open(path + "?lang=" + language)).isEqualTo(200);
        browser.look(name + "-" + language);
    }
}
