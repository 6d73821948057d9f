package org.dongvon.session.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.dongvon.support.Fields;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Village;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** The page of the vault, from the request to the approval. */
@ServerTest
class VaultWebTest {

    private static final AtomicInteger VILLAGES = new AtomicInteger();

    private final ApplicationContext beans;
    private final Site site;

    VaultWebTest(ApplicationContext beans, Site site) {
        this.beans = beans;
        this.site = site;
    }

    @Test
    void cashComesWhenTheSecondPersonApproves() {
        var home = new Home();
        var asked = home.ask("controller", "VAULT_IN", "300tr");

        assertThat(asked.statusCode()).isEqualTo(303);
        var request = location(asked);
        assertThat(home.as("controller").get("/vault").body()).contains("chưa có lần nhập, xuất nào");
        var director = home.as("director");
        assertThat(director.get(request).body())
                .contains("300.000.000", "Nhập quỹ: từ ngân hàng về kho", "họp giao ban");
        assertThat(home.decide(director, request).statusCode()).isEqualTo(303);

        assertThat(home.as("controller").get("/vault").body())
                .contains("300.000.000", "Nhập quỹ từ ngân hàng", home.code + "-00-24-00000");
        assertThat(home.as("director").get("/vault?lang=en").body())
                .contains("Cash from the bank to the vault", "300,000,000");
    }

    @Test
    void refusesWhatTheVaultDoesNotHoldAndKeepsWhatWasTyped() {
        var home = new Home();
        home.village.stockVault(100_000_000);

        var tooMuch = home.ask("leader", "VAULT_OUT", "100.000.001");
        assertThat(tooMuch.statusCode()).isEqualTo(422);
        assertThat(tooMuch.body())
                .contains("Cần xuất 100.000.001 đồng nhưng kho quỹ chỉ còn 100.000.000 đồng", "value=\"100.000.001\"");
        assertThat(home.ask("leader", "VAULT_OUT", "0").body()).contains("Không thể nhập, xuất quỹ 0 đồng một lần");
        assertThat(home.ask("leader", "", "1tr").body()).contains("Chưa chọn nhập hay xuất quỹ");
        assertThat(home.ask("leader", "VAULT_OUT", "100tr").statusCode()).isEqualTo(303);
    }

    @Test
    void onlyLeadersAndControllersAskAndNobodyOfAnotherOfficeSees() {
        var home = new Home();

        for (var role : new String[] {"teller", "director"}) {
            assertThat(home.as(role).get("/vault").body())
                    .contains("giám đốc duyệt")
                    .doesNotContain("name=\"amount\"");
            assertThat(home.ask(role, "VAULT_IN", "1tr").statusCode()).as(role).isEqualTo(403);
        }
        assertThat(new Home().as("director").get("/vault?office=" + home.code).statusCode())
                .isEqualTo(404);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("nowhere, status " + answer.statusCode());
    }

    private final class Home {

        private final String code = "VW" + VILLAGES.incrementAndGet();
        private final Village village = Village.withAccounts(beans, code);

        Visitor as(String role) {
            return new Visitor(site).as(code.toLowerCase(Locale.ROOT) + "." + role);
        }

        HttpResponse<String> ask(String role, String way, String amount) {
            var visitor = as(role);
            visitor.get("/vault");
            return visitor.post(
                    "/vault",
                    Map.of(
                            "key",
                            UUID.randomUUID().toString(),
                            "way",
                            way,
                            "amount",
                            amount,
                            "reason",
                            "họp giao ban"));
        }

        HttpResponse<String> decide(Visitor director, String request) {
            var fields = Fields.of(director.get(request).body());
            fields.put("do", "approve");
            return director.post(request + "/approval", fields);
        }
    }
}
