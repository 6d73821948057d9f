package org.dongvon.session.field;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.support.Browser;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.Village;
import org.springframework.context.ApplicationContext;

/** What tests of the field page begin with: a device that is enrolled, and a tab that opens from what it keeps. */
final class FieldPage {

    static final String PIN = "246810";

    private FieldPage() {}

    /** From the first opening of the page to its list of sessions; the browser's person is the village's teller. */
    static Page enrol(ApplicationContext beans, Browser browser, Village village) {
        browser.open("/field");
        var page = browser.page();
        page.fill("#device-name", "Máy của Hà");
        page.click("#enrol-ask");
        assertThat(page.locator("#enrol-check")).isVisible();
        var code = page.locator("#device-code").textContent();
        long change = beans.getBean(OwnerDb.class)
                .sql("select id from shared.change_request where kind = 'session.field-device' and subject = :code")
                .param("code", code)
                .query(Long.class)
                .single();
        page.waitForResponse(
                answer -> answer.url().contains("/api/v1/field/devices/"), () -> page.click("#enrol-check"));
        assertThat(page.locator("#enrol-check")).isVisible();
        beans.getBean(DecideChange.class).approve(village.leader, UUID.randomUUID(), change);
        page.click("#enrol-check");
        page.fill("#pin", "1234");
        page.click("#pin-set");
        assertThat(page.locator("#said")).containsText("ít nhất 6 số");
        page.fill("#pin", PIN);
        page.click("#pin-set");
        assertThat(page.locator("h1")).hasText("Các phiên");
        return page;
    }

    /** No network from here on, once the worker keeps the shell. */
    static void offline(Page page) {
        page.evaluate("navigator.serviceWorker.ready.then(() => true)");
        page.waitForCondition(() -> (boolean) page.evaluate("navigator.serviceWorker.controller !== null"));
        page.context().setOffline(true);
    }

    /** The tab is gone; a new one opens from what the device keeps, locked. */
    static Page reopened(Page page, long session) {
        var context = page.context();
        var site = page.url().replaceFirst("/field.*", "");
        page.close();
        var open = context.newPage();
        open.navigate(site + "/field");
        open.fill("#pin", PIN);
        open.click("#unlock");
        open.click("[data-session='" + session + "']");
        assertThat(open.locator("#unsent")).isVisible();
        return open;
    }
}
