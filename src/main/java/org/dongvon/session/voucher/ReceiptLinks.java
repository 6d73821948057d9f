package org.dongvon.session.voucher;

import org.dongvon.session.PaperCodes;
import org.dongvon.session.PaperCodes.Check;
import org.dongvon.session.voucher.VoucherReader.Line;
import org.dongvon.session.voucher.VoucherReader.Voucher;
import org.dongvon.shared.WebOnly;
import org.springframework.stereotype.Component;

/** The address that a receipt's QR code holds. */
@Component
@WebOnly
class ReceiptLinks {

    private final PaperCodes codes;

    ReceiptLinks(PaperCodes codes) {
        this.codes = codes;
    }

    Check of(Voucher voucher, Line line) {
        var money = line.money();
        return codes.of(
                voucher.head().session().pointId(),
                line.id(),
                ReceiptReader.amounts(money.interest(), money.principal(), money.saving()));
    }
}
