package org.dongvon.form;

import static org.dongvon.form.SampleParts.ALPHABET;
import static org.dongvon.form.SampleParts.LARGE;
import static org.dongvon.form.SampleParts.LONG;
import static org.dongvon.form.SampleParts.SHORT;
import static org.dongvon.form.SampleParts.applicant;
import static org.dongvon.form.SampleParts.ask;
import static org.dongvon.form.SampleParts.citizen;
import static org.dongvon.form.SampleParts.decision;
import static org.dongvon.form.SampleParts.group;
import static org.dongvon.form.SampleParts.letterhead;
import static org.dongvon.form.SampleParts.loan;
import static org.dongvon.form.SampleParts.office;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.SampleParts.Size;
import org.dongvon.form.paper.ApplicantList;
import org.dongvon.form.paper.ApprovalNotice;
import org.dongvon.form.paper.AreaLoanApplication;
import org.dongvon.form.paper.CollectionSheet;
import org.dongvon.form.paper.CreditContract;
import org.dongvon.form.paper.Delegation;
import org.dongvon.form.paper.DueList;
import org.dongvon.form.paper.ExtensionRequest;
import org.dongvon.form.paper.FoundingMinutes;
import org.dongvon.form.paper.GroupContract;
import org.dongvon.form.paper.InstalmentRequest;
import org.dongvon.form.paper.JobLoanApplication;
import org.dongvon.form.paper.LoanApplication;
import org.dongvon.form.paper.OverdueNotice;
import org.dongvon.form.paper.Receipt;
import org.dongvon.form.paper.ReviewMinutes;
import org.dongvon.form.paper.UseCheck;

/** One of each form with the shortest and one with the longest data, of invented people. */
final class SamplePapers {

    static final LocalDate DAY = LocalDate.of(2026, 11, 18);

    private SamplePapers() {}

    static List<FormDocument> shortest() {
        return all(SHORT);
    }

    static List<FormDocument> longest() {
        return all(LONG);
    }

    /** Forms that tell of one loan, with the largest amounts. */
    static List<FormDocument> largest() {
        return List.of(
                application(LARGE),
                jobApplication(LARGE),
                creditContract(LARGE),
                areaApplication(LARGE),
                instalmentRequest(LARGE),
                extensionRequest(LARGE),
                receipt(LARGE),
                SampleSavings.book(LARGE),
                SampleRisks.riskRequest(LARGE),
                SampleRisks.riskMinutes(LARGE),
                SampleVisits.registration(LARGE),
                SampleVisits.transfer(LARGE),
                SampleVisits.appraisal(LARGE, jobApplication(LARGE)));
    }

    static CollectionSheet sheet(int members) {
        return sheet(new Size(members, "Nguyễn Thị Hoàng Oanh", "", 50_000_000, "LC-2203-00231"));
    }

    private static List<FormDocument> all(Size size) {
        return List.of(
                application(size),
                jobApplication(size),
                areaApplication(size),
                creditContract(size),
                delegation(size),
                applicantList(size),
                approvalNotice(size),
                useCheck(size),
                instalmentRequest(size),
                extensionRequest(size),
                foundingMinutes(size),
                minutes(size),
                contract(size),
                sheet(size),
                overdueNotice(size, DAY),
                SampleReconciliation.of(size),
                receipt(size),
                SampleSavings.book(size),
                SampleLoanBook.of(size),
                dueList(size),
                SampleMinutes.of(size),
                SampleRisks.riskRequest(size),
                SampleRisks.riskMinutes(size),
                SampleRisks.riskDebts(size, FormCode.FREEZE_LIST, 60),
                SampleRisks.riskDebts(size, FormCode.WRITE_OFF_LIST, 0),
                SampleVisits.inspection(size),
                SampleVisits.registration(size),
                SampleVisits.transfer(size),
                SampleVisits.appraisal(size, jobApplication(size)));
    }

    private static LoanApplication application(Size size) {
        return new LoanApplication(
                citizen(),
                "Hộ nghèo",
                office(size),
                applicant(size),
                group(size),
                ask(size),
                size.isLong() ? decision(size) : null);
    }

    private static JobLoanApplication jobApplication(Size size) {
        var priorities = List.of(
                new JobLoanApplication.Priority(
                        "Người khuyết tật, cơ sở sử dụng từ 30% lao động là người khuyết tật", true),
                new JobLoanApplication.Priority(
                        "Người dân tộc thiểu số đang sinh sống tại vùng kinh tế - xã hội đặc biệt khó khăn", false));
        return new JobLoanApplication(
                citizen(),
                office(size),
                applicant(size),
                group(size),
                ask(size),
                new JobLoanApplication.Project(size.purpose(), priorities, size.money(), size.money()),
                new JobLoanApplication.Jobs(1, 2, 3, 4, 5, 6),
                size.isLong() ? decision(size) : null);
    }

