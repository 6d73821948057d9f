package org.dongvon.session.field;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Verification;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.Village;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** A day in the village without a network: recorded, the tab killed again and again, handed in, sent, in the books exactly once. */
@BrowserTest
class FieldDayBrowserTest {

    private static final int KILLS = Integer.getInteger("field.kills", 20);
    private static final long SEED = Long.getLong("seed", 20_261_128);

    /** 50 000 000 đ × 30 days × 6.6 % / 365 = 271 232.88 đ. */
    private static final long INTEREST = 271_233;

    private final ApplicationContext beans;
    private final OwnerDb owner;

    FieldDayBrowserTest(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
    }

    @Test
    void losesNothingOfADayWithoutANetworkAndPostsItOnce(Browser browser) {
        var village = Village.withAccounts(beans, "FLD");
        var group = village.group(1, 5, "HONGHEO", 50_000_000, Village.FIRST_DAY);
        var second = village.group(2, 5, "HONGHEO", 50_000_000, Village.FIRST_DAY);
        long first = village.openSession(900_000_000);
        village.payOut(first, group);
        village.payOut(first, second);
        owner.sql("update organisation.business_day set day = '2024-05-18' where office_id = :office")
                .param("office", village.office)
                .update();
        var approved = village.group(3, 5, "HONGHEO", 20_000_000, Village.FIRST_DAY);
        long session = village.openSession(50_000_000);
        browser.as("fld.teller").expectingRefusal();
        var page = FieldPage.enrol(beans, browser, village);
        page.click("[data-session='" + session + "']");
        assertThat(page.locator("h1")).hasText("Điểm FLD");
        look(page, "field-day");
        FieldPage.offline(page);

        var open = FieldPage.reopened(page, session);
        list(open, group);
        payment(open, "FLD-2-0", "271.233", "7tr");
        open.click("#sign");
        open.click("#to-session");
        open.click("#to-payouts");
        open.click("[data-payout='FLD-3-0']");
        assertThat(open.locator("#said")).containsText("Đã lưu");
        savings(open);
        long held = 5 * (INTEREST + 50_000) + INTEREST + 7_000_000 - 20_000_000 - 30_000;
        open = kills(open, session, held);
        held = total(open);
        handIn(open);
        open = FieldPage.reopened(open, session);
        int events = open.locator("#queue li").count();
        assertThat(open.locator("#unsent")).hasText(Integer.toString(events));
        assertThat(count("session.field_event where session_id = " + session)).isZero();

        sent(open, events);

        isInTheBooksOnce(session, events, held);
        assertThat(count("loan.loan where stage = 'ACTIVE' and id = "
                        + approved.loans().getFirst()))
                .isEqualTo(1);
        cleared(open);
    }

    private static void handIn(Page open) {
        open.click("#to-hand-in");
        open.fill("#note-500000", "1");
        look(open, "field-hand-in");
        open.click("#sign");
        assertThat(open.locator(".note-ok")).containsText("Máy này đã nộp phiên");
    }

    private static void sent(Page open, int events) {
        open.context().setOffline(false);
        open.waitForTimeout(500);
        // The page sends by itself as well, and the button goes when nothing is left to send.
        open.evaluate("document.querySelector('#send')?.click()");
        assertThat(open.locator("#unsent"))
                .hasText(
                        "0",
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setTimeout(20_000));
        assertThat(open.locator("#queue li[data-state=APPLIED]")).hasCount(events);
        look(open, "field-sent");
    }

    private void isInTheBooksOnce(long session, int events, long held) {
        assertThat(owner.sql("select count(*) || ' ' || count(*) filter (where state = 'APPLIED') || ' ' || max(seq)"
                                + " from session.field_event where session_id = :s")
                        .param("s", session)
                        .query(String.class)
                        .single())
                .isEqualTo(events + " " + events + " " + events);
        assertThat(count("session.field_conflict where session_id = " + session))
                .isZero();
        assertThat(owner.sql("select balance from session.cash_box where session_id = :s")
                        .param("s", session)
                        .query(Long.class)
                        .single())
                .as("the box holds its 50 million and what the device recorded, seed %s", SEED)
                .isEqualTo(50_000_000 + held);
        assertThat(beans.getBean(Verification.class).run(Actor.SYSTEM, check -> {}))
                .filteredOn(check -> check.name().startsWith("session."))
                .allSatisfy(check -> assertThat(check.breach()).as(check.name()).isEmpty());
    }

