package org.dongvon.form;

import org.dongvon.engine.money.Dong;
import org.dongvon.form.SampleParts.Size;
import org.dongvon.form.paper.ReconciliationList;

/** The list 15/TD: the shortest one blank, the longest one with what members said. */
final class SampleReconciliation {

    private SampleReconciliation() {}

    static ReconciliationList of(Size size) {
        return new ReconciliationList(
                SampleParts.letterhead(size),
                SampleParts.group(size),
                size.rows(
                        60,
                        n -> new ReconciliationList.Row(
                                n,
                                size.name(),
                                "Nước sạch và vệ sinh môi trường nông thôn",
                                size.loan(),
                                new ReconciliationList.Book(size.money(), size.money(), new Dong(9_999_999)),
                                n % 2 == 0 ? null : new Dong(9_999_999),
                                size.isLong() ? said(n, size) : null)));
    }

    /** Every third row differs in all of its amounts. */
    private static ReconciliationList.Said said(int n, Size size) {
        var off = n % 3 == 0 ? new Dong(-9_999_999) : Dong.ZERO;
        return new ReconciliationList.Said(
                size.money().plus(off),
                n % 2 == 0 ? null : new Dong(9_999_999).plus(off),
                new ReconciliationList.Off(off, off, off));
    }
}
