package org.dongvon.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PeopleVillage;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** The logs as their auditor searches and takes them along. */
@ServerTest
class AuditWebTest {

    private final Site site;
    private final OwnerDb owner;
    private final PeopleVillage home;

    AuditWebTest(Site site, OwnerDb owner, ApplicationContext beans) {
        this.site = site;
        this.owner = owner;
        this.home = PeopleVillage.of(beans, "AUDI");
        home.withAuditor();
    }

    @Test
    void findsWhoSawAPersonByNameWithoutTheNameInAnAddress() {
        var person = home.person(1);
        new Visitor(site).as("audi.teller").get("/loans/" + home.loan(1));
        var auditor = new Visitor(site).as("audi.auditor");
        auditor.get("/audit/seen");

        var answer = auditor.post("/audit/seen", Map.of("q", "audi thi man"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).contains("person=" + person.id()).doesNotContain("man");
        var page = auditor.get(path(location(answer))).body();
        assertThat(page).contains(person.name(), "AUDI", "/loans/{code}", "Quản lý khoản vay", "Lê Thu Hà");
        assertThat(newest("VIEW")).isEqualTo("AUDITOR /audit/seen PROTECTION {" + person.id() + "}");
    }

    @Test
    void asksWhichPersonIsMeantWhenSeveralAreNamedSo() {
        var auditor = new Visitor(site).as("audi.auditor");
        auditor.get("/audit/seen");

        var page = auditor.post("/audit/seen", Map.of("q", "AUDI Thị")).body();

        assertThat(page)
                .contains(
                        home.person(0).name(),
                        home.person(1).name(),
                        home.person(2).name());
        assertThat(auditor.post("/audit/seen", Map.of("q", "Không Ai Cả")).body())
                .contains("Không có ai khớp");
    }

    @Test
    void showsRevealsWithTheirPurposeAndWhoMadeThem() {
        var teller = new Visitor(site).as("audi.teller");
        var reveal = "/people/" + home.person(2).id() + "/identity";
        teller.get(reveal);
        teller.post(reveal, Map.of("purpose", "INSPECTION", "note", "QĐ 45/QĐ-KT"));

        var page = new Visitor(site)
                .as("audi.auditor")
                .get("/audit/seen?kind=REVEAL&who=thu+ha")
                .body();

        assertThat(page)
                .contains("QĐ 45/QĐ-KT", "Kiểm tra, kiểm toán", home.person(2).name());
        assertThat(new Visitor(site)
                        .as("audi.auditor")
                        .get("/audit/seen?kind=REVEAL&who=nobody")
                        .body())
                .doesNotContain("QĐ 45/QĐ-KT");
        assertThat(new Visitor(site).as("audi.auditor").get("/audit").body()).contains("Lê Thu Hà");
    }

    @Test
    void namesNobodyWhoseProcessingIsRestricted() {
        var person = home.person(0);
        var restriction = "/people/" + person.id() + "/restriction";
        var director = new Visitor(site).as("audi.director");
        director.get("/people/" + person.id());
        var seen = "/audit/seen?kind=VIEW&person=" + person.id();
        assertThat(new Visitor(site).as("audi.auditor").get(seen).body()).contains(person.name());

        director.post(restriction, restricted("true"));
        var page = new Visitor(site).as("audi.auditor").get(seen).body();
        director.get("/people/" + person.id());
        director.post(restriction, restricted("false"));

        assertThat(page).contains("/people/{id}").doesNotContain(person.name());
        assertThat(new Visitor(site).as("audi.auditor").get(seen).body()).contains(person.name());
    }

    private static Map<String, String> restricted(String wanted) {
        return Map.of("key", UUID.randomUUID().toString(), "restricted", wanted, "reason", "đơn ngày 17/04/2024");
    }

    @Test
    void listsSubmissionsByMakerKindDayAndPoint() {
        var auditor = new Visitor(site).as("audi.auditor");

        var all = auditor.get("/audit/submissions").body();
        assertThat(all)
                .contains("Ghi bảng kê hoặc phiếu thu tại quầy", "Mở phiên giao dịch", "AUDI-01", "Trần Văn Lập");
        assertThat(auditor.get("/audit/submissions?kind=session.PostSheet").body())
                .contains("<span>Ghi bảng kê hoặc phiếu thu tại quầy</span>")
                .doesNotContain("<span>Mở phiên giao dịch</span>");
        assertThat(auditor.get("/audit/submissions?who=lap").body())
                .contains("<span>Mở phiên giao dịch</span>")
                .doesNotContain("<span>Ghi bảng kê hoặc phiếu thu tại quầy</span>");
        assertThat(auditor.get("/audit/submissions?point=NOWHERE").body()).contains("Không có dòng nào khớp");
        assertThat(auditor.get("/audit/submissions?from=01/01/2020&through=02/01/2020")
                        .body())
                .contains("Không có dòng nào khớp");
        assertThat(auditor.get("/audit/submissions?from=31/02/2020").body()).contains("Lịch không có ngày");
    }

    @Test
    void showsNothingOfAnotherOffice() {
        var other = new Visitor(site).as("auditor");

        assertThat(other.get("/audit/submissions").body()).doesNotContain("AUDI-01");
        assertThat(other.get("/audit/seen?person=" + home.person(1).id()).body())
                .contains("Không có dòng nào khớp")
                .doesNotContain(home.person(1).name());
    }

    @Test
    void givesTheRowsAsCsvForAPurposeAndLogsWhoIsInIt() {
        new Visitor(site).as("audi.teller").get("/groups/" + home.groupCode());
        var auditor = new Visitor(site).as("audi.auditor");
        auditor.get("/audit/seen");

        var refused = auditor.post("/audit/seen/export", Map.of("purpose", "", "note", ""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Chưa chọn mục đích");

        var fields = Map.of(
                "purpose",
                "INSPECTION",
                "note",
                "=QĐ 12/2024",
                "person",
                "" + home.person(0).id());
        var file = auditor.post("/audit/seen/export", fields);

        assertThat(file.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(file.body())
                .startsWith("\uFEFFat,who,role,kind,page,purpose,note,count,people\r\n")
                .contains(",VIEW,/groups/{code},GROUPS,,3,")
                .doesNotContain(home.person(0).name());
        assertThat(newest("EXPORT"))
                .startsWith("AUDITOR /audit/seen/export INSPECTION {")
                .contains("" + home.person(1).id());
        var again = auditor.post("/audit/seen/export", Map.of("purpose", "INSPECTION", "note", "QĐ 13/2024"));
        assertThat(again.body()).contains(",'=QĐ 12/2024,");

        var submissions = auditor.post(
                "/audit/submissions/export",
                Map.of("purpose", "INSPECTION", "note", "QĐ 12/2024", "kind", "session.PostSheet"));
        assertThat(submissions.body()).contains(",session.PostSheet,").doesNotContain(",session.OpenSession,");
        assertThat(newest("EXPORT")).isEqualTo("AUDITOR /audit/submissions/export INSPECTION {}");
    }

    @Test
    void isForThoseWhoWatchAlone() {
        for (var login : List.of("audi.teller", "audi.director", "audi.leader")) {
            var visitor = new Visitor(site).as(login);
            for (var page : List.of("/audit", "/audit/seen", "/audit/submissions")) {
                assertThat(visitor.get(page).statusCode()).as(login + page).isEqualTo(403);
            }
            visitor.get("/");
            assertThat(visitor.post("/audit/seen/export", Map.of()).statusCode())
                    .isEqualTo(403);
        }
    }

    private String newest(String kind) {
        return owner.sql("""
                        select role || ' ' || page || ' ' || purpose || ' ' || people::text
                          from household.seen where kind = :kind order by id desc limit 1
                        """).param("kind", kind).query(String.class).single();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String path(String location) {
        return location.substring(location.indexOf("/audit"));
    }
}
