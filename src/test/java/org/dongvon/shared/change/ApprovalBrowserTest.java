package org.dongvon.shared.change;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;
import org.dongvon.capital.GrantAllotment;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.Village;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** The inbox of approvals from the keyboard. */
@BrowserTest
class ApprovalBrowserTest {

    private final ApplicationContext beans;
    private final OwnerDb owner;

    ApprovalBrowserTest(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
    }

    @Test
    void approvesThirtyRequestsWithThirtyKeys(Browser browser) {
        var village = village("KEYA", 30);
        browser.as("keya.director");
        browser.open("/?lang=vi");
        browser.look("approvals-home-vi");
        browser.open("/approvals");
        look(browser, "approvals-list");
        browser.open("/approvals?lang=vi");
        assertThat(browser.page().locator("tr.is-current")).hasCount(1);
        var keyboard = browser.page().keyboard();

        for (int i = 30; i > 0; i--) {
            assertThat(browser.page().locator("[data-row]")).hasCount(i);
            // The mark comes from the script: from here on it listens to keys.
            assertThat(browser.page().locator("tr.is-current")).hasCount(1);
            keyboard.press("a");
        }
        assertThat(browser.page().locator("[data-row]")).hasCount(0);

        assertThat(count("select count(*) from shared.change_request where state = 'APPROVED' and point_id = "
                        + village.direct))
                .isEqualTo(30);
        browser.look("approvals-all-done-vi");
    }

    @Test
    void movesApprovesAndReturnsByKeysThatKeepSilentWhileSomebodyTypes(Browser browser) {
        village("KEYB", 4);
        browser.as("keyb.director");
        browser.open("/approvals?lang=vi");
        var page = browser.page();
        var keyboard = page.keyboard();
        keyboard.press("j");
        keyboard.press("j");
        keyboard.press("k");
        assertThat(page.locator("[data-row]").nth(1)).hasClass(Pattern.compile(".*is-current.*"));
        keyboard.press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/approvals/\\d+$"));
        look(browser, "approvals-one");
        var second = page.url();
        keyboard.press("j");
        assertThat(page).not().hasURL(second.replaceFirst("\\?.*", ""));
        keyboard.press("k");
        assertThat(page.locator("[data-after]")).hasCount(1);

        // "g" and a letter goes to another page: it approves nothing. Nor does a letter of an input method.
        page.evaluate(
                "document.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', isComposing: true, bubbles: true }))");
        keyboard.press("r");
        assertThat(page.locator("#note")).isFocused();
        keyboard.type("aa khong du can cu jkr");
        assertThat(
                        count(
                                "select count(*) from shared.change_request where state <> 'WAITING' and subject like 'UT-KEYB%'"))
                .isZero();
        page.click(".btn-danger");
        assertThat(page.locator(".note-ok")).containsText("Trả lại");
        // The note is there before the script that listens for keys.
        page.waitForLoadState();
        keyboard.press("a");
        assertThat(page.locator(".note-ok")).containsText("Đã duyệt");
        browser.look("approvals-next-vi");
        assertThat(
                        count(
                                "select count(*) from shared.change_request where state = 'WAITING' and subject like 'UT-KEYB%'"))
                .isEqualTo(2);

        page.click("text=Việc cần duyệt >> nth=0");
        page.check("[name=id] >> nth=0");
        page.check("[name=id] >> nth=1");
        page.click("text=Duyệt các đề nghị đã chọn");
        look(browser, "approvals-batch");
        page.click("main .btn-main");
        browser.look("approvals-batch-done-vi");
        assertThat(page.locator("tbody .tag-ok")).hasCount(2);
    }

    @Test
    void showsTheMakerWhyThereIsNoButton(Browser browser) {
        var village = village("KEYC", 1);
        browser.as("keyc.leader");
        browser.open("/approvals?show=WAITING&lang=vi");
        browser.look("approvals-waiting-vi");
        browser.page().click("[data-open] >> nth=0");
        assertThat(browser.page().locator("[data-approve]")).hasCount(0);
        assertThat(browser.page().locator("main .note")).containsText("không được duyệt");
        browser.look("approvals-why-not-vi");
        assertThat(village.direct).isPositive();
    }

    private static void look(Browser browser, String name) {
        var path = browser.page().url().replaceFirst(".*?://[^/]+", "").replaceFirst("[?&]lang=..", "");
        for (var language : new String[] {"en", "vi"}) {
            browser.open(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
            browser.look(name + "-" + language);
        }
    }

    /** An office with contracts that wait for their first grant. */
    private Village village(String code, int requests) {
        var village = Village.withAccounts(beans, code);
        var grants = beans.getBean(GrantAllotment.class);
        var maker = new Actor(
                village.office,
                village.office,
                "nguon",
                "Phan Thị Nguồn",
                Role.FUND_OFFICER,
                village.office,
                village.director.scope());
        for (int i = 1; i <= requests; i++) {
            var contract = "UT-%s-%02d".formatted(code, i);
            beans.getBean(Transactions.class)
                    .write(
                            Actor.SYSTEM,
                            () -> grants.sign(
                                    village.office,
                                    new GrantAllotment.NewContract(
                                            contract,
                                            "PROVINCE",
                                            "UBND thành phố Hải Phòng",
                                            "QĐ 12/QĐ-UBND",
                                            Village.FIRST_DAY,
                                            new Dong(9_000_000_000L))));
            owner.sql("update capital.contract set received = amount where code = :code")
                    .param("code", contract)
                    .update();
            beans.getBean(RequestChange.class)
                    .run(
                            maker,
                            new Proposal(
                                    UUID.randomUUID(),
                                    "capital.grant",
                                    contract + ":" + code,
                                    Facts.none().dong("granted", new Dong(100_000_000L * i)),
                                    new Basis(
                                            "Bổ sung vốn ủy thác theo kế hoạch năm 2024 của thành phố",
                                            "QD-131-2002",
                                            null)));
        }
        return village;
    }

    private long count(String sql) {
        return owner.sql(sql).query(Long.class).single();
    }
}
