package org.dongvon.session.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.dongvon.shared.Role;
import org.dongvon.support.Fields;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Village;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** The pages of the transaction day over plain HTTP, each with what it refuses. */
@ServerTest
class TransactionDayWebTest {

    private static final AtomicInteger VILLAGES = new AtomicInteger();

    private final ApplicationContext beans;
    private final Site site;
    private final OwnerDb owner;

    TransactionDayWebTest(ApplicationContext beans, Site site, OwnerDb owner) {
        this.beans = beans;
        this.site = site;
        this.owner = owner;
    }

    @Test
    void opensASessionOnceAndKeepsWhatWasTypedWhenItIsRefused() {
        var day = new Day(0);
        var leader = day.as("leader");

        var wrong = leader.post("/sessions", day.opening("mười triệu", day.village.teller.id()));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("mười triệu", "không phải là số tiền");
        var nobody = leader.post("/sessions", day.opening("0", day.village.director.id()));
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(nobody.body()).contains("không giữ vai trò đó");

        var empty = leader.post("/sessions", day.opening("10tr", day.village.teller.id()));
        assertThat(empty.statusCode()).isEqualTo(409);
        assertThat(empty.body()).contains("kho quỹ chỉ còn 0 đồng", "href=\"#cash\"", "value=\"10tr\"");

        day.village.stockVault(10_000_000);
        var opened = leader.post("/sessions", day.opening("10tr", day.village.teller.id()));
        assertThat(opened.statusCode()).isEqualTo(303);
        var session = leader.get(location(opened)).body();
        assertThat(session).contains("Phiên Điểm " + day.code, "10.000.000", "Lê Thu Hà");

        var again = leader.post("/sessions", day.opening("0", day.village.teller.id()));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("mỗi điểm chỉ mở một phiên");
        assertThat(leader.get("/").body()).contains("Điểm " + day.code, "Đang mở");
        assertThat(leader.get("/sessions?lang=en").body()).contains("Sessions today", "Open");
    }

    @Test
    void refusesASessionOnADayThatIsNotThePoints() {
        var day = new Day(0);
        owner.sql("update organisation.point set session_day = 20 where id = :point")
                .param("point", day.village.point)
                .update();

        var refused = day.as("leader").post("/sessions", day.opening("0", day.village.teller.id()));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Phiên kế tiếp là ngày 20/05/2024");
    }

    @Test
    void postsASheetLineByLineAndShowsWhatBecameOfEach() {
        var day = new Day(4);
        long session = day.village.openSession(0);
        var teller = day.as("teller");
        var path = "/sessions/%d/sheets/%d".formatted(session, day.group.id());
        var fields = Fields.of(teller.get(path).body());
        assertThat(fields).containsEntry("interest-1", "271.233").containsEntry("saving-1", "50.000");

        fields.put("interest-2", "271.234");
        fields.put("interest-3", "100k");
        fields.put("interest-4", "0");
        fields.put("saving-4", "0");
        fields.put("do", "check");
        var checked = teller.post(path, fields);
        assertThat(checked.statusCode()).isEqualTo(200);
        assertThat(checked.body()).contains("Quy tắc V11", "phần vượt 1 là nợ gốc", "value=\"100k\"");
        assertThat(day.posted()).isZero();

        fields = Fields.of(checked.body());
        fields.put("do", "post");
        var partly = teller.post(path, fields);
        assertThat(partly.statusCode()).isEqualTo(200);
        assertThat(partly.body()).contains("Đã ghi sổ 2 dòng; 1 dòng bị từ chối", "Quy tắc V11", "value=\"271.234\"");
        assertThat(day.posted()).isEqualTo(2);

        assertThat(teller.post(path, fields).body()).contains("Đã ghi sổ 2 dòng; 1 dòng bị từ chối");
        assertThat(day.posted()).isEqualTo(2);

        var rest = Fields.of(partly.body());
        rest.put("interest-2", "271233");
        rest.put("do", "post");
        var done = teller.post(path, rest);
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(location(done)).isEqualTo("/vouchers/" + day.code + "-01-24-000004");
        assertThat(teller.get(location(done)).body()).contains("271.233", "Thu lãi cho vay");
        assertThat(teller.get(location(done) + "/1").body())
                .contains("BIÊN LAI THU TIỀN", "Ba trăm hai mươi mốt nghìn hai trăm ba mươi ba đồng");
        assertThat(teller.get(path).body()).contains("Ghi sổ một phần", "Vắng").doesNotContain("name=\"interest-1\"");
    }

