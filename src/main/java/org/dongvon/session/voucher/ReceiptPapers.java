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
import org.dongvon.session.sheet.Remark;
import org.dongvon.session.voucher.VoucherReader.Line;
import org.dongvon.session.voucher.VoucherReader.Voucher;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.WebOnly;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prints the receipts 01/BL of a voucher's lines: of what was taken in and not taken back. */
@Component
@WebOnly
class ReceiptPapers {

    private final ReceiptLinks links;
    private final Forms forms;
    private final ReceiptPrints prints;

    ReceiptPapers(ReceiptLinks links, Forms forms, ReceiptPrints prints) {
        this.links = links;
        this.forms = forms;
        this.prints = prints;
    }

    /**
     * The receipts of these lines in one file, counted as a print of each of them.
     *
     * @throws Refused {@link FormRefusal#NOTHING_TO_PRINT} when no line took money in that stayed
     */
    PrintedForm print(Actor actor, Voucher voucher, List<Line> lines) {
        var receipted = lines.stream().filter(voucher::isReceipted).toList();
        var numbers = prints.count(actor, voucher, receipted);
        var receipts = receipted.stream()
                .map(line -> receipt(voucher, line, reprint(numbers.get(line.id()))))
                .toList();
        var subject =
                voucher.number() + (lines.size() == 1 ? "-" + lines.getFirst().number() : "");
        return forms.print(receipts, subject);
    }

    private static int reprint(@Nullable Integer number) {
        if (number == null) {
            throw new IllegalStateException("a receipt is printed whose print was not counted");
        }
        return number - 1;
    }

    private Receipt receipt(Voucher voucher, Line line, int reprint) {
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
                        group == null ? "" : group.name() + " (" + group.code() + ")",
                        delegate(line.remark())),
                loan == null
                        ? null
                        : new Receipt.Loan(
                                loan.code(),
                                loan.programme().vi(),
                                loan.remaining().max(Dong.ZERO)),
                new Receipt.Money(money.interest(), money.principal(), money.saving(), head.day()),
                new Receipt.Check(check.mark(), QrPng.dataAddress(check.link())),
                new Receipt.Issue(head.team().teller(), line.remark().note(), reprint));
    }

    private static Receipt.@Nullable Delegate delegate(Remark remark) {
        var payer = remark.payer();
        return payer == null ? null : new Receipt.Delegate(payer.name(), payer.relation());
    }
}
