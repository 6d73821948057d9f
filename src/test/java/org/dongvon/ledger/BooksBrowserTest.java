package org.dongvon.ledger;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.NewAccount;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.Site;
import org.dongvon.support.Village;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** The books and the donations of an office, as its accountant sees them, in both languages and widths. */
@BrowserTest
class BooksBrowserTest {

    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("accounts", "/accounts"),
            Map.entry("account-new", "/accounts/new/change"),
            Map.entry("voucher", "/journals/new"),
            Map.entry("office-transfer", "/journals/transfer"),
            Map.entry("periods", "/periods"),
            Map.entry("period-month", "/periods/SOSACH/months/2024-04"),
            Map.entry("period-year", "/periods/SOSACH/years/2024"),
            Map.entry("trial-balance", "/reports/trial-balance?asOf=18/04/2024"),
            Map.entry("trial-balance-by-programme", "/reports/trial-balance-by-programme?asOf=18/04/2024"),
            Map.entry("donations", "/donations"),
            Map.entry("donation", "/donations/VNN-SOSACH"),
            Map.entry("donation-gift", "/donations/VNN-SOSACH/gifts/new"),
            Map.entry("donation-pledge", "/donations/VNN-SOSACH/pledges"),
            Map.entry("donation-allocation", "/donations/VNN-SOSACH/allocation"),
            Map.entry("donation-receipt", "/donations/receipts/VNN-SOSACH-000001"),
            Map.entry("donation-refund", "/donations/receipts/VNN-SOSACH-000001/refund"),
            Map.entry("donation-new", "/donations/new"),
            Map.entry("gifts-public", "/gifts"),
            Map.entry("state-claims", "/state-claims?year=2024"),
            Map.entry("state-claim", "/state-claims/SOSACH-CB-2024-1"),
            Map.entry("state-claim-new", "/state-claims/new"),
            Map.entry("state-claim-acceptance", "/state-claims/SOSACH-CB-2024-1/acceptance"),
            Map.entry("state-claim-receipt", "/state-claims/SOSACH-CB-2024-1/receipt"));

    private final ApplicationContext beans;

    BooksBrowserTest(ApplicationContext beans) {
        this.beans = beans;
    }

    @Test
    void theAccountantFindsEveryPageInOrder(Browser browser) {
        var village = Village.withAccounts(beans, "SOSACH");
        var books = new BooksOfYear(beans, village);
        books.voucher(Village.FIRST_DAY);
        books.gift(Village.FIRST_DAY);
        books.claim(Village.FIRST_DAY);
        beans.getBean(Accounts.class)
                .create(
                        Actor.SYSTEM,
                        new NewAccount("sosach.accountant", "Tạ Thị Sổ", Role.ACCOUNTANT, village.office),
                        Site.PASSWORD);
        browser.as("sosach.accountant");

        PAGES.forEach((name, page) -> List.of("vi", "en").forEach(language -> {
            browser.open(page + (page.contains("?") ? "&" : "?") + "lang=" + language);
            assertThat(browser.page().locator("h1")).hasCount(1);
            browser.look(name + "-" + language);
        }));
        long journal = beans.getBean(OwnerDb.class)
                .sql("select max(journal_id) from ledger.manual_voucher")
                .query(Long.class)
                .single();
        browser.open("/journals/" + journal + "?lang=vi");
        assertThat(browser.page().locator("#h-hand")).hasText("giấy in quý hai");
        browser.look("journal-by-hand");
        browser.page().locator("a[href*='/journals/reversal']").click();
        browser.look("voucher-back");
        browser.open("/donations/receipts/VNN-SOSACH-000001");
        browser.page().locator("a.qr-link").click();
        assertThat(browser.page().locator("h1")).containsText("VNN-SOSACH-000001");
        browser.look("gift-public");
    }
}
