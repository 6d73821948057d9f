package org.dongvon.session.cashplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.closing.CashCount;
import org.dongvon.session.closing.CloseSession;
import org.dongvon.support.Fields;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** The cash plan of the week of docs/domain/cash-plan.md, and the pages of cash that changes hands. */
@ServerTest
class CashPlanWebTest {

    private static final LocalDate NEXT = LocalDate.of(2024, 5, 18);

    private final ApplicationContext beans;
    private final Site site;

    CashPlanWebTest(ApplicationContext beans, Site site) {
        this.beans = beans;
        this.site = site;
    }

    @Test
    void theWeekOfTheHandbookPage() {
        var village = Village.withAccounts(beans, "KHTM");
        long first = village.openSession(250_000_000);
        village.payOut(first, village.group(1, 5, "HONGHEO", 50_000_000, Village.FIRST_DAY));
        beans.getBean(CloseSession.class)
                .run(village.controller, UUID.randomUUID(), first, CashCount.of(Dong.ZERO), "");
        VillageDay.close(beans, village, NEXT.minusDays(1));
        village.group(2, 1, "HONGHEO", 30_000_000, NEXT);
        village.stockVault(20_000_000);

        var leader = new Visitor(site).as("khtm.leader");
        assertThat(leader.get("/cash-plan?day=15/05/2024").body())
                .contains("13/05/2024", "19/05/2024", "18/05/2024")
                .contains(">30.000.000<", ">1.356.165<", ">300.000<", ">1.656.165<", ">20.000.000<", ">10.000.000<");
        assertThat(leader.get("/cash-plan?lang=en&day=2024-05-20").body()).contains("No session is held in this week");
        assertThat(leader.get("/cash-plan.xlsx?day=15/05/2024").statusCode()).isEqualTo(200);
        assertThat(leader.get("/cash-plan.pdf?day=15/05/2024").body()).startsWith("%PDF");
        assertThat(leader.get("/cash-plan/notice.pdf?point=KHTM-01").body()).startsWith("%PDF");
        assertThat(leader.get("/cash-plan/notice.pdf?point=KHTM-00").statusCode())
                .isEqualTo(404);
        cashChangesHands(village, leader);
    }

    private void cashChangesHands(Village village, Visitor leader) {
        var teller = new Visitor(site).as("khtm.teller");
        long session = village.openSession(2_000_000);
        assertThat(teller.get("/hand-overs").body()).contains("Ký giao", "2.000.000");
        assertThat(teller.post("/hand-overs", notes(session, "vault", "3")).statusCode())
                .isEqualTo(303);
        assertThat(teller.get("/sessions/" + session + "/cash").body()).contains("Giao, nhận trong ngày", ">500.000<");
        var shown = leader.get("/hand-overs?lang=en").body();
        assertThat(shown)
                .contains("1,500,000", "500,000 × 3", "Counted, I take it", "Cash was given and nobody has taken it");
        var action = shown.replaceFirst("(?s).*action=\"(/hand-overs/[0-9]+/taking)\".*", "$1");
        assertThat(leader.post(action, Map.of("key", UUID.randomUUID().toString(), "do", "take"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(leader.get("/vault/book?lang=vi").body())
                .contains("Nhận tiền mặt", ">1.500.000<", "Chưa kiểm kê trong ngày này");
        assertThat(teller.post("/hand-overs", notes(session, Long.toString(session), "1"))
                        .body())
                .contains("Bên giao và bên nhận là một");
        counted(leader);
    }

    private void counted(Visitor leader) {
        var book = leader.get("/vault/count").body().replaceFirst("(?s).*name=\"book\" value=\"([0-9]+)\".*", "$1");
        var typed = new HashMap<>(
                Map.of("key", UUID.randomUUID().toString(), "book", book, "reason", "cuối tuần", "note-500000", "43"));
        var asked = leader.post("/vault/count", typed);
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(303);
        var director = new Visitor(site).as("khtm.director");
        var request = asked.headers().firstValue("Location").orElse("");
        assertThat(director.get(request).body()).contains("Kiểm kê kho quỹ", "Tờ 500.000", "21.500.000");
        var fields = Fields.of(director.get(request).body());
        fields.put("do", "approve");
        assertThat(director.post(request + "/approval", fields).statusCode()).isEqualTo(303);
        assertThat(leader.get("/vault/book").body()).contains("Lần 1", "500.000 × 43");
    }

    private static Map<String, String> notes(long from, String to, String count) {
        return Map.of("key", UUID.randomUUID().toString(), "from", Long.toString(from), "to", to, "note-500000", count);
    }
}