    private static CreditContract creditContract(Size size) {
        return new CreditContract(
                letterhead(size), "HUONGKHE-01-HS12", applicant(size), size.purpose(), size.written(), decision(size));
    }

    private static AreaLoanApplication areaApplication(Size size) {
        return new AreaLoanApplication(
                citizen(),
                office(size),
                applicant(size),
                group(size),
                ask(size),
                new AreaLoanApplication.Project("chăn nuôi", size.purpose(), "xã Hương Khê"),
                null);
    }

    private static Delegation delegation(Size size) {
        return new Delegation(
                citizen(),
                applicant(size),
                size.rows(12, n -> new Delegation.Member(size.name(), 1980 + n, "0000 8400 0999", "con dâu cả")),
                size.written(),
                "thôn Phú Lâm",
                "xã Hương Khê");
    }

    private static ApplicantList applicantList(Size size) {
        return new ApplicantList(
                letterhead(size),
                "Hộ nghèo",
                group(size),
                size.rows(
                        60,
                        n -> new ApplicantList.Row(
                                n,
                                size.name(),
                                "Hộ mới thoát nghèo",
                                size.money(),
                                size.purpose(),
                                120,
                                approval(size, n))),
                "xã Hương Khê",
                size.name());
    }

    private static ApplicantList.Approval approval(Size size, int row) {
        if (!size.isLong()) {
            return ApplicantList.Approval.OPEN;
        }
        return row % 7 == 0
                ? new ApplicantList.Approval(Dong.ZERO, 0, "hộ đang có dư nợ cùng chương trình")
                : new ApplicantList.Approval(size.money(), 120, "");
    }

    private static ApprovalNotice approvalNotice(Size size) {
        return new ApprovalNotice(
                letterhead(size),
                group(size),
                size.rows(
                        60,
                        n -> new ApprovalNotice.Row(
                                n, size.name(), "Hộ mới thoát nghèo", size.purpose(), size.money(), 120)),
                "xã Hương Khê",
                new ApprovalNotice.Payment(DAY.plusDays(7), "Điểm giao dịch xã Hương Khê, trụ sở Ủy ban nhân dân xã"),
                size.name());
    }

    private static UseCheck useCheck(Size size) {
        return new UseCheck(
                letterhead(size),
                "Hội Liên hiệp Phụ nữ xã Hương Khê",
                size.isLong() ? List.of(size.name(), size.name()) : List.of(),
                DAY,
                group(size),
                size.rows(
                        60,
                        n -> new UseCheck.Row(
                                n,
                                size.name(),
                                "Giải quyết việc làm",
                                new UseCheck.Book(size.money(), size.money()),
                                size.isLong() ? found(size, n) : UseCheck.Found.OPEN)),
                size.purpose());
    }

    private static UseCheck.Found found(Size size, int row) {
        var wrong = row % 9 == 0 ? size.money() : Dong.ZERO;
        return new UseCheck.Found(
                size.money(),
                new Dong(123_456),
                new Dong(1_234_567),
                size.purpose(),
                size.money().minus(wrong),
                wrong,
                wrong.isPositive() ? "Không" : "Có",
                wrong.isPositive() ? "dịch tả lợn châu Phi" : "");
    }

    private static InstalmentRequest instalmentRequest(Size size) {
        return new InstalmentRequest(
                citizen(),
                office(size),
                applicant(size),
                group(size),
                loan(size),
                new InstalmentRequest.Instalment(3, size.money(), DAY.plusDays(10), DAY.plusMonths(6)),
                size.written(),
                "");
    }

    private static ExtensionRequest extensionRequest(Size size) {
        return new ExtensionRequest(
                citizen(),
                office(size),
                applicant(size),
                group(size),
                loan(size),
                new ExtensionRequest.Extension(size.money(), size.money(), 24, DAY.plusYears(2)),
                size.written(),
                "");
    }

