package org.dongvon.session.voucher;

import org.dongvon.ledger.seal.ReceiptCode;
import org.dongvon.session.voucher.VoucherReader.Line;
import org.dongvon.session.voucher.VoucherReader.Voucher;
import org.dongvon.shared.WebOnly;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The address that a receipt's QR code holds. {@code dongvon.address} names the site as the public reaches it; without it the
 * address is that of the request.
 */
@Component
@WebOnly
class ReceiptLinks {

    private final ReceiptCode codes;
    private final String address;

    ReceiptLinks(ReceiptCode codes, @Value("${dongvon.address:}") String address) {
        this.codes = codes;
        this.address = address.replaceFirst("/+$", "");
    }

    Check of(Voucher voucher, Line line) {
        var point = new ReceiptCode.Line(voucher.head().session().pointId(), line.id());
        var money = line.money();
        var amounts = ReceiptReader.amounts(money.interest(), money.principal(), money.saving());
        var site = address.isEmpty()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
                : address;
        var link = site + "/r/" + codes.of(point, amounts);
        return new Check(link, codes.mark(point, amounts), QrPicture.of(link));
    }

    /** What a receipt carries to be checked by: the page's address, the mark of its amounts, and the address as a picture. */
    record Check(String link, String mark, QrPicture qr) {}
}
