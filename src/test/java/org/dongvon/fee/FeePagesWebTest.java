package org.dongvon.fee;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** A month from its computation to its receipt, through the pages. */
@ServerTest
class FeePagesWebTest {

    private static final Pattern LINK = Pattern.compile("href=\"http://[^/]+(/r/[A-Za-z0-9_-]{52})\"");

    private final Site site;
    private final OwnerDb owner;
    private final ApplicationContext beans;

    FeePagesWebTest(Site site, OwnerDb owner, ApplicationContext beans) {
        this.site = site;
        this.owner = owner;
        this.beans = beans;
    }

    @Test
    void aMonthIsComputedExplainedApprovedAndPaid() {
        var village = Village.withAccounts(beans, "FEEW");
        var april = VillageDay.open(beans, village);
        var group = april.lend(1, 3, "HONGHEO", 30_000_000);
        april.end();
        VillageDay.close(beans, village, LocalDate.of(2024, 5, 17));
        var may = VillageDay.open(beans, village);
        may.repay(group, 0, 0);
        may.end();
        VillageDay.close(beans, village, LocalDate.of(2024, 6, 17));

        computesAndApproves(village);
        var june = VillageDay.open(beans, village);
        var link = paysAtTheSession(village, june.session());
        june.end();
        VillageDay.close(beans, village, LocalDate.of(2024, 6, 18));
        var anybody = new Visitor(site);
        assertThat(anybody.get(link).body()).contains("nằm trong sổ đã niêm phong ngày 18/06/2024");
        assertThat(anybody.get(link + "/proof.txt").body()).contains("\nfee ");
    }

    private void computesAndApproves(Village village) {
        var controller = new Visitor(site).as("feew.controller");
        assertThat(controller.get("/fees").body()).contains("chưa được tính", "FEEW:2024-05");
        assertThat(controller
                        .post("/fees", Map.of("key", UUID.randomUUID().toString(), "of", "FEEW:2024-05"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(controller.get("/fees?office=FEEW&month=2024-05").body())
                .contains("9.469", "25.151", "Đề nghị duyệt");
        assertThat(controller
                        .get("/fees/lines?of=FEEW:2024-05&group=FEEW-T1&lang=en")
                        .body())
                .contains("9,469", "9,468.5091", "0.032 %/month");
        assertThat(text(controller, "/fees/statement.xlsx?of=FEEW:2024-05")).startsWith("PK");
        assertThat(text(controller, "/fees/statement.pdf?of=FEEW:2024-05")).startsWith("%PDF");
        assertThat(controller
                        .get("/fees/request?of=approval&month=FEEW:2024-05")
                        .statusCode())
                .isEqualTo(200);
        var asked = controller.post(
                "/fees/request",
                Map.of(
                        "key",
                        UUID.randomUUID().toString(),
                        "of",
                        "approval",
                        "month",
                        "FEEW:2024-05",
                        "reason",
                        "đối chiếu sổ"));
        var address = asked.headers().firstValue("Location").orElseThrow();
        long request = Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
        assertThat(new Visitor(site)
                        .as("feew.director")
                        .get("/approvals/" + request)
                        .body())
                .contains("9.469");
        beans.getBean(DecideChange.class).approve(village.director, UUID.randomUUID(), request);
        assertThat(controller.get("/fees/transfer?of=FEEW:2024-05:HPN&lang=vi").body())
                .contains("9.469");
    }

    private String paysAtTheSession(Village village, long session) {
        var teller = new Visitor(site).as("feew.teller");
        long due = owner.sql("select p.id from fee.payable p where p.beneficiary = 'GROUP' and p.point_id = :point")
                .param("point", village.point)
                .query(Long.class)
                .single();
        var page = "/sessions/" + session + "/fees";
        assertThat(teller.get(page).body()).contains("25.151", "7.954");
        var form = Map.of("key", UUID.randomUUID().toString(), "due", Long.toString(due), "way-" + due, "CASH");
        var paid = teller.post(page, form);
        assertThat(paid.statusCode()).isEqualTo(303);
        var receipt = paid.headers().firstValue("Location").orElseThrow();
        assertThat(teller.post(page, form).headers().firstValue("Location")).contains(receipt);
        assertThat(teller.get(receipt.substring(receipt.indexOf("/fees"))).body())
                .contains("25.151", "Hai mươi lăm nghìn một trăm năm mươi mốt đồng");
        var again = Map.of("key", UUID.randomUUID().toString(), "due", Long.toString(due));
        assertThat(teller.post(page, again).body()).contains("mỗi khoản chỉ chi một lần");
        assertThat(teller.get("/groups/FEEW-T1/commission").body()).contains("25.151", "tiền mặt");
        assertThat(teller.get("/groups/FEEW-T1").body()).contains("25.151 đồng, đã trả");
        var link = LINK.matcher(
                teller.get(receipt.substring(receipt.indexOf("/fees"))).body());
        assertThat(link.find()).isTrue();
        assertThat(new Visitor(site).get(link.group(1)).body())
                .contains("đã được ghi sổ ngày 18/06/2024")
                .doesNotContain("25.151");
        return link.group(1);
    }

    private static String text(Visitor who, String path) {
        return new String(who.getBytes(path).body(), StandardCharsets.ISO_8859_1);
    }
}