    private long count(String rows) {
        return owner.sql("select count(*) from " + rows).query(Long.class).single();
    }

    private static void cleared(Page open) {
        open.click("#clear");
        assertThat(open.locator("h1")).hasText("Các phiên");
        open.click("#lang");
        assertThat(open.locator("h1")).hasText("Sessions");
        look(open, "field-home-en");
    }

    /** The head's list, as it is filled in beforehand; one amount in the short form. */
    private static void list(Page page, Village.GroupOfLoans group) {
        page.click("[data-group='" + group.id() + "']");
        assertThat(page.locator("#interest-0")).hasValue("271.233");
        page.fill("#interest-0", "271234");
        page.click("#sign");
        assertThat(page.locator("#said")).containsText("phần hơn là gốc");
        page.fill("#interest-0", "271233");
        page.fill("#saving-4", "50k");
        assertThat(page.locator("#sheet-total")).hasText("1.606.165 đồng");
        look(page, "field-sheet");
        page.click("#sign");
        assertThat(page.locator("#said")).containsText("Đã lưu trong máy: việc số 1, 1.606.165 đồng");
        look(page, "field-receipt");
        page.click("#to-session");
    }

    private static void payment(Page page, String loan, String interest, String principal) {
        page.click("#to-counter");
        page.fill("#search", loan.toLowerCase(Locale.ROOT));
        page.click("[data-loan='" + loan + "']");
        page.fill("#interest", interest);
        page.fill("#principal", principal);
    }

    /** Who paid what is due draws savings, but no more than there are; who owes draws nothing. */
    private static void savings(Page page) {
        page.click("#to-session");
        page.click("#to-drawings");
        page.fill("#search", "fld-t2");
        page.click("#found [data-member] >> nth=1");
        assertThat(page.locator("#stops")).containsText("tiền gửi trước hết để trả nợ (V18)");
        page.click("#back");
        page.fill("#search", "fld-t1");
        page.click("#found [data-member] >> nth=0");
        page.fill("#amount", "50001");
        page.click("#sign");
        assertThat(page.locator("#said")).containsText("Tiền gửi chỉ còn 50.000 đồng");
        page.fill("#amount", "30k");
        look(page, "field-drawing");
        page.click("#sign");
        assertThat(page.locator("#said")).containsText("Đã lưu");
        look(page, "field-receipt-out");
    }

    /** Presses "sign" and kills the tab at once or a little later: what was shown as saved is there, and nothing is there twice. */
    private static Page kills(Page first, long session, long held) {
        var random = new Random(SEED);
        var page = first;
        page.click("#to-session");
        page.locator("#queue li").first().waitFor();
        for (int i = 0; i < KILLS; i++) {
            int before = page.locator("#queue li").count();
            payment(page, "FLD-2-" + (1 + i % 4), "0", Long.toString(1_000 + i));
            page.evaluate("document.getElementById('sign').click()");
            page.waitForTimeout(random.nextInt(25));
            boolean shown = (boolean)
                    page.evaluate("(document.getElementById('said')?.textContent ?? '').startsWith('Đã lưu')");
            page = FieldPage.reopened(page, session);
            int after = page.locator("#queue li").count();
            assertThat(after)
                    .as("kill %s, shown %s, seed %s", i, shown, SEED)
                    .isBetween(shown ? before + 1 : before, before + 1);
        }
        assertThat(total(page)).isGreaterThanOrEqualTo(held);
        return page;
    }

    private static long total(Page page) {
        var text = page.locator("#to-hand-in small").textContent();
        return Long.parseLong(text.replaceAll("[^0-9-]", ""));
    }

    private static void look(Page page, String name) {
        for (int width : List.of(390, 320)) {
            page.setViewportSize(width, 800);
            assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as("%s overflows at %s px", name, width)
                    .isEqualTo(0);
            if (System.getenv("DONGVON_PICTURES") != null) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(java.nio.file.Path.of("target", "screenshots", name + "-" + width + ".png"))
                        .setFullPage(true));
            }
        }
    }
}
