package org.dongvon.supervision.meeting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.sheet.PostSheet;
import org.dongvon.session.sheet.Sheet;
import org.dongvon.session.sheet.SheetLine;
import org.dongvon.supervision.meeting.WrittenMinutes.Seat;
import org.dongvon.supervision.meeting.WrittenMinutes.Texts;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** The leader writes and signs the minutes; score, minutes of the day and telegram afterwards. */
@BrowserTest
class AfterSessionBrowserTest {

    private final ApplicationContext beans;

    AfterSessionBrowserTest(ApplicationContext beans) {
        this.beans = beans;
    }

    @Test
    void theMinutesAreWrittenSignedAndJoinTheDay(Browser browser) {
        var village = Village.withAccounts(beans, "GBAN");
        var april = VillageDay.open(beans, village);
        var one = april.lend(1, 3, "HONGHEO", 30_000_000);
        var two = april.lend(2, 1, "CANNGHEO", 30_000_000);
        april.end();
        sign(village, april.session(), List.of(one.id(), two.id()));
        VillageDay.close(beans, village, Village.FIRST_DAY.plusDays(29));
        var may = VillageDay.open(beans, village);
        beans.getBean(PostSheet.class)
                .run(
                        village.teller,
                        new Sheet(
                                UUID.randomUUID(),
                                may.session(),
                                one.id(),
                                List.of(new SheetLine(
                                        UUID.randomUUID(),
                                        one.members().getFirst(),
                                        one.loans().getFirst(),
                                        new Dong(162_740),
                                        new Dong(50_000),
                                        Dong.ZERO,
                                        SheetLine.Payer.GROUP_HEAD))));
        may.end();
        var page = "/sessions/" + may.session() + "/meeting";
        browser.as("gban.leader");
        for (var language : new String[] {"en", "vi"}) {
            browser.open(page + "?lang=" + language + "&topic=ARREARS&group=" + one.id());
            browser.look("meeting-writing-" + language);
        }
        browser.expectingRefusal().page().fill("#conclusion", "Tổ 2 nộp lãi trước ngày 25.");
        browser.page().click("button[value=sign]");
        assertThat(browser.page().locator(".error-summary")).containsText("2 thành phần bắt buộc");
        browser.look("meeting-refused-vi");
        browser.page().selectOption("[name=presence-GROUP-" + two.id() + "]", "ABSENT");
        browser.page().selectOption("[name=presence-ASSOCIATION-HPN]", "PRESENT");
        browser.page().fill("[name=name-ASSOCIATION-HPN]", "Vũ Thị Mai");
        browser.page().click("button[value=sign]");
        assertThat(browser.page().locator(".page-head .tag")).containsText("đã ký");
        browser.look("meeting-signed-vi");

        looksAfterwards(browser, april.session());
    }

    private static void looksAfterwards(Browser browser, long session) {
        for (var language : new String[] {"vi", "en"}) {
            browser.open("/sessions/" + session + "/score?criterion=ATTENDANCE&lang=" + language);
            browser.look("score-" + language);
            browser.open("/session-scores?lang=" + language);
            browser.look("scores-" + language);
            browser.open("/session-scores/rule?lang=" + language);
            browser.look("score-rule-" + language);
            browser.open("/closing/minutes?unit=GBAN&day=2024-04-18&lang=" + language);
            browser.look("day-minutes-" + language);
            browser.open("/reports/telegram?unit=GBAN&lang=" + language);
            browser.look("telegram-" + language);
        }
        browser.open("/sessions/" + session + "/meeting?lang=en");
        browser.look("meeting-sealed-en");
    }

    private void sign(Village village, long session, List<Long> groups) {
        var seats = new ArrayList<Seat>();
        groups.forEach(group -> seats.add(new Seat("GROUP-" + group, Presence.DEPUTY, "Bà Tám")));
        seats.add(new Seat("ASSOCIATION-HPN", Presence.PRESENT, "Vũ Thị Mai"));
        var minutes = new WrittenMinutes(new Texts("", "", "Các Tổ nộp lãi đúng phiên."), seats);
        beans.getBean(KeepMinutes.class).run(village.leader, UUID.randomUUID(), session, minutes);
        beans.getBean(SignMinutes.class).run(village.leader, UUID.randomUUID(), session);
    }
}