    @Test
    void postsALineOnceFromTwoWindowsAndRefusesItWithOtherContent() {
        var day = new Day(2);
        long session = day.village.openSession(0);
        var teller = day.as("teller");
        var path = "/sessions/%d/sheets/%d".formatted(session, day.group.id());
        var first = Fields.of(teller.get(path).body());
        var second = Fields.of(teller.get(path).body());
        first.put("do", "post");
        second.put("do", "post");
        assertThat(teller.post(path, first).statusCode()).isEqualTo(303);

        var same = teller.post(path, second);
        assertThat(same.statusCode()).isEqualTo(200);
        assertThat(same.body()).contains("Không có dòng nào mới");
        second.put("key", "33333333-3333-3333-3333-333333333333");
        second.put("saving-1", "60.000");
        var other = teller.post(path, second);
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("hoặc người nộp thay khác", "Chưa ghi sổ dòng nào: 1 dòng bị từ chối");
        second.put("key", first.get("key"));
        assertThat(teller.post(path, second).body()).contains("đã dùng cho một nội dung khác");
        assertThat(day.posted()).isEqualTo(2);
    }

    @Test
    void refusesASheetThatCannotBeReadAndKeepsWhatWasTyped() {
        var day = new Day(3);
        long session = day.village.openSession(0);
        var teller = day.as("teller");
        var path = "/sessions/%d/sheets/%d".formatted(session, day.group.id());
        var page = teller.get(path).body();

        for (var typed : new String[] {"-5", "1,5", "chữ", "9".repeat(60), "999999999999999"}) {
            var fields = Fields.of(page);
            fields.put("interest-1", typed);
            fields.put("interest-2", "200.000");
            fields.put("do", "post");
            var answer = teller.post(path, fields);
            assertThat(answer.statusCode()).as(typed).isEqualTo(422);
            assertThat(answer.body()).contains("value=\"" + typed + "\"", "value=\"200.000\"", "error-summary");
        }
        var empty = teller.post(path, Map.of("key", "11111111-1111-1111-1111-111111111111", "do", "post"));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("Chưa có dòng nào");
        var forged = Fields.of(page);
        forged.put("line-1", "x");
        assertThat(teller.post(path, forged).statusCode()).isEqualTo(403);
        assertThat(day.posted()).isZero();
    }

    @Test
    void refusesTheSheetOfAnotherGroupOfAnotherTellerAndOfAClosedSession() {
        var day = new Day(2);
        long session = day.village.openSession(0);
        var path = "/sessions/%d/sheets/%d".formatted(session, day.group.id());
        var teller = day.as("teller");
        var fields = Fields.of(teller.get(path).body());
        fields.put("do", "post");

        assertThat(teller.get("/sessions/%d/sheets/1".formatted(session)).statusCode())
                .isEqualTo(404);
        assertThat(day.as("leader").post(path, fields).statusCode()).isEqualTo(403);
        assertThat(day.as("leader").get(path).body())
                .contains("Chỉ giao dịch viên")
                .doesNotContain("name=\"interest-1\"");
        assertThat(new Visitor(site).as(Role.TELLER).get(path).statusCode()).isEqualTo(404);

        day.close(session, Map.of());
        var late = teller.post(path, fields);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Phiên ngày 18/05/2024 đã đóng");
        assertThat(teller.get(path + "?lang=en").body()).contains("the sheet can only be read");
    }