    private static ReviewMinutes minutes(Size size) {
        return new ReviewMinutes(
                citizen(),
                group(size),
                new ReviewMinutes.Meeting(DAY, size.isLong() ? "14 giờ 00" : "", "nhà văn hóa thôn Phú Lâm", 60, 55),
                new ReviewMinutes.People(
                        List.of(
                                new ReviewMinutes.Guest(size.name(), "Chủ tịch Hội Liên hiệp Phụ nữ xã"),
                                new ReviewMinutes.Guest(size.name(), "Trưởng thôn")),
                        size.isLong() ? List.of(size.name(), size.name()) : List.of(),
                        List.of()),
                size.rows(
                        60,
                        n -> new ReviewMinutes.Row(
                                n,
                                size.name(),
                                "Hộ mới thoát nghèo",
                                size.purpose(),
                                size.money(),
                                120,
                                new ReviewMinutes.Votes(54, 1),
                                n % 5 != 0)),
                size.isLong() ? new Dong(50_000) : null,
                new ReviewMinutes.Signers(size.name(), size.name(), size.name(), size.name()));
    }

    private static FoundingMinutes foundingMinutes(Size size) {
        return new FoundingMinutes(
                citizen(),
                group(size),
                new FoundingMinutes.Meeting(DAY, 60, 60, 59),
                new FoundingMinutes.Board(size.name(), size.name()),
                new FoundingMinutes.Convention(size.money(), 1, size.written()),
                size.rows(60, n -> new FoundingMinutes.Member(n, size.name(), "1984", "thôn Phú Lâm")));
    }

    private static GroupContract contract(Size size) {
        return new GroupContract(
                letterhead(size),
                new GroupContract.Office(office(size), "số 12 đường Trần Phú", size.name(), "Giám đốc"),
                group(size),
                new GroupContract.Board(size.name(), "0000 8400 0999", size.isLong() ? size.name() : "", ""),
                size.isLong() ? GroupContract.Covers.INTEREST_AND_SAVINGS : GroupContract.Covers.INTEREST,
                DAY,
                size.isLong() ? ALPHABET + "." : "");
    }

    private static CollectionSheet sheet(Size size) {
        return new CollectionSheet(
                letterhead(size),
                group(size),
                DAY,
                size.rows(
                        60,
                        n -> new CollectionSheet.Row(
                                n,
                                size.name(),
                                "Nước sạch và vệ sinh môi trường nông thôn",
                                size.loan(),
                                new CollectionSheet.Asked(
                                        size.money(), new Dong(9_999_999), new Dong(999_999), new Dong(999_999)),
                                n % 2 == 0 ? new CollectionSheet.Taken(new Dong(9_999_999), new Dong(999_999)) : null)),
                size.name());
    }

    static OverdueNotice overdueNotice(LocalDate day) {
        return overdueNotice(SHORT, day);
    }

    private static OverdueNotice overdueNotice(Size size, LocalDate day) {
        return new OverdueNotice(
                new Letterhead(Letterhead.BANK, office(size), size.isLong() ? "123/TB-NHCS" : "", "Hương Khê", day),
                group(size),
                size.rows(
                        60,
                        n -> new OverdueNotice.Row(
                                n,
                                size.name(),
                                "Hộ mới thoát nghèo",
                                size.loan(),
                                day.minusDays(n),
                                new OverdueNotice.Balance(size.money(), size.money()),
                                AnnualRate.ofPercent("10.30224"),
                                true)),
                size.name());
    }

    private static Receipt receipt(Size size) {
        var loan = size.isLong() ? size.money() : Dong.ZERO;
        return new Receipt(
                new Letterhead(Letterhead.BANK, office(size), "HUONGKHE-26-003121/60", "Hương Khê", DAY),
                new Receipt.Payer(
                        size.name(),
                        "•••• •••• 0999",
                        "thôn Phú Lâm, Xã Hương Khê",
                        size.isLong() ? size.name() : "",
                        size.isLong() ? new Receipt.Delegate(size.name(), "con dâu") : null),
                size.isLong()
                        ? new Receipt.Loan(size.loan(), "Nước sạch và vệ sinh môi trường nông thôn", size.money())
                        : null,
                new Receipt.Money(loan, loan, size.money(), DAY),
                new Receipt.Check(
                        "7K3F-92QD", QrPng.dataAddress("https://example.org/r/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789")),
                new Receipt.Issue(
                        size.name(),
                        size.isLong() ? "Hẹn nộp đủ gốc phiên sau ".repeat(8) : "",
                        size.isLong() ? 12 : 0));
    }

    private static DueList dueList(Size size) {
        return new DueList(
                letterhead(size),
                group(size),
                DAY.plusMonths(1).withDayOfMonth(1),
                size.rows(
                        60,
                        n -> new DueList.Row(
                                n,
                                size.name(),
                                "Hộ mới thoát nghèo",
                                size.loan(),
                                new DueList.Days(DAY.plusDays(20), DAY.plusDays(18)),
                                size.money(),
                                size.money(),
                                n % 2 == 0)),
                "");
    }
}
