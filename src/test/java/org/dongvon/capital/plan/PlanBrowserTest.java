package org.dongvon.capital.plan;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Map;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** A director reads the plan of the office, splits it, and follows it to a commune. */
@BrowserTest
class PlanBrowserTest {

    private final ApplicationContext beans;

    PlanBrowserTest(ApplicationContext beans) {
        this.beans = beans;
    }

    @Test
    void theDirectorReadsAndSplitsThePlan(Browser browser) {
        var village = Village.withAccounts(beans, "PLAN");
        var day = VillageDay.open(beans, village);
        day.lend(1, 8, "GQVL");
        day.lend(2, 3, "HONGHEO", 30_000_000);
        village.group(3, 2, "GQVL", 40_000_000, Village.FIRST_DAY);
        var plan = new PlanVillage(beans, village);
        plan.give(plan.province, Map.of(plan.province, 2_000L));
        plan.give(plan.province, Map.of(plan.office, 600L));
        plan.give(plan.office, Map.of(plan.point, 450L, plan.office + "-00", 50L));
        day.end();
        VillageDay.close(beans, village, Village.FIRST_DAY);
        browser.as("plan.director");

        browser.page().click(".side a[href='/reports/plan']");
        assertThat(browser.page().locator("h1")).hasText("Kế hoạch tín dụng 2024: PGD PLAN");
        assertThat(browser.page().locator("#h-lines + * table")).containsText("600");
        assertThat(browser.page().locator(".tag-warn")).hasCount(1);
        browser.look("plan");
        browser.open("/reports/plan?lang=en");
        browser.look("plan-en");

        browser.open("/plan/targets/2024:PLAN:GQVL:CENTRAL?lang=vi");
        assertThat(browser.page().locator("#amount-0")).not().hasValue("");
        browser.look("plan-targets");
        browser.open("/plan/targets/2024:PLAN-01:GQVL:CENTRAL?lang=vi");
        browser.look("plan-hamlets");
        browser.open("/plan/asks");
        browser.look("plan-asks");
        browser.open("/plan/rule");
        browser.look("plan-rule");
    }
}
