package org.dongvon.session.voucher;

import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.FormRefusal;
import org.dongvon.form.Forms;
import org.dongvon.form.Letterhead;
import org.dongvon.form.PrintedForm;
import org.dongvon.form.QrPng;
import org.dongvon.form.paper.Receipt;
import org.dongvon.household.IdentityNumber;
import org.dongvon.session.voucher.VoucherReader.Line;
import org.dongvon.session.voucher.VoucherReader.Voucher;
import org.dongvon.shared.Refused;
import org.dongvon.shared.WebOnly;
import org.springframework.stereotype.Component;

/** Prints the receipts 01/BL of a voucher's lines: of what was taken in and not taken back. */
@Component
@WebOnly
class ReceiptPapers {

    private final ReceiptLinks links;
    private final Forms forms;

    ReceiptPapers(ReceiptLinks links, Forms forms) {
        this.links = links;
        this.forms = forms;
    }

    /**
     * The receipts of these lines in one file.
     *
     * @throws Refused {@link FormRefusal#NOTHING_TO_PRINT} when no line took money in that stayed
     */
    PrintedForm of(Voucher voucher, List<Line> lines) {
        var receipts = lines.stream()
                .filter(voucher::isReceipted)
                .map(line -> receipt(voucher, line))
                .toList();
        var subject =
                voucher.number() + (lines.size() == 1 ? "-" + lines.getFirst().number() : "");
        return forms.print(receipts, subject);
    }

    private Receipt receipt(Voucher voucher, Line line) {
        var head = voucher.head();
        var group = voucher.header().group();
        var loan = line.loan();
        var money = line.money();
        var check = links.of(voucher, line);
        return new Receipt(
                new Letterhead(
                        Letterhead.BANK,
                        head.place().office(),
                        voucher.number() + "/" + line.number(),
                        head.place().point(),
                        head.day()),
                new Receipt.Payer(
                        line.payer().name(),
                        IdentityNumber.masked(line.payer().last4()),
                        line.payer().hamlet() + ", " + head.place().point(),
                        group == null ? "" : group.name() + " (" + group.code() + ")"),
                loan == null
                        ? null
                        : new Receipt.Loan(
                                loan.code(),
                                loan.programme().vi(),
                                loan.remaining().max(Dong.ZERO)),
                new Receipt.Money(money.interest(), money.principal(), money.saving(), head.day()),
                new Receipt.Check(check.mark(), QrPng.dataAddress(check.link())),
                head.team().teller());
    }
}
