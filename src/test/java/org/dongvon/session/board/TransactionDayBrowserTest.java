package org.dongvon.session.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.Sessions;
import org.dongvon.session.closing.CashCount;
import org.dongvon.shared.Transactions;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.Village;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** A transaction day in the browser, from the opening of the session to its close. */
@BrowserTest
class TransactionDayBrowserTest {

    private static final int MEMBERS = 60;
    private static final Map<Integer, String> EXCEPTIONS =
            new TreeMap<>(Map.of(7, "150000", 18, "200000", 29, "100000", 41, "250000", 52, "120000"));

    private final ApplicationContext beans;
    private final OwnerDb owner;

    TransactionDayBrowserTest(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
    }

    @Test
    void runsATransactionDayFromTheKeyboard(Browser browser) {
        var village = village("DAYA");
        village.stockVault(20_000_000);
        enter(browser, "daya.leader");
        open(browser);
        enter(browser, "daya.teller");
        browser.page().click("text=Mở bảng kê kế tiếp");
        browser.look("session-sheet-vi");

        int keys = typeTheSheet(browser);

        assertThat(keys).as("keystrokes for 60 lines with five exceptions").isLessThanOrEqualTo(90);
        assertThat(browser.page()).hasURL(Pattern.compile(".*/vouchers/DAYA-01-24-\\d{6}$"));
        browser.look("session-voucher-vi");
        browser.page().click("tbody tr:nth-child(7) a:has-text('Xem, in')");
        assertThat(browser.page().locator(".paper")).containsText("Hai trăm nghìn đồng");
        look(browser, "session-receipt");
        counter(browser, village);
        enter(browser, "daya.controller");
        close(browser, village);
        enter(browser, "daya.director");
        assertThat(browser.page().locator("#h-sessions")).isVisible();
        browser.look("session-home-director-vi");
    }

    @Test
    void keepsRefusedLinesUnderTheirReason(Browser browser) {
        var village = village("DAYB");
        long session = village.openSession(0);
        enter(browser, "dayb.teller");
        look(browser, "session-home-teller");
        browser.open("/sessions/" + session + "?lang=vi");
        look(browser, "session-page");
        browser.page().click("tbody a >> nth=0");
        assertThat(browser.page().locator("#interest-1")).isFocused();
        var keyboard = browser.page().keyboard();
        keyboard.type("271234");
        keyboard.press("Enter");
        keyboard.press("-");
        keyboard.press("Enter");
        assertThat(browser.page().locator("[data-total=done]")).hasText("3/60");
        assertThat(browser.page().locator("[data-total=interest]")).hasText("542.467");

        keyboard.press("F10");

        assertThat(browser.page().locator(".why")).containsText("Quy tắc V11");
        assertThat(browser.page().locator(".note-warn")).containsText("Đã ghi sổ 1 dòng");
        assertThat(browser.page().locator("#interest-1")).hasValue("271.234");
        assertThat(browser.page().locator("tr[data-state=posted]")).hasCount(1);
        assertThat(browser.page().locator("tr[data-state=pending]")).hasCount(57);
        browser.look("session-sheet-refused-vi");
        keyboard.type("1000");
        assertThat(browser.page().locator(".why")).isHidden();
        keyboard.press("Escape");
        assertThat(browser.page().locator("#interest-1")).hasValue("271.234");
        browser.page().fill("#counted", "1.000");
        assertThat(browser.page().locator("[data-total=gap]")).isVisible();
        browser.open(browser.page().url().replaceFirst(".*?://[^/]+", "") + "?lang=en");
        assertThat(browser.page().locator("#interest-1")).hasValue("271,233");
        browser.look("session-sheet-en");
    }

    private void open(Browser browser) {
        browser.look("session-home-leader-vi");
        browser.page().click(".row .btn-main >> nth=0");
        look(browser, "session-open");
        browser.page().fill("#cash", "20tr");
        browser.page().click("form.panel .btn-main");
        assertThat(browser.page()).hasURL(Pattern.compile(".*/sessions/\\d+$"));
    }

