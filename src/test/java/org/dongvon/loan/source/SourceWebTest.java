package org.dongvon.loan.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.NewAccount;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.support.Fields;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.SourceChanges;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** A change of source is looked at, asked for, approved, and told on the pages of its contracts and its loan. */
@ServerTest
class SourceWebTest {

    private static final Pattern CHANGE = Pattern.compile("source-changes\\?change=(\\d+)");

    private final Site site;
    private final ApplicationContext beans;

    SourceWebTest(Site site, ApplicationContext beans) {
        this.site = site;
        this.beans = beans;
    }

    @Test
    void isLookedAtAskedForApprovedAndTold() {
        var village = Village.withAccounts(beans, "NGUONW");
        VillageDay.open(beans, village).lend(1, 2, "HONGHEO");
        new SourceChanges(beans, village).sign("HONGHEO", 80_000_000);
        beans.getBean(Accounts.class)
                .create(
                        Actor.SYSTEM,
                        new NewAccount("nguonw.fund", "Phan Thị Nguồn", Role.FUND_OFFICER, village.office),
                        Site.PASSWORD);
        var fund = new Visitor(site).as("nguonw.fund");
        var director = new Visitor(site).as("nguonw.director");
        var form = "/capital/TW-NGUONW/source-changes/new";
        var all = with(fund.get(form).body(), "to", "UT-NGUONW", "office", "NGUONW", "do", "check");

        assertThat(fund.post(form, all).body()).contains("100.000.000", "80.000.000", "Dư nợ chuyển nếu duyệt bây giờ");
        all.remove("do");
        assertThat(fund.post(form, all).body()).contains("chỉ còn 80.000.000 đồng");
        all.put("loans", "NGUONW-1-0");
        var page = director.get(place(fund.post(form, all))).body();
        assertThat(page).contains("NGUONW-1-0", "50.000.000");
        var approval = place(fund.post(form, all)).replaceAll("$", "/approval");
        assertThat(director.post(approval, Fields.of(page)).statusCode()).isEqualTo(303);

        var told = director.get("/capital/TW-NGUONW/source-changes").body();
        assertThat(told).contains("Đi, sang UT-NGUONW");
        assertThat(fund.get("/capital/UT-NGUONW/source-changes?lang=en").body())
                .contains("In, from TW-NGUONW", "Ask for a change of source");
        var found = CHANGE.matcher(told);
        assertThat(found.find()).isTrue();
        assertThat(director.get("/capital/TW-NGUONW/source-changes?lang=vi&change=" + found.group(1))
                        .body())
                .contains("/loans/NGUONW-1-0")
                .doesNotContain("NGUONW-1-1");
        assertThat(fund.get("/capital/TW-NGUONW/source-changes?lang=vi&change=" + found.group(1))
                        .body())
                .contains("Cán bộ tín dụng và lãnh đạo", "undoes=" + found.group(1))
                .doesNotContain("/loans/NGUONW-1-0");
        assertThat(director.get("/loans/NGUONW-1-0").body()).contains("TW-NGUONW", "đến 18/04/2024, theo QD-131-2002");
        assertThat(director.get("/capital/TW-NGUONW").body()).contains("sang hợp đồng khác 50.000.000");
        assertThat(director.get(form).statusCode()).isEqualTo(403);
    }

    private static Map<String, String> with(String page, String... more) {
        var fields = new LinkedHashMap<>(Fields.of(page));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        fields.put("document", "QD-131-2002");
        fields.put("reason", "theo quyết định");
        return fields;
    }

    private static String place(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }
}
