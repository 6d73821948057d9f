package org.dongvon.capital.gift;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.NewAccount;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.support.Fields;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;

/** A campaign through the pages: opened, promised to, given to, given back; the public sees sums and no name. */
@ServerTest
class GiftWebTest {

    private static final Pattern REQUEST = Pattern.compile("/approvals/(\\d+)$");

    private final Visitor fund;
    private final Visitor director;
    private final Visitor stranger;

    GiftWebTest(Site site, Accounts accounts) {
        accounts.create(
                Actor.SYSTEM,
                new NewAccount("gift.fund", "Phan Thị Quỹ", Role.FUND_OFFICER, site.office()),
                Site.PASSWORD);
        this.fund = new Visitor(site).as("gift.fund");
        this.director = new Visitor(site).as(Role.DIRECTOR);
        this.stranger = new Visitor(site);
    }

    @Test
    void aGiftIsPromisedGivenShownAndGivenBack() {
        var campaign = new HashMap<>(Fields.of(fund.get("/donations/new").body()));
        campaign.putAll(Map.of(
                "code", "VNN-TRANG",
                "name-vi", "Chung tay vì người nghèo",
                "name-en", "Together for the poor",
                "thanks-vi", "Xin trân trọng cảm ơn.",
                "thanks-en", "With our thanks.",
                "goal", "",
                "from", "01/05/2024",
                "through", "31/12/2024"));
        approve(fund.post("/donations/new", basis(campaign)));

        var page = "/donations/VNN-TRANG";
        var promise = new HashMap<>(Fields.of(fund.get(page + "/pledges").body()));
        promise.putAll(Map.of("donor", "Công ty Sao Biển", "amount", "5tr", "due", "30/06/2024"));
        assertThat(fund.post(page + "/pledges", promise).statusCode()).isEqualTo(303);
        promise.put("due", "01/01/2024");
        promise.put("key", java.util.UUID.randomUUID().toString());
        assertThat(fund.post(page + "/pledges", promise).body()).contains("trước ngày");

        var gift = new HashMap<>(Fields.of(fund.get(page + "/gifts/new").body()));
        gift.putAll(Map.of(
                "amount",
                "5.000.000",
                "on",
                "18/05/2024",
                "donor",
                "Công ty Sao Biển",
                "anonymous",
                "1",
                "reference",
                "FT1"));
        approve(fund.post(page + "/gifts/new", basis(gift)));
        assertThat(fund.get(page).body()).contains("VNN-TRANG-000001", "5.000.000", "Không nêu tên");
        var receipt = fund.get("/donations/receipts/VNN-TRANG-000001").body();
        assertThat(receipt)
                .contains("Nhà hảo tâm không nêu tên", "Xin trân trọng cảm ơn.", "Năm triệu đồng")
                .doesNotContain("Sao Biển");

        othersSee(receipt);
        assertThat(fund.get(page + "/allocation").body()).contains("chưa có hợp đồng nguồn vốn ủng hộ");

        var back = "/donations/receipts/VNN-TRANG-000001/refund";
        approve(fund.post(back, basis(Fields.of(fund.get(back).body()))));
        var again = fund.post(back, basis(Fields.of(fund.get(back).body())));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("không còn tiền chưa phân bổ");
    }

    private void othersSee(String receipt) {
        var code = Pattern.compile("/gifts/([A-Za-z0-9_-]{52})").matcher(receipt);
        assertThat(code.find()).isTrue();
        assertThat(stranger.get("/gifts/" + code.group(1)).body())
                .contains("5.000.000", "ngày này chưa khóa")
                .doesNotContain("Sao Biển");
        assertThat(stranger.get("/gifts").body())
                .contains("Chung tay vì người nghèo", "5.000.000")
                .doesNotContain("Sao Biển");
        assertThat(stranger.get("/gifts/" + "A".repeat(52)).statusCode()).isEqualTo(404);
        assertThat(director.get("/donations/VNN-KHONGCO").statusCode()).isEqualTo(404);
        assertThat(director.get("/donations/new").statusCode()).isEqualTo(403);
    }

    private static Map<String, String> basis(Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("reason", "theo giấy báo có");
        all.put("document", "QD-131-2002");
        return all;
    }

    private void approve(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        var found = REQUEST.matcher(answer.headers().firstValue("Location").orElseThrow());
        assertThat(found.find()).isTrue();
        var page = "/approvals/" + found.group(1);
        assertThat(director.post(
                                page + "/approval", Fields.of(director.get(page).body()))
                        .statusCode())
                .isEqualTo(303);
    }
}