    @Test
    void takesPrincipalAtTheCounterAndGivesAReceipt() {
        var day = new Day(3);
        long session = day.village.openSession(0);
        var teller = day.as("teller");
        var found = teller.get("/sessions/%d/counter?q=nguyen+thi+1".formatted(session))
                .body();
        assertThat(found).contains("Nguyễn Thị 1").doesNotContain("Nguyễn Thị 2");
        assertThat(teller.get("/sessions/%d/counter?q=%%25".formatted(session)).body())
                .contains("Không có khoản vay nào");
        var path =
                "/sessions/%d/counter/%d".formatted(session, day.group.loans().get(1));
        var fields = Fields.of(teller.get(path).body());
        assertThat(fields).containsEntry("interest", "271.233");

        fields.put("principal", "50.000.001");
        fields.put("do", "post");
        var above = teller.post(path, fields);
        assertThat(above.statusCode()).isEqualTo(409);
        assertThat(above.body()).contains("chỉ còn dư nợ 50.000.000 đồng", "value=\"50.000.001\"");
        fields = Fields.of(above.body());
        fields.put("do", "post");
        fields.put("principal", "bảy");
        assertThat(teller.post(path, fields).statusCode()).isEqualTo(422);
        fields.put("principal", "7tr");
        fields.put("do", "check");
        assertThat(teller.post(path, fields).body()).contains("43.000.000", "Kiểm tra xong");
        assertThat(day.posted()).isZero();

        fields.put("do", "post");
        var taken = teller.post(path, fields);
        assertThat(taken.statusCode()).isEqualTo(303);
        assertThat(location(teller.post(path, fields))).isEqualTo(location(taken));
        assertThat(teller.get(location(taken)).body())
                .contains("7.271.233", "Dư nợ gốc còn lại", "43.000.000", "NGUYỄN THỊ 1");
        assertThat(day.posted()).isEqualTo(1);
        assertThat(teller.get("/sessions/%d/counter/1".formatted(session)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void takesAPostedLineBackWithItsReason() {
        var day = new Day(2);
        long session = day.village.openSession(0);
        var teller = day.as("teller");
        var path = "/sessions/%d/sheets/%d".formatted(session, day.group.id());
        var fields = Fields.of(teller.get(path).body());
        fields.put("do", "post");
        var voucher = location(teller.post(path, fields));
        var page = Fields.of(teller.get(voucher).body());

        assertThat(teller.post(voucher + "/reversal", page).body()).contains("Chưa chọn dòng nào");
        page.put("line-1", "1");
        var silent = teller.post(voucher + "/reversal", page);
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(silent.body()).contains("phải có lý do");
        page.put("reason", "nhầm người");
        var reversed = teller.post(voucher + "/reversal", page);
        assertThat(reversed.statusCode()).isEqualTo(303);
        assertThat(teller.get(location(reversed)).body()).contains("nhầm người", "−271.233");
        page.put("key", "22222222-2222-2222-2222-222222222222");
        var twice = teller.post(voucher + "/reversal", page);
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(twice.body()).contains("đã được đảo");
        assertThat(Fields.of(teller.get(path).body())).containsKey("interest-1").doesNotContainKey("interest-2");
        assertThat(day.as("leader").post(voucher + "/reversal", page).statusCode())
                .isEqualTo(403);
    }

    @Test
    void countsTheCashAndClosesTheSession() {
        var day = new Day(2);
        long session = day.village.openSession(0);
        var teller = day.as("teller");
        var path =
                "/sessions/%d/counter/%d".formatted(session, day.group.loans().get(0));
        var fields = Fields.of(teller.get(path).body());
        fields.put("principal", "1.000.000");
        fields.put("interest", "200.000");
        fields.put("do", "post");
        teller.post(path, fields);
        var cash = "/sessions/%d/cash".formatted(session);
        var controller = day.as("controller");
        assertThat(controller.get(cash).body()).contains("1.200.000");
        var wrong = Fields.of(controller.get(cash).body());
        wrong.put("note-500000", "hai");
        wrong.put("do", "close");
        assertThat(controller.post(cash, wrong).statusCode()).isEqualTo(422);

        var differs = day.close(session, Map.of("note-500000", "2", "note-100000", "1"));
        assertThat(differs.statusCode()).isEqualTo(409);
        assertThat(differs.body()).contains("Thiếu 100.000 đồng", "Sổ có 1.200.000 đồng", "value=\"2\"");
        assertThat(teller.post(cash, wrong).statusCode()).isEqualTo(403);

        var closed = day.close(session, Map.of("note-500000", "2", "note-100000", "1", "reason", "rơi một tờ"));
        assertThat(closed.statusCode()).isEqualTo(303);
        assertThat(controller.get(cash).body()).contains("Phiên đã đóng", "rơi một tờ", "−100.000");
        assertThat(day.close(session, Map.of()).statusCode()).isEqualTo(409);
        assertThat(day.as("director").get("/").body()).contains("Đã đóng 1/1 phiên");
    }

    @Test
    void answersUnknownVouchersAndSessionsByName() {
        var teller = new Day(0).as("teller");

        for (var path : new String[] {
            "/vouchers/x",
            "/vouchers/LECHAN-24-000001",
            "/vouchers/LECHAN-01-24-000999/1",
            "/sessions/1",
            "/sessions/1/cash"
        }) {
            assertThat(teller.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(teller.get("/vouchers/x?lang=en").body()).contains("There is no voucher x in your scope");
        assertThat(new Visitor(site).as(Role.AUDITOR).get("/sessions").statusCode())
                .isEqualTo(200);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("nowhere, status " + answer.statusCode());
    }

    /** An office on 18/05/2024 whose one group got its loans 30 days before. */
    private final class Day {

        private final String code;
        private final Village village;
        private final Village.GroupOfLoans group;

        Day(int members) {
            code = "WEB" + VILLAGES.incrementAndGet();
            village = Village.withAccounts(beans, code);
            group = village.group(1, Math.max(1, members), "HONGHEO", 50_000_000, Village.FIRST_DAY);
            village.payOut(village.openSession(500_000_000), group);
            owner.sql("update organisation.business_day set day = '2024-05-18' where office_id = :office")
                    .param("office", village.office)
                    .update();
        }

        Visitor as(String role) {
            return new Visitor(site).as(code.toLowerCase(java.util.Locale.ROOT) + "." + role);
        }

        Map<String, String> opening(String cash, long teller) {
            return Map.of(
                    "key", java.util.UUID.randomUUID().toString(),
                    "point", Long.toString(village.point),
                    "teller", Long.toString(teller),
                    "controller", Long.toString(village.controller.id()),
                    "cash", cash);
        }

        HttpResponse<String> close(long session, Map<String, String> typed) {
            var controller = as("controller");
            var path = "/sessions/%d/cash".formatted(session);
            var fields = Fields.of(controller.get(path).body());
            fields.putIfAbsent("key", java.util.UUID.randomUUID().toString());
            fields.putAll(typed);
            fields.put("do", "close");
            return controller.post(path, fields);
        }

        long posted() {
            return owner.sql("select count(*) from loan.movement where point_id = :point and kind = 'REPAYMENT'")
                    .param("point", village.point)
                    .query(Long.class)
                    .single();
        }
    }
}
