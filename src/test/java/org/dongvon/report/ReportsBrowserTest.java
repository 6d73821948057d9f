package org.dongvon.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.List;
import org.dongvon.shared.Role;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** The director closes the day and reads the reports. */
@BrowserTest
class ReportsBrowserTest {

    private final ApplicationContext beans;
    private final OwnerDb owner;

    ReportsBrowserTest(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
    }

    @Test
    void closesTheDayAndReadsTheReport(Browser browser) {
        var village = Village.withAccounts(beans, "REPA");
        publish("REPA");
        var day = VillageDay.open(beans, village);
        var poor = day.lend(1, 8, "HONGHEO");
        day.lendAgain(poor, 5, "NUOCSACH", 1);
        day.lend(2, 6, "CANNGHEO", 30_000_000);
        browser.expectingRefusal();
        browser.as("repa.director");

        browser.page().click(".side a[href='/closing']");
        look(browser, "closing-before");
        browser.page().click("main form .btn-main");
        assertThat(browser.page().locator(".error-summary")).containsText("REPA");
        browser.look("closing-refused-en");
        day.end();
        browser.open("/closing?lang=vi");
        browser.page().click("main form .btn-main");
        assertThat(browser.page().locator("h1")).hasText("Khóa ngày 19/04/2024");
        assertThat(browser.page().locator(".note-ok")).containsText("Ngày 18/04/2024");
        look(browser, "closing-after");

        browser.page().click(".side a[href='/reports']");
        look(browser, "reports");
        browser.open("/reports/directive40?lang=vi");
        assertThat(browser.page().locator(".stats")).containsText("630");
        assertThat(browser.page().locator(".side [aria-current=page]")).hasCount(1);
        assertThat(browser.page().locator(".chart .bar")).hasCount(3);
        look(browser, "directive40");
    }

    @Test
    void checksTheClaimsOfAPublication(Browser browser) {
        var village = Village.withAccounts(beans, "REPB");
        publish("REPB");
        var day = VillageDay.open(beans, village);
        day.lend(1, 10, "HONGHEO");
        day.end();
        VillageDay.close(beans, village, Village.FIRST_DAY);
        browser.as("repb.director");

        browser.open("/reports/directive40?unit=REPB&asOf=18/04/2024&lang=vi");

        assertThat(browser.page().locator(".note-ok .sumline").allTextContents())
                .containsExactly(
                        "500 = 500",
                        "500 − 100 = 400",
                        "400 = 400",
                        "400 ÷ 100 = 400,00 %",
                        "500 ÷ 100 = 5",
                        "10 ≥ 9",
                        "500 ÷ 9 = 55,56 triệu đồng/hộ",
                        "1 = 1");
        assertThat(browser.page().locator(".note-bad .sumline").allTextContents())
                .containsExactly("22/11/2024 ≠ 22/11/2014", "18/04/2024 − 22/11/2024 = −218 ngày");
        look(browser, "directive40-claims");
        browser.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(browser.page().locator(".topbar")).isHidden();
        assertThat(browser.page().locator("form.actions")).isHidden();
        browser.page()
                .pdf(new Page.PdfOptions()
                        .setPath(Path.of("target/screenshots/directive40.pdf"))
                        .setFormat("A4"));
    }

    @Test
    void marksAnOpenDayAsProvisional(Browser browser) {
        var village = Village.withAccounts(beans, "REPC");
        var day = VillageDay.open(beans, village);
        day.lend(1, 5, "HONGHEO");
        day.end();
        VillageDay.close(beans, village, Village.FIRST_DAY);
        browser.as("repc.director");

        browser.open("/reports/directive40?asOf=19/04/2024&lang=en");

        assertThat(browser.page().locator(".note-warn"))
                .containsText("1 of 1 transaction offices have not closed 19/04/2024");
        assertThat(browser.page().locator(".stats")).containsText("250");
    }

    @Test
    void showsWhatHaTinhLacksAndHowItIsKnown(Browser browser) {
        owner.sql(
                        "insert into organisation.unit (code, kind, name, valid_from) values ('HATINH', 'PROVINCE', 'Hà Tĩnh', '2003-01-01')"
                                + " on conflict do nothing")
                .update();
        browser.as(Role.DIRECTOR);

        browser.open("/reports/capital?unit=HATINH&asOf=30/06/2023&lang=vi");

        assertThat(browser.page().locator("main")).containsText("10,8 % × 6.625.000 − 233.200 = 482.300");
        assertThat(browser.page().locator("main"))
                .containsText("(10,8 % × 6.625.000 − 233.200) ÷ (1 − 10,8 %) = 540.695");
        assertThat(browser.page().locator("main")).containsText("Giữa 6.615.603 và 6.634.424");
        assertThat(browser.page().locator(".tag-warn").allTextContents()).contains("Suy ra", "Ngày giả định");
        look(browser, "capital");
    }

