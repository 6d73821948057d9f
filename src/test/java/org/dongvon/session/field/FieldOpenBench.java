package org.dongvon.session.field;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.Village;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/**
 * {@code ./dongvon bench field}: how long the field page takes to open on a processor that is slowed down four times, with the
 * day package of 3 000 loans and no network. It prints and asserts nothing by the clock.
 */
@BrowserTest
class FieldOpenBench {

    private static final int GROUPS = 50;
    private static final int MEMBERS = 60;
    private static final int SLOWER = Integer.getInteger("field.slower", 4);
    private static final int ROUNDS = Integer.getInteger("field.rounds", 7);

    private static final String APPEARS = """
            selector => new Promise(there => {
              setTimeout(() => there(-1), 60_000);
              const look = () => document.querySelector(selector) ? there(performance.now()) : requestAnimationFrame(look);
              look();
            })
            """;

    private static final String CLICKED = """
            ([button, selector]) => new Promise(there => {
              setTimeout(() => there(-1), 60_000);
              const start = performance.now();
              document.querySelector(button).click();
              const look = () => document.querySelector(selector) ? there(performance.now() - start) : requestAnimationFrame(look);
              look();
            })
            """;

    private final ApplicationContext beans;
    private final OwnerDb owner;

    FieldOpenBench(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
    }

    @Test
    void opens(Browser browser) {
        var village = Village.withAccounts(beans, "OPEN");
        long first = village.openSession(90_000_000_000L);
        for (int group = 1; group <= GROUPS; group++) {
            village.payOut(
                    first, village.group(group, MEMBERS, "HONGHEO", 15_000_000L + group * 470_000L, Village.FIRST_DAY));
        }
        owner.sql("update organisation.business_day set day = '2024-05-18' where office_id = :office")
                .param("office", village.office)
                .update();
        long session = village.openSession(0);
        browser.as("open.teller").expectingRefusal();
        var network = firstOpenings(browser.page());
        var page = FieldPage.enrol(beans, browser, village);
        page.click("[data-session='" + session + "']");
        assertThat(page.locator("#unsent")).isVisible();
        FieldPage.offline(page);
        var opened = new ArrayList<Double>();
        var unlocked = new ArrayList<Double>();
        var entered = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            var open = slow(page.context());
            opened.add(cold(open, page.url()));
            open.fill("#pin", FieldPage.PIN);
            unlocked.add(click(open, "#unlock", "[data-session='" + session + "']"));
            entered.add(click(open, "[data-session='" + session + "']", "#unsent"));
            open.close();
        }
        System.out.printf(
                "{\"benchmark\":\"field\",\"cpuSlower\":%d,\"rounds\":%d,\"loans\":%d,\"firstOpenFromNetworkMillis\":%s,"
                        + "\"coldOpenOfflineMillis\":%s,\"unlockMillis\":%s,\"enterDayMillis\":%s}%n",
                SLOWER, ROUNDS, GROUPS * MEMBERS, spread(network), spread(opened), spread(unlocked), spread(entered));
    }

    /** As a device that was never there: nothing kept, no worker. */
    private static List<Double> firstOpenings(Page page) {
        var took = new ArrayList<Double>();
        var site = page.url().replaceFirst("(//[^/]+)/.*", "$1/field");
        for (int round = 0; round < ROUNDS; round++) {
            var loggedIn =
                    new NewContextOptions().setStorageState(page.context().storageState());
            try (var context = page.context().browser().newContext(loggedIn)) {
                var open = slow(context);
                open.navigate(site);
                took.add(number(open.evaluate(APPEARS, "#device-name")));
            }
        }
        return took;
    }

    /** The worker that keeps the shell is stopped too. */
    private static double cold(Page open, String address) {
        var protocol = open.context().newCDPSession(open);
        protocol.send("ServiceWorker.enable");
        protocol.send("ServiceWorker.stopAllWorkers");
        open.navigate(address);
        return number(open.evaluate(APPEARS, "#pin"));
    }

    private static double click(Page open, String button, String selector) {
        return number(open.evaluate(CLICKED, List.of(button, selector)));
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static Page slow(BrowserContext context) {
        var page = context.newPage();
        var rate = new JsonObject();
        rate.addProperty("rate", SLOWER);
        context.newCDPSession(page).send("Emulation.setCPUThrottlingRate", rate);
        return page;
    }

    /** Median and worst. */
    private static String spread(List<Double> took) {
        Collections.sort(took);
        return "{\"median\":%d,\"worst\":%d}"
                .formatted(Math.round(took.get(took.size() / 2)), Math.round(took.getLast()));
    }
}
