package org.dongvon.household.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dongvon.household.Classes;
import org.dongvon.household.HouseholdClass;
import org.dongvon.household.HouseholdFacts;
import org.dongvon.household.Standing;
import org.dongvon.identity.Accounts;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.dongvon.support.Colleagues;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PeopleVillage;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.context.ApplicationContext;

/** Lists of classes from the workbook to the household's page: looked through, approved by a second person, dated. */
@ServerTest
@TestInstance(Lifecycle.PER_CLASS)
class ClassListWebTest {

    private static final String BOUNDARY = "----dongvon-test";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String HEADER = "decision,extent,household,head,class";

    private final Site site;
    private final OwnerDb owner;
    private final ApplicationContext beans;
    private final PeopleVillage home;
    private final Classes classes;
    private final HouseholdFacts facts;
    private final Transactions transactions;
    private Visitor officer;

    ClassListWebTest(Site site, OwnerDb owner, ApplicationContext beans) {
        this.site = site;
        this.owner = owner;
        this.beans = beans;
        this.home = PeopleVillage.of(beans, "CLASSY");
        this.classes = beans.getBean(Classes.class);
        this.facts = beans.getBean(HouseholdFacts.class);
        this.transactions = beans.getBean(Transactions.class);
        this.officer = new Visitor(site);
    }

    @BeforeAll
    void aCreditOfficerAndDecisions() {
        var colleagues = new Colleagues(site, beans.getBean(Accounts.class), owner);
        colleagues.join("classy.credit", Role.CREDIT_OFFICER, home.village.office);
        officer = colleagues.arrive("classy.credit");
        officer.get("/");
        decision("CLASSY-2019", "2019-12-15", "PEOPLES_COMMITTEE");
        decision("CLASSY-2021", "2021-04-18", "PEOPLES_COMMITTEE");
        decision("CLASSY-ADD", "2023-06-01", "PEOPLES_COMMITTEE");
        decision("CLASSY-BANK", "2023-06-01", "BANK");
        owner.sql("""
                insert into document.document (code, number, issuer, kind, title_vi, title_en, mark)
                values ('CLASSY-NODAY', 'CLASSY-NODAY/QĐ', 'PEOPLES_COMMITTEE', 'DECISION', 'Danh sách', 'List', 'KNOWN')
                """).update();
    }

    @Test
    void listsAreApprovedByASecondPersonAndThenHoldFromTheirDay() {
        var first = ask(
                "CLASSY-2019/QĐ,Toàn bộ," + home.household(0) + ",classy thi mo,Hộ nghèo",
                "CLASSY-2019/QĐ,Toàn bộ," + home.household(1) + ","
                        + home.person(1).name() + ",NEAR_POOR");
        assertThat(standing(0, "2024-04-18")).isEmpty();
        assertThat(officer.post(first + "/approval", key()).statusCode()).isIn(403, 409);
        approve(first);
        approve(ask("CLASSY-2021,COMPLETE," + home.household(0) + ","
                + home.person(0).name() + ",Hộ mới thoát nghèo"));

        assertThat(standing(0, "2019-12-14")).isEmpty();
        assertThat(now(0, "2019-12-15").householdClass()).isEqualTo(HouseholdClass.POOR);
        assertThat(now(0, "2021-04-17").householdClass()).isEqualTo(HouseholdClass.POOR);
        assertThat(now(0, "2024-04-18").householdClass()).isEqualTo(HouseholdClass.NEWLY_ESCAPED);
        assertThat(now(0, "2024-04-19").isExpired()).isTrue();
        assertThat(now(1, "2021-04-17").householdClass()).isEqualTo(HouseholdClass.NEAR_POOR);
        assertThat(now(1, "2021-04-18").householdClass()).as("left the list").isNull();
        assertThat(standing(2, "2024-04-18")).as("never named").isEmpty();
        assertThat(transactions
                        .read(Actor.SYSTEM, () -> facts.ofPerson(home.person(0).id(), LocalDate.of(2024, 4, 18)))
                        .orElseThrow()
                        .standing())
                .isEqualTo(now(0, "2024-04-18"));

        assertThat(officer.get("/households/" + home.household(0)).body())
                .contains("đến hết ngày 18/04/2024", "Hộ mới thoát nghèo", "CLASSY-2019/QĐ");
        assertThat(officer.get("/households/" + home.household(1)).body())
                .contains("Không còn trong danh sách từ 18/04/2021, theo CLASSY-2021/QĐ");
        assertThat(officer.get("/classes").body()).contains("CLASSY-2021/QĐ", "Toàn bộ", "15/12/2019");
        assertThat(officer.get("/classes?lang=en").body()).contains("Newly escaped poverty", "Complete");
        officer.get("/classes?lang=vi");

        approve(ask(
                "CLASSY-ADD,Bổ sung," + home.household(2) + "," + home.person(2).name() + ",POOR"));
        assertThat(now(2, "2023-06-01").householdClass()).isEqualTo(HouseholdClass.POOR);
        assertThat(now(0, "2023-06-01").householdClass()).isEqualTo(HouseholdClass.NEWLY_ESCAPED);
        var again = upload(
                "CLASSY-ADD,Bổ sung," + home.household(2) + "," + home.person(2).name() + ",POOR");
        assertThat(officer.post(again, Map.of("reason", "nạp lại")).body())
                .contains("Danh sách của quyết định CLASSY-ADD đã nạp");
    }