    @Test
    void showsWhatEachYearMustAddAndTheShareByYear(Browser browser) {
        owner.sql(
                        "insert into organisation.unit (code, kind, name, valid_from) values ('HATINH', 'PROVINCE', 'Hà Tĩnh', '2003-01-01')"
                                + " on conflict do nothing")
                .update();
        browser.as(Role.DIRECTOR);

        browser.open(
                "/reports/local-share?unit=HATINH&asOf=30/06/2023&target=15&year=2030&growth=8&add=100+t%E1%BB%B7&lang=vi");

        var main = browser.page().locator("main");
        assertThat(main).containsText("10,8 % × 6.625.000 − 233.200 = 482.300");
        assertThat(main).containsText("15 % × 6.625.000 − 233.200 = 760.550");
        assertThat(main).containsText("15 ÷ (100 − 15) × 6.391.800 × (1 + 8 %)^8 − 233.200 = 1.854.584");
        assertThat(main).containsText("95.069");
        assertThat(main).containsText("Tỷ trọng địa phương sẽ là 4,95 %");
        look(browser, "local-share");

        browser.open("/reports/local-share-years?unit=HATINH&asOf=30/06/2023&lang=vi");

        assertThat(main.locator("tbody tr")).hasCount(10);
        assertThat(main.locator("tbody tr").last()).containsText("3,52");
        look(browser, "local-share-years");
    }

    @Test
    void refusesOtherPeoplesUnitsAndDaysThatAreNone(Browser browser) {
        Village.withAccounts(beans, "REPD");
        browser.expectingRefusal();
        browser.as("repd.director");

        for (var refused : List.of(
                "/reports/directive40?unit=LECHAN 404",
                "/reports/directive40?unit=NOWHERE 404",
                "/reports/directive40?asOf=31/02/2024 422",
                "/reports/directive40?asOf=abc 422",
                "/reports/directive40?asOf=01/01/2000 409",
                "/reports/capital?asOf=01/01/2000 409",
                "/reports/local-share?unit=LECHAN 404",
                "/reports/local-share?asOf=01/01/2000 409",
                "/reports/local-share?asOf=18/04/2024&target=abc 422",
                "/reports/local-share-years?unit=NOWHERE 404",
                "/reports/local-share-years?asOf=01/01/2000 409",
                "/closing?unit=NOWHERE 404",
                "/closing?unit=REPD-01 409")) {
            var parts = refused.split(" ", -1);
            assertThat(browser.open(parts[0])).as(parts[0]).isEqualTo(Integer.parseInt(parts[1]));
            assertThat(browser.page().locator(".error-summary")).isVisible();
        }
    }

    private static void look(Browser browser, String name) {
        var path = browser.page().url().replaceFirst("^[a-z]+://[^/]+", "").replaceAll("[?&]lang=..", "");
        for (var language : List.of("en", "vi")) {
            browser.open(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
            browser.look("report-" + name + "-" + language);
        }
    }

    /** What a newspaper printed of a village with ten loans of 50 million. */
    private void publish(String unit) {
        for (var row : List.of(
                "2014-12-31 - outstanding 100000000 EXACT bài báo",
                "2024-04-18 - outstanding 500000000 EXACT bài báo",
                "2024-04-18 2014-12-31 change.outstanding 400000000 EXACT bài báo",
                "2024-04-18 - households 9 AT_LEAST bài báo",
                "2024-04-18 - programmes 1 EXACT bài báo dẫn Chỉ thị 40-CT/TW ngày 22/11/2024")) {
            var cells = row.split(" ", 6);
            owner.sql("""
                            insert into report.published_figure (unit_code, on_date, base_date, indicator, value, low, high, bound,
                                                                 as_printed, document)
                            values (:unit, cast(:day as date), cast(nullif(:base, '-') as date), :indicator, :value, :value, :value,
                                    :bound, 'như đã in', :document)
                            """)
                    .param("unit", unit)
                    .param("day", cells[0])
                    .param("base", cells[1])
                    .param("indicator", cells[2])
                    .param("value", Long.parseLong(cells[3]))
                    .param("bound", cells[4])
                    .param("document", cells[5])
                    .update();
        }
    }
}
