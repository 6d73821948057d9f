package org.dongvon.session.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.dongvon.shared.Role;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;
import org.dongvon.support.LoanVillage;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Texts;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** What can be printed today, from the pages that lead to it. */
@ServerTest
class GroupPapersWebTest {

    private final Site site;
    private final ApplicationContext beans;
    private final OwnerDb owner;

    GroupPapersWebTest(Site site, ApplicationContext beans, OwnerDb owner) {
        this.site = site;
        this.beans = beans;
        this.owner = owner;
    }

    @Test
    void printsTheCollectionSheetOfAGroupForItsNextSession() {
        var home = new LoanVillage(beans, "PAP-A").withPeople();
        var visitor = new Visitor(site).as(home.login(Role.TELLER));

        var answer = visitor.getBytes("/groups/PAP-A-T1/forms/13-td");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("inline; filename=\"13-td_PAP-A-T1_20251215.pdf\"");
        assertThat(Texts.of(answer))
                .contains(
                        "Mẫu số 13/TD (theo văn bản số 2934/NHCS-TDNN)",
                        "Ngày giao dịch: 15/12/2025",
                        "Nguyễn Thị 0",
                        "PAP-A-1-4",
                        "634.389",
                        "3.171.945",
                        "Ba triệu một trăm bảy mươi mốt nghìn chín trăm bốn mươi lăm đồng",
                        "Số tiền thực nộp: …");
        assertThat(visitor.get("/groups/PAP-A-T1").body()).contains("/groups/PAP-A-T1/forms/13-td");
        assertThat(visitor.get("/groups/PAP-A-T1").body()).doesNotContain("/groups/PAP-A-T1/forms/14-td");
    }

    @Test
    void showsWhatWasHandedInAndLeavesOutWhatWasTakenBack() {
        var home = new LoanVillage(beans, "PAP-B").withPeople();
        home.save(1, 50_000);
        var visitor = new Visitor(site).as(home.login(Role.TELLER));

        assertThat(Texts.of(visitor.getBytes("/groups/PAP-B-T1/forms/13-td")))
                .contains("Số tiền thực nộp: 50.000 đồng (Bằng chữ: Năm mươi nghìn đồng chẵn)");
        assertThat(Texts.of(visitor.getBytes("/groups/PAP-B-T1/forms/15-td")))
                .contains("500.000.000", "Tổng tiền gửi bằng chữ: Năm mươi nghìn đồng chẵn");
    }

    /** 100 000 000 đ at 7.488 %: by 15/12 it owed 634 389.04, the 31 days since add 635 967.12. */
    @Test
    void tellsInterestInArrearsFromThatOfTheMonth() {
        var home = new LoanVillage(beans, "PAP-I").withPeople();
        home.jumpTo(LoanVillage.TODAY.plusMonths(1));
        var visitor = new Visitor(site).as(home.login(Role.TELLER));

        assertThat(Texts.of(visitor.getBytes("/groups/PAP-I-T1/forms/13-td")))
                .contains("Ngày giao dịch: 15/01/2026", "100.000.000 634.389 635.967 1.270.356");
    }

    @Test
    void printsASessionInOneFile() {
        var home = new LoanVillage(beans, "PAP-C").withPeople();
        var second = home.village.group(2, 3, "HONGHEO", 20_000_000, LoanVillage.TODAY);
        assertThat(second.members()).hasSize(3);
        var session = owner.sql("select id from session.session where point_id = :point and held_on = :day")
                .param("point", home.village.point)
                .param("day", LoanVillage.TODAY)
                .query(Long.class)
                .single();
        var visitor = new Visitor(site).as(home.login(Role.AUDITOR));

        var answer = visitor.getBytes("/sessions/" + session + "/forms/13-td");

        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("inline; filename=\"13-td_PAP-C-01_20251215.pdf\"");
        assertThat(Texts.of(answer).split("BẢNG KÊ LÃI PHẢI THU", -1)).hasSize(1 + 2);
        var all = visitor.getBytes("/sessions/" + session + "/forms/all");
        assertThat(all.headers().firstValue("Content-Disposition"))
                .hasValue("inline; filename=\"bieu-mau_PAP-C-01_20251215.pdf\"");
        assertThat(Texts.of(all)).contains("Mẫu số 13/TD", "Mẫu số 15/TD").doesNotContain("Mẫu số 14/TD");
        assertThat(visitor.get("/sessions/" + session + "/forms/04-td").statusCode())
                .as("nothing is paid out")
                .isEqualTo(409);
        assertThat(visitor.get("/sessions/" + session).body())
                .contains("/sessions/" + session + "/forms/13-td", "/sessions/" + session + "/forms/15-td");
    }

