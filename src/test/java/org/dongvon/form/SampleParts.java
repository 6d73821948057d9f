package org.dongvon.form;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.paper.Applicant;
import org.dongvon.form.paper.BankDecision;
import org.dongvon.form.paper.GroupLine;
import org.dongvon.form.paper.LoanAsk;
import org.dongvon.form.paper.LoanLine;
import org.dongvon.form.paper.PlanItem;

/** What several of the sample papers have in common. */
final class SampleParts {
    /** Every letter of Vietnamese with every tone. */
    static final String ALPHABET =
            "aàảãáạ ăằẳẵắặ âầẩẫấậ đ eèẻẽéẹ êềểễếệ iìỉĩíị oòỏõóọ ôồổỗốộ ơờởỡớợ uùủũúụ ưừửữứự yỳỷỹýỵ "
                    + "AÀẢÃÁẠ ĂẰẲẴẮẶ ÂẦẨẪẤẬ Đ EÈẺẼÉẸ ÊỀỂỄẾỆ IÌỈĨÍỊ OÒỎÕÓỌ ÔỒỔỖỐỘ ƠỜỞỠỚỢ UÙỦŨÚỤ ƯỪỬỮỨỰ YỲỶỸÝỴ";

    private static final LocalDate DAY = SamplePapers.DAY;

    static final Size SHORT = new Size(1, "An", "vay", 500_000, "LC-1");

    static final Size LONG = new Size(
            60,
            "Nguyễn Hoàng Thị Khuynh Diệp Quỳnh Trường Sơn H’Wen Niê K’Đăm Ayun Ksor Hơ Brưh",
            "mua bò cái sinh sản, làm chuồng trại hợp vệ sinh, trồng cỏ và mua thức ăn, thuốc thú y cho đàn bò trong mười hai tháng đầu",
            9_999_999_999L,
            "HUONGKHE-22-000123456");

    /** Amounts of 15 digits; no table of members holds them, for a group of 60 would owe more than the whole bank lends. */
    static final Size LARGE = new Size(12, LONG.name(), LONG.purpose(), 999_999_999_999_999L, LONG.loan());

    private SampleParts() {}

    static Letterhead citizen() {
        return Letterhead.ofCitizen("Hương Khê", DAY);
    }

    static Letterhead letterhead(Size size) {
        return Letterhead.ofOffice(office(size), "Hương Khê", DAY);
    }

    static String office(Size size) {
        return size.isLong()
                ? "Phòng giao dịch Ngân hàng Chính sách xã hội Hương Khê, chi nhánh tỉnh Hà Tĩnh"
                : "PGD Hương Khê";
    }

    static GroupLine group(Size size) {
        return new GroupLine(
                "HK-T03",
                "Tổ " + size.name(),
                "thôn Phú Lâm",
                size.isLong() ? size.name() : "",
                "Hội Liên hiệp Phụ nữ",
                "Xã Hương Khê");
    }

    static Applicant applicant(Size size) {
        return size.isLong()
                ? new Applicant(
                        size.name(),
                        "05/03/1984",
                        "nữ",
                        "Bru - Vân Kiều",
                        "0000 8400 0999",
                        "12/04/2021, Cục Cảnh sát quản lý hành chính về trật tự xã hội",
                        "thôn Phú Lâm, xã Hương Khê, tỉnh Hà Tĩnh (trước đây là xã Phú Gia, huyện Hương Khê)",
                        "0000 000 000")
                : new Applicant(size.name(), "", "", "", "", "", "", "");
    }

    static LoanAsk ask(Size size) {
        return new LoanAsk(
                size.money(),
                size.purpose(),
                size.money().plus(size.money()),
                size.money(),
                size.rows(12, n -> new PlanItem(size.purpose(), "12 con giống", size.money())),
                new LoanAsk.Terms(120, 6, size.money(), size.money(), size.isLong() ? DAY.plusYears(10) : null));
    }

    static BankDecision decision(Size size) {
        return new BankDecision(
                size.money(),
                AnnualRate.ofPercent("7.9248"),
                AnnualRate.ofPercent("10.30224"),
                new LoanAsk.Terms(120, 6, size.money(), size.money(), DAY.plusYears(10)),
                18,
                new BankDecision.Signers(size.name(), size.name(), size.name()));
    }

    static LoanLine loan(Size size) {
        return new LoanLine(
                size.loan(), "Hộ mới thoát nghèo", DAY.minusYears(1), size.money(), size.money(), DAY.plusYears(4));
    }

    record Size(int most, String name, String purpose, long amount, String loan) {

        boolean isLong() {
            return most > 1;
        }

        Dong money() {
            return new Dong(amount);
        }

        /** What may be left to be written by hand. */
        String written() {
            return isLong() ? purpose : "";
        }

        <T> List<T> rows(int wanted, IntFunction<T> row) {
            return IntStream.rangeClosed(1, Math.min(wanted, most))
                    .mapToObj(row)
                    .toList();
        }
    }
}
