package org.dongvon.form;

import static org.dongvon.form.SampleParts.group;
import static org.dongvon.form.SampleParts.letterhead;

import java.time.LocalDate;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.SampleParts.Size;
import org.dongvon.form.paper.Passbook;

/** The loan book. */
final class SampleLoanBook {

    private SampleLoanBook() {}

    static Passbook of(Size size) {
        return new Passbook(
                letterhead(size),
                new Passbook.Holder(
                        "H-000123",
                        size.name(),
                        LocalDate.of(1984, 3, 5),
                        "nữ",
                        "•••• •••• 0999",
                        "thôn Phú Lâm, Xã Hương Khê",
                        size.isLong() ? group(size) : null),
                new Passbook.Loan(
                        size.loan(),
                        "Nước sạch và vệ sinh môi trường nông thôn",
                        size.money(),
                        AnnualRate.ofPercent("7.9248"),
                        AnnualRate.ofPercent("10.30224"),
                        SamplePapers.DAY.minusYears(2),
                        SamplePapers.DAY.plusYears(3),
                        new Passbook.Balance(size.money(), Dong.ZERO, new Dong(123_456))),
                size.rows(
                        10,
                        n -> new Passbook.Planned(
                                n,
                                SamplePapers.DAY.plusMonths(6L * n),
                                SamplePapers.DAY.plusMonths(6L * n),
                                size.money())),
                size.rows(
                        60,
                        n -> new Passbook.Line(
                                SamplePapers.DAY.plusMonths(n),
                                "Thu nợ, đảo chứng từ",
                                "HUONGKHE-26-003121",
                                size.money(),
                                new Dong(9_999_999),
                                size.money())));
    }
}