    @Test
    void tellsAGroupWhatFallsDueNextMonth() {
        var home = new LoanVillage(beans, "PAP-D").withPeople();
        var visitor = new Visitor(site).as(home.login(Role.TELLER));
        assertThat(visitor.get("/groups/PAP-D-T1/forms/14-td").statusCode()).isEqualTo(409);
        assertThat(visitor.get("/groups/PAP-D-T1/forms/dsdh").statusCode()).isEqualTo(409);
        var first = owner.sql("select min(due_date) from loan.instalment where loan_id = :loan")
                .param("loan", home.group.loans().getFirst())
                .query(LocalDate.class)
                .single();

        home.jumpTo(first.minusMonths(1).withDayOfMonth(16));
        var due = Texts.of(visitor.getBytes("/groups/PAP-D-T1/forms/dsdh"));
        assertThat(due).contains("DANH SÁCH NỢ ĐẾN HẠN", "Nguyễn Thị 4", "PAP-D-1-0");
    }

    @Test
    void noticesWhatBecameOverdueSinceWhenAndAtWhichRate() {
        var village = Village.withAccounts(beans, "PAP-H");
        var day = VillageDay.open(beans, village);
        var group = day.lend(1, 3, "HONGHEO");
        day.end();
        owner.sql("update loan.loan set unpaid_instalment = 'OVERDUE' where group_id = :group")
                .param("group", group.id())
                .update();
        var first = owner.sql("select min(due_date) from loan.instalment where loan_id = :loan")
                .param("loan", group.loans().getFirst())
                .query(LocalDate.class)
                .single();

        VillageDay.close(beans, village, first);

        var visitor = new Visitor(site).as("pap-h.teller");
        assertThat(visitor.get("/groups/PAP-H-T1").body()).contains("/groups/PAP-H-T1/forms/14-td");
        assertThat(Texts.of(visitor.getBytes("/groups/PAP-H-T1/forms/14-td")))
                .contains(
                        "THÔNG BÁO CHUYỂN NỢ QUÁ HẠN",
                        "PAP-H-1-0",
                        Formats.in(Language.VI).date(first),
                        "50.000.000 16.600.000 8,58 %/năm",
                        "Tổng cộng nợ gốc quá hạn 49.800.000");
    }

    @Test
    void printsTheLoanBookWithWhatIsLeftAfterEachLine() {
        var home = new LoanVillage(beans, "PAP-E").withPeople();
        home.pay(0, 634_389, 10_000_000);
        var visitor = new Visitor(site).as(home.login(Role.TELLER));

        var book = Texts.of(visitor.getBytes("/loans/PAP-E-1-0/loan-book"));

        assertThat(book)
                .contains(
                        "SỔ VAY VỐN",
                        "Nguyễn Thị 0",
                        "100.000.000 đồng (Bằng chữ: Một trăm triệu đồng chẵn)",
                        "Giải ngân",
                        "10.000.000 634.389 90.000.000",
                        "7,488 %/năm");
        assertThat(visitor.get("/loans/PAP-E-1-0").body()).contains("/loans/PAP-E-1-0/loan-book");
    }

    @Test
    void printsReceiptsOfAVoucherOnePageALine() {
        var home = new LoanVillage(beans, "PAP-F").withPeople();
        home.pay(0, 634_389, 10_000_000);
        var visitor = new Visitor(site).as(home.login(Role.TELLER));
        var journal = visitor.get("/loans/PAP-F-1-0").body();
        var voucher = Pattern.compile("PAP-F-01-25-\\d{6}").matcher(journal);
        assertThat(voucher.find()).isTrue();

        var answer = visitor.getBytes("/vouchers/" + voucher.group() + "/receipts");

        assertThat(Texts.of(answer))
                .contains(
                        "Mẫu số 01/BL",
                        "Liên 1: lưu",
                        "Liên 2: giao người nộp",
                        "Số: " + voucher.group() + "/1",
                        "•••• •••• 0000",
                        "10.634.389",
                        "Mười triệu sáu trăm ba mươi tư nghìn ba trăm tám mươi chín đồng");
        assertThat(visitor.getBytes("/vouchers/" + voucher.group() + "/receipts/1")
                        .statusCode())
                .isEqualTo(200);
        assertThat(visitor.get("/vouchers/" + voucher.group() + "/receipts/9").statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/vouchers/" + voucher.group()).body())
                .contains("/vouchers/" + voucher.group() + "/receipts");
    }

    @Test
    void answersNothingToStrangersAndToUnknownForms() {
        var home = new LoanVillage(beans, "PAP-G").withPeople();
        var visitor = new Visitor(site).as(home.login(Role.TELLER));
        var stranger = new Visitor(site).as(Role.TELLER);

        for (var path : new String[] {
            "/groups/PAP-G-T1/forms/13-td", "/groups/PAP-G-T1/forms/15-td", "/loans/PAP-G-1-0/loan-book"
        }) {
            assertThat(visitor.getBytes(path).statusCode()).as(path).isEqualTo(200);
            assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(visitor.get("/groups/PAP-G-T1/forms/12-td").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/groups/PAP-G-T1/forms/01-td").statusCode()).isEqualTo(404);
    }

    @Test
    void listsTheFormsThatAreLeftOutInBothLanguages() {
        var visitor = new Visitor(site).as(Role.AUDITOR);

        assertThat(visitor.get("/forms").body())
                .contains("02/TD", "05/TD", "07/TD", "12/TD", "Không làm", "/documents/CV-597-2026", "Từ 01/03/2026");
        assertThat(visitor.get("/forms?lang=en").body()).contains("Left out", "Name and content were not established");
    }
}
