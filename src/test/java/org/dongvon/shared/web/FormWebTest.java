package org.dongvon.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.dongvon.shared.Role;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;

@ServerTest
class FormWebTest {

    private final Site site;

    FormWebTest(Site site) {
        this.site = site;
    }

    @Test
    void returnsWithEverythingThatWasTypedAndEachErrorTwice() {
        var visitor = new Visitor(site).as(Role.TELLER);
        visitor.get("/test/form");

        var page = visitor.post("/test/form", Map.of("amount", "1,5\"<i>", "on", "30/02/2024"));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("<title>Lỗi: Thử biểu mẫu · Đồng Vốn</title>")
                .contains("value=\"1,5&quot;&lt;i&gt;\"", "value=\"30/02/2024\"")
                .contains("<a href=\"#on\">Lịch không có ngày 30/02/2024. Kiểm tra lại ngày và tháng.</a>")
                .contains("aria-describedby=\"on-hint on-error\"", "aria-invalid=\"true\"")
                .doesNotContain("<i>");
        assertThat(page.body().split("Lịch không có ngày 30/02/2024", -1)).hasSize(3);
    }

    @Test
    void givesTheAmountToTheUseCase() {
        var visitor = new Visitor(site).as(Role.TELLER);
        visitor.get("/test/form");

        var answer = visitor.post("/test/form", Map.of("amount", "7tr", "on", "18/05/2024"));

        assertThat(answer.headers().firstValue("Location")).hasValue("/?paid=7000000");
    }

    @Test
    void refusesAFieldThatComesTwice() {
        var visitor = new Visitor(site).as(Role.TELLER);
        visitor.get("/test/form");

        var page = visitor.post("/test/form?amount=9tr", Map.of("amount", "7tr", "on", "18/05/2024"));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("Mục “amount” được gửi hai lần.");
    }

    @Test
    void refusesTheWrongRole() {
        var visitor = new Visitor(site).as(Role.AUDITOR);
        visitor.get("/test/form");

        var page = visitor.post("/test/form", Map.of("amount", "7tr", "on", "18/05/2024"));

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Vai trò Kiểm toán (chỉ xem) không được làm việc này.");
    }

    @Test
    void readsAmountsOutWhileTheyAreTyped() {
        var visitor = new Visitor(site).as(Role.TELLER).takingJson();

        assertThat(visitor.get("/amount-in-words?typed=1tr5").body())
                .isEqualTo(
                        "{\"dong\":1500000,\"digits\":\"1.500.000\",\"words\":\"Một triệu năm trăm nghìn đồng chẵn\"}");
        assertThat(visitor.get("/amount-in-words?typed=1tr5&lang=en").body())
                .isEqualTo(
                        "{\"dong\":1500000,\"digits\":\"1,500,000\",\"words\":\"One million five hundred thousand đồng\"}");
    }
}
