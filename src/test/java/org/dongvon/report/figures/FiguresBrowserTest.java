package org.dongvon.report.figures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import org.dongvon.document.ShippedFile;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** The director brings a file of published figures, looks it through, loads it, and sees what does not hold. */
@BrowserTest
class FiguresBrowserTest {

    private final ApplicationContext beans;

    FiguresBrowserTest(ApplicationContext beans) {
        this.beans = beans;
    }

    @Test
    void loadsAFileAfterLookingItThrough(Browser browser) {
        var village = Village.withAccounts(beans, "FIGX");
        var day = VillageDay.open(beans, village);
        day.lend(1, 10, "HONGHEO");
        day.end();
        VillageDay.close(beans, village, Village.FIRST_DAY);
        browser.expectingRefusal();
        browser.as("figx.director");

        browser.open("/reports/figures-check?lang=vi");
        browser.page().click("a[href*='/files']");
        look(browser, "file");
        browser.page().click("main form .btn-main");
        assertThat(browser.page().locator(".error-summary")).isVisible();
        bring(browser, "sai.xlsx", "không phải bảng tính");
        assertThat(browser.page().locator(".error-summary")).isVisible();
        browser.look("figures-file-refused");

        bring(browser, "nua.csv", Figures.HEADER + "\n" + """
                FIGX,18/04/2024,,outstanding,,,,500,million,"báo, số 1"
                FIGX,18/04/2024,,households,,,,1e9,count,"báo, số 1"
                Hµ TÜnh,30/02/2024,,households,,,,9,count,"báo, số 1"
                """);
        assertThat(browser.page().locator("main")).containsText("không phải số viết kiểu Việt Nam");
        look(browser, "preview-bad");
        browser.page().click("main form .btn-main");
        assertThat(browser.page().locator(".note-ok").first()).containsText("1");

        loadsWhatDoesNotHold(browser);
        filters(browser);
    }

    private static void loadsWhatDoesNotHold(Browser browser) {
        browser.open("/reports/figures-check/files?lang=vi");
        bring(
                browser,
                "mau.csv",
                // Under other names, since other tests read what was shipped of these places.
                ShippedFile.read("example-figures")
                                .text()
                                .replace("HATINH,", "Hà Tĩnh (theo báo),")
                                .replace("LECHAN,", "Lê Chân (theo báo),")
                                .replace("VN,", "Cả nước,")
                        + "FIGX,18/04/2024,,households,,,,12,count,báo\n"
                        + "FIGX,18/04/2024,,outstanding,HONGHEO,,,620,million,báo\n");
        look(browser, "preview");
        browser.page().click("main form .btn-main");

        assertThat(browser.page().locator("main")).containsText("48.900.000 ÷ 375.800.000 = 13,01 % ≠ 12,8 %");
        assertThat(browser.page().locator("main")).containsText("40-CT/TW: 22/11/2024 ≠ 22/11/2014");
        look(browser, "all");
    }

    private static void filters(Browser browser) {
        browser.open("/reports/figures-check?unit=FIGX&lang=vi");
        assertThat(browser.page().locator(".note-bad")).hasCount(1);
        assertThat(browser.page().locator(".note-bad")).containsText("620 > 500");
        assertThat(browser.page().locator("table")).containsText("500 triệu đồng");
        look(browser, "unit");
        browser.open("/reports/figures-check?broken=1&indicator=share_percent.capital.local&day=31/10/2024&lang=vi");
        assertThat(browser.page().locator("tbody tr")).hasCount(1);
        browser.open("/reports/directive40?unit=FIGX&asOf=18/04/2024&lang=vi");
        assertThat(browser.page().locator("main")).containsText("báo, số 1");
        look(browser, "directive40");
        assertThat(browser.open("/reports/figures-check?day=31/02/2024")).isEqualTo(422);
        assertThat(browser.open("/reports/figures-check/files/0190f5a0-0000-7000-8000-000000000000"))
                .isEqualTo(404);
    }

    @Test
    void showsFiguresToATellerWithoutAWayToLoad(Browser browser) {
        Village.withAccounts(beans, "FIGY");
        browser.expectingRefusal();
        browser.as("figy.teller");

        assertThat(browser.open("/reports/figures-check")).isEqualTo(200);
        assertThat(browser.page().locator("a[href*='/files']")).hasCount(0);
        assertThat(browser.open("/reports/figures-check/files")).isEqualTo(403);
    }

    private static void bring(Browser browser, String name, String content) {
        browser.page()
                .setInputFiles("#file", new FilePayload(name, "application/octet-stream", content.getBytes(UTF_8)));
        browser.page().click("main form .btn-main");
    }

    private static void look(Browser browser, String name) {
        var path = browser.page().url().replaceFirst("^[a-z]+://[^/]+", "").replaceAll("[?&]lang=..", "");
        for (var language : List.of("en", "vi")) {
            browser.open(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
            browser.look("figures-" + name + "-" + language);
        }
    }
}