    private static int typeTheSheet(Browser browser) {
        assertThat(browser.page().locator("#interest-1")).isFocused();
        var keyboard = browser.page().keyboard();
        int keys = 0;
        for (int line = 1; line <= 52; line++) {
            var exception = EXCEPTIONS.get(line);
            if (exception != null) {
                for (int at = 0; at < exception.length(); at++) {
                    keyboard.press(exception.substring(at, at + 1));
                    keys++;
                }
            }
            keyboard.press("Enter");
            keys++;
        }
        keyboard.press("Control+Enter");
        keys += 2;
        assertThat(browser.page().locator("[data-total=done]")).hasText("60/60");
        keyboard.press("F9");
        keys++;
        assertThat(browser.page().locator(".note-ok")).containsText("60 dòng ghi được");
        keyboard.press("F10");
        keys++;
        return keys;
    }

    private void counter(Browser browser, Village village) {
        browser.page().click(".receipt-bar a >> nth=0");
        browser.page().click("text=Tiếp tục phiên");
        browser.page().click(".btn:has-text('Thu nợ gốc tại quầy')");
        browser.page().fill("#q", "nguyen thi 6");
        browser.page().keyboard().press("Enter");
        browser.page().waitForURL("**q=nguyen**");
        look(browser, "session-counter-find");
        browser.page().click("tbody a >> nth=0");
        browser.page().fill("#principal", "7tr");
        assertThat(browser.page().locator("#principal-words")).hasText("Bảy triệu đồng chẵn");
        browser.page().keyboard().press("F9");
        assertThat(browser.page().locator(".note-ok")).isVisible();
        browser.look("session-counter-vi");
        browser.page().keyboard().press("F10");
        assertThat(browser.page().locator(".paper")).containsText("43.000.000 đồng");
        assertThat(village.point).isPositive();
    }

    private void close(Browser browser, Village village) {
        browser.page().click(".btn:has-text('Đếm quỹ') >> nth=0");
        var expected = beans.getBean(Transactions.class)
                .read(
                        village.teller,
                        () -> beans.getBean(Sessions.class)
                                .cash(session(village))
                                .orElse(Dong.ZERO));
        for (var note : CashCount.of(expected).notes().entrySet()) {
            browser.page().fill("#note-" + note.getKey(), Integer.toString(note.getValue()));
        }
        browser.page().fill("#note-500000", "1");
        browser.page().click("button[value=count]");
        assertThat(browser.page().locator(".note-bad")).containsText("Thiếu");
        browser.look("session-cash-vi");
        var notes = CashCount.of(expected).notes().get(500_000);
        browser.page().fill("#note-500000", String.valueOf(notes));
        browser.page().click("button[value=close]");
        assertThat(browser.page().locator(".note-ok >> nth=0")).containsText("Phiên đã đóng");
        look(browser, "session-cash-closed");
    }

    private long session(Village village) {
        return owner.sql("select id from session.session where point_id = :point and held_on = '2024-05-18'")
                .param("point", village.point)
                .query(Long.class)
                .single();
    }

    private static void look(Browser browser, String name) {
        for (var language : List.of("en", "vi")) {
            var path = browser.page().url().replaceFirst(".*?://[^/]+", "").replaceFirst("[?&]lang=\\w+", "");
            browser.open(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
            browser.look(name + "-" + language);
        }
    }

    private static void enter(Browser browser, String login) {
        browser.page().context().clearCookies();
        browser.as(login);
    }

    private Village village(String code) {
        var village = Village.withAccounts(beans, code);
        var group = village.group(1, MEMBERS, "HONGHEO", 50_000_000, Village.FIRST_DAY);
        village.payOut(village.openSession(5_000_000_000L), group);
        owner.sql("update organisation.business_day set day = '2024-05-18' where office_id = :office")
                .param("office", village.office)
                .update();
        return village;
    }
}
