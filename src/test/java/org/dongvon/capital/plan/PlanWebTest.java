package org.dongvon.capital.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dongvon.shared.Role;
import org.dongvon.support.Fields;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;

/** The plan of a year through the pages: the province's, the office's, a split, a proposal, the files. */
@ServerTest
class PlanWebTest {

    private final Site site;

    PlanWebTest(Site site) {
        this.site = site;
    }

    @Test
    void isGivenSplitShownAndTakenAlong() {
        var accountant = new Visitor(site).as(Role.ACCOUNTANT);
        var manager = new Visitor(site).as(Role.MANAGER);
        var director = new Visitor(site).as(Role.DIRECTOR);
        var year = accountant.get("/reports/plan").body().replaceAll("(?s).*Kế hoạch tín dụng (\\d{4}): .*", "$1");
        var line = ":GQVL:CENTRAL";

        var refused = send(director, year + ":LECHAN" + line, "amount-0", "100tr");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("chưa được giao chỉ tiêu");

        var other = new Visitor(site).as(Role.ACCOUNTANT);
        assertThat(other.get("/plan/targets/" + year + ":KHONGCO" + line).statusCode())
                .isEqualTo(404);
        assertThat(other.get("/plan/targets/x").statusCode()).isEqualTo(404);
        assertThat(manager.get("/plan/rule").body())
                .contains("Cảnh báo người đề nghị và người duyệt", "chưa rõ căn cứ");
    }

    @Test
    void communesAskAndTheListTellsIt() {
        var officer = new Visitor(site).as(Role.CREDIT_OFFICER);
        var page = officer.get("/plan/asks").body();
        var fields = new LinkedHashMap<>(Fields.of(page));
        fields.put("year", page.replaceAll("(?s).*name=\"year\"><option value=\"(\\d{4})\".*", "$1"));
        fields.putAll(Map.of(
                "unit",
                "LECHAN-01",
                "programme",
                "GQVL",
                "source",
                "CENTRAL",
                "amount",
                "750tr",
                "reason",
                "15 hộ cần vốn"));

        assertThat(officer.post("/plan/asks", with(fields, "reason", "ít")).statusCode())
                .isEqualTo(422);
        assertThat(officer.post("/plan/asks", with(fields, "unit", "LECHAN")).body())
                .contains("Chỉ cấp xã đề nghị");
        assertThat(officer.post("/plan/asks", fields).statusCode()).isEqualTo(303);
        assertThat(officer.get("/plan/asks").body()).contains("750.000.000", "15 hộ cần vốn");
        assertThat(new Visitor(site).as(Role.DIRECTOR).get("/plan/asks").body())
                .contains("15 hộ cần vốn")
                .doesNotContain("name=\"amount\"");
    }

    @Test
    void theFilesHoldOneRowAPlaceAndLine() {
        var director = new Visitor(site).as(Role.DIRECTOR);
        var csv = director.get("/reports/plan.csv");
        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.body())
                .startsWith(
                        "\uFEFFplace,name,hamlet,programme,source,target,yearTarget,executed,percent,promised,left,due,asked,"
                                + "forecast,documents");
        var xlsx = director.get("/reports/plan.xlsx?unit=LECHAN");
        assertThat(xlsx.statusCode()).isEqualTo(200);
        assertThat(xlsx.headers().firstValue("Content-Type").orElseThrow()).contains("spreadsheetml");
    }

    private static HttpResponse<String> send(Visitor visitor, String of, String field, String amount) {
        var page = visitor.get("/plan/targets/" + of);
        var fields = new LinkedHashMap<>(Fields.of(page.body()));
        fields.put(field, amount);
        fields.put("document", "QD-131-2002");
        fields.put("reason", "theo quyết định giao chỉ tiêu");
        return visitor.post("/plan/targets/" + of, fields);
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return more;
    }
}
