package org.dongvon.session.field;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.dongvon.support.Axe;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.Village;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** WCAG 2.2 AA on each view of the field page, in both languages. */
@BrowserTest
class FieldAccessibilityBrowserTest {

    private static final String TAKE = """
            insert into session.provisional (line_id, point_id, group_id, member_id, loan_id, session_on, taken_on, interest, saving, taker_id,
                   taker)
            values (:line, :point, :group, :member, :loan, '2024-05-18', '2024-05-18', 200000, 20000, 1, 'Bùi Thị Hạnh')
            """;

    private final ApplicationContext beans;
    private final OwnerDb owner;

    FieldAccessibilityBrowserTest(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
    }

    @Test
    void everyViewKeepsTheRulesInBothLanguages(Browser browser) {
        var village = Village.withAccounts(beans, "AXF");
        var group = village.group(1, 3, "HONGHEO", 50_000_000, Village.FIRST_DAY);
        village.payOut(village.openSession(900_000_000), group);
        owner.sql("update organisation.business_day set day = '2024-05-18' where office_id = :office")
                .param("office", village.office)
                .update();
        village.group(2, 1, "HONGHEO", 20_000_000, Village.FIRST_DAY);
        var taken = UUID.randomUUID();
        owner.sql(TAKE)
                .param("line", taken)
                .param("point", village.point)
                .param("group", group.id())
                .param("member", group.members().getFirst())
                .param("loan", group.loans().getFirst())
                .update();
        long session = village.openSession(50_000_000);
        browser.as("axf.teller").expectingRefusal();
        browser.open("/field");
        check(browser.page(), "enrol");
        var page = FieldPage.enrol(beans, browser, village);
        check(page, "sessions");
        page.click("[data-session='" + session + "']");
        check(page, "session");
        list(page, group);
        counter(page);
        drawing(page);
        open(page, "#to-payouts", "payouts");
        page.click("[data-payout='AXF-2-0']");
        check(page, "receipt of a payment");
        page.click("#to-session");
        open(page, "#to-hand-in", "hand-in");
        page.click("#sign");
        check(page, "handed in");
        page.click("#lock");
        check(page, "locked");
    }

    private void list(Page page, Village.GroupOfLoans group) {
        page.click("[data-group='" + group.id() + "']");
        assertThat(page.locator(".taken")).containsText("Tổ trưởng ghi đã thu: lãi 200.000, tiền gửi 20.000");
        assertThat(page.locator("#interest-0")).hasValue("200.000");
        check(page, "list of a group");
        page.fill("#interest-0", "100.000");
        page.click("#sign");
        assertThat(page.locator("#said")).containsText("Tổ trưởng ghi 220.000 đồng, đếm được 120.000 đồng");
        check(page, "refused list");
        page.check("#absent-2");
        Axe.check(page, "absent member");
        page.fill("#interest-0", "100.000");
        page.fill("#note-0", "thiếu");
        page.click("#sign");
        check(page, "receipt");
        page.click("#to-session");
        page.waitForCondition(() -> owner.sql(
                        "select count(*) = 1 from session.provisional_final where group_id = :group and counted_interest = 100000")
                .param("group", group.id())
                .query(Boolean.class)
                .single());
    }

    private static void counter(Page page) {
        page.click("#to-counter");
        page.fill("#search", "axf-1-1");
        // What was typed goes when the language is changed.
        Axe.check(page, "counter");
        page.click("[data-loan='AXF-1-1']");
        check(page, "payment");
        page.click("#back");
        page.click("#back");
    }

    private static void drawing(Page page) {
        page.click("#to-drawings");
        page.fill("#search", "axf-t1");
        Axe.check(page, "search of savings");
        page.click("#found [data-member] >> nth=1");
        check(page, "savings that are held back");
        page.click("#back");
        page.fill("#search", "axf-t1");
        page.click("#found [data-member] >> nth=0");
        check(page, "savings");
        page.click("#back");
        page.click("#back");
    }

    private static void open(Page page, String button, String name) {
        page.click(button);
        check(page, name);
    }

    private static void check(Page page, String name) {
        for (var language : new String[] {"vi", "en"}) {
            assertThat(page.locator("html")).hasAttribute("lang", language);
            Axe.check(page, name + " " + language);
            page.click("#lang");
        }
        assertThat(page.locator("html")).hasAttribute("lang", "vi");
    }
}
