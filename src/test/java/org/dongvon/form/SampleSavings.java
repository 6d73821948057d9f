package org.dongvon.form;

import static org.dongvon.form.SamplePapers.DAY;
import static org.dongvon.form.SampleParts.office;

import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.form.SampleParts.Size;
import org.dongvon.form.paper.SavingsBook;

/** A savings book of invented money. */
final class SampleSavings {

    private SampleSavings() {}

    static SavingsBook book(Size size) {
        return new SavingsBook(
                new Letterhead(Letterhead.BANK, office(size), "HUONGKHE-01-S000012", "Hương Khê", DAY),
                new SavingsBook.Saver(size.name(), "•••• •••• 0999", "thôn Phú Lâm"),
                new SavingsBook.Terms(
                        size.money(),
                        6,
                        AnnualRate.ofPercent("4.0"),
                        DAY.plusMonths(6),
                        size.isLong() ? "RENEW" : "PAY"),
                new SavingsBook.Check(
                        "7K3F-92QD", QrPng.dataAddress("https://example.org/r/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789")));
    }
}
