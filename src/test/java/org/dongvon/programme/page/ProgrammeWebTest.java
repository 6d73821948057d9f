package org.dongvon.programme.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.format.DateTimeFormatter;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.programme.Programme;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Role;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServerTest
class ProgrammeWebTest {

    private final Site site;
    private final Programmes programmes;
    private final BusinessDays days;

    ProgrammeWebTest(Site site, Programmes programmes, BusinessDays days) {
        this.site = site;
        this.programmes = programmes;
        this.days = days;
    }

    @Test
    void listsTheRatesOfTheOfficesOpenDay() {
        var page = new Visitor(site).as(Role.TELLER).get("/programmes").body();

        assertThat(page.split("<tr>", -1)).hasSize(34);
        assertThat(page)
                .contains(
                        "Lãi suất cho vay mới và mức cho vay ngày 18/05/2024",
                        "6,60 %/năm",
                        "7,92 %/năm",
                        "100.000.000 đồng",
                        "có từ 28/08/2025")
                .doesNotContain("8,112 %/năm", "7,9248 %/năm", "??");
    }

    @Test
    void showsThoseOfNoOfficeTheLatestOpenDay() {
        var latest = days.latest().orElseThrow().format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));

        assertThat(new Visitor(site).as(Role.AUDITOR).get("/programmes").body()).contains("ngày " + latest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void showsEveryProgrammeInBothLanguages(String language) {
        var visitor = new Visitor(site).as(Role.DIRECTOR);
        visitor.get("/?lang=" + language);

        assertThat(programmes.current().programmes()).hasSize(32).allSatisfy(programme -> {
            var answer = visitor.get("/programmes/" + programme.code());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains(name(programme, language)).doesNotContain("??");
        });
    }

    @Test
    void showsTheHistoryOfARateWithItsLawAndMarks() {
        var visitor = new Visitor(site).as(Role.LEADER);

        assertThat(visitor.get("/programmes/HONGHEO").body())
                .contains(
                        "01/12/2025",
                        "8,112 %/năm",
                        "href=\"/documents/QD-2553-2025\"",
                        "Quyết định 2553/QĐ-TTg",
                        "7,20 %/năm",
                        "Chưa chắc",
                        "Tìm thấy",
                        "Đã biết",
                        "Món vay mới và đang có");
        assertThat(visitor.get("/programmes/GQVL?lang=en").body())
                .contains("Rate series GQVL-UUTIEN-2026", "Contracts from 01/01/2026", "priority borrowers", "Derived");
    }

    @Test
    void saysThatAProgrammeDoesNotExist() {
        var answer = new Visitor(site).as(Role.TELLER).get("/programmes/GIAU");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Không có chương trình tín dụng “GIAU”");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void listsTheDatedRules(String language) {
        var page = new Visitor(site)
                .as(Role.CONTROLLER)
                .get("/rules?lang=" + language)
                .body();

        assertThat(page)
                .contains("DUE_DATE_RULE", "597/NHCS-TDNN", "GROUP_MEMBERS_MAX")
                .doesNotContain("??");
        assertThat(page)
                .contains(
                        language.equals("vi")
                                ? new String[] {
                                    "50.000.000 đồng", "1,30 lần", "dưới 2 %: 100 %", "lãi tồn → lãi trong tháng"
                                }
                                : new String[] {"50,000,000 đồng", "1.30 times", "below 2 %: 100 %"});
    }

    @Test
    void walksFromADecisionToTheRatesItMade() {
        var visitor = new Visitor(site).as(Role.TELLER);

        assertThat(visitor.get("/documents/QD-2553-2025").body()).contains("href=\"/documents/QD-2553-2025/uses\"");
        assertThat(visitor.get("/documents/QD-2553-2025/uses").body())
                .contains("href=\"/programmes/HONGHEO\"", "GQVL-UUTIEN", "7,488 %/năm")
                .doesNotContain("??", "Mức cho vay tối đa");
        assertThat(visitor.get("/documents/ND-338-2025/uses?lang=en").body())
                .contains("10,000,000,000 đồng a project", "GQVL-2026", "Job creation")
                .doesNotContain("??");
        assertThat(visitor.get("/documents/CV-597-2026/uses").body()).contains("Unpaid instalment");
        assertThat(visitor.get("/documents/CT-40-2014/uses").body()).contains("No programme, rate");
        assertThat(visitor.get("/documents/QD-0/uses").statusCode()).isEqualTo(404);
    }

    private static String name(Programme programme, String language) {
        return language.equals("vi") ? programme.name().vi() : programme.name().en();
    }
}