    @Test
    void everyBadCellIsNamedAndNothingIsAsked() {
        var file = upload(
                "CLASSY-2019,Toàn bộ," + home.household(0) + ","
                        + home.person(1).name() + ",POOR",
                "CLASSY-2021,Toàn bộ," + home.household(1) + ","
                        + home.person(1).name() + ",Giàu",
                "CLASSY-2019,Một nửa,KHONGCO-H1-0,Ai Đó,POOR",
                "CLASSY-2019,Toàn bộ," + home.household(0) + ","
                        + home.person(0).name() + ",POOR",
                "CLASSY-2019,Toàn bộ,KHONGCO-H1-0,Ai Đó,POOR",
                ",Toàn bộ," + home.household(2) + "," + home.person(2).name() + ",POOR");

        var page = officer.get(file).body();

        assertThat(page)
                .contains("không có ai tên như vậy")
                .contains("Khác dòng đầu (CLASSY-2019)")
                .contains("Không rõ diện hộ “Giàu”")
                .contains("Không rõ phạm vi “Một nửa”")
                .contains("Hộ này đã có ở dòng 2")
                .contains("Chưa gửi duyệt được")
                .doesNotContain("Gửi đề nghị");
        assertThat(officer.post(file, Map.of("reason", "cứ gửi")).statusCode()).isEqualTo(409);
        for (var wrong : List.of("CLASSY-NONE", "CLASSY-NODAY", "CLASSY-BANK")) {
            assertThat(officer.get(upload(wrong + ",COMPLETE," + home.household(0) + ","
                                    + home.person(0).name() + ",POOR"))
                            .body())
                    .contains("Chưa gửi duyệt được");
        }
        assertThat(new Visitor(site).as("classy.teller").get(file).statusCode()).isEqualTo(403);
        assertThat(officer.get("/classes/files/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }

    private String ask(String... rows) {
        var asked = officer.post(upload(rows), Map.of("reason", "theo quyết định của xã"));
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(303);
        return path(asked, "/approvals");
    }

    private void approve(String request) {
        var director = new Visitor(site).as("classy.director");
        assertThat(director.get(request).body()).contains("danh-sach.xlsx", "Hộ nghèo");
        assertThat(director.post(request + "/approval", key()).statusCode()).isEqualTo(303);
    }

    private String upload(String... rows) {
        var token = TOKEN.matcher(officer.get("/classes/files").body());
        assertThat(token.find()).isTrue();
        var out = new ByteArrayOutputStream();
        out.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token.group(1)
                        + "\r\n--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"danh-sach.xlsx\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(workbook(rows));
        out.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        var answer = officer.send(officer.request("/classes/files")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(out.toByteArray())));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return path(answer, "/classes/files");
    }

    private static byte[] workbook(String... rows) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "spreadsheet", "1.0")) {
            var sheet = workbook.newWorksheet("Danh sách");
            line(sheet, 0, HEADER);
            for (int r = 0; r < rows.length; r++) {
                line(sheet, r + 1, rows[r]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void line(org.dhatim.fastexcel.Worksheet sheet, int row, String text) {
        var cells = text.split(",", -1);
        for (int c = 0; c < cells.length; c++) {
            sheet.value(row, c, cells[c]);
        }
    }

    private void decision(String code, String day, String issuer) {
        owner.sql("""
                        insert into document.document (code, number, issued_on, issuer, kind, title_vi, title_en, mark)
                        values (:code, :code || '/QĐ', cast(:day as date), :issuer, 'DECISION', 'Danh sách', 'List', 'KNOWN')
                        """)
                .param("code", code)
                .param("day", day)
                .param("issuer", issuer)
                .update();
    }

    private Standing now(int number, String day) {
        return standing(number, day).orElseThrow();
    }

    private Optional<Standing> standing(int number, String day) {
        long household = owner.sql("select id from household.household where code = :code")
                .param("code", home.household(number))
                .query(Long.class)
                .single();
        Supplier<Optional<Standing>> asked = () -> classes.on(household, LocalDate.parse(day));
        return transactions.read(Actor.SYSTEM, asked);
    }

    private static Map<String, String> key() {
        return Map.of("key", UUID.randomUUID().toString());
    }

    private static String path(HttpResponse<String> answer, String from) {
        var location = answer.headers().firstValue("Location").orElse("");
        return location.substring(location.indexOf(from));
    }
}
