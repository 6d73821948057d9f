package org.dongvon.session;

import java.util.UUID;
import org.dongvon.form.QrPicture;
import org.dongvon.ledger.seal.ReceiptCode;
import org.dongvon.shared.WebOnly;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * What a paper carries to be checked by: the address of the public page that says whether its line is in the sealed book.
 * {@code dongvon.address} names the site as the public reaches it; without it the address is that of the request.
 */
@Component
@WebOnly
public class PaperCodes {

    private final ReceiptCode codes;
    private final String address;

    PaperCodes(ReceiptCode codes, @Value("${dongvon.address:}") String address) {
        this.codes = codes;
        this.address = address.replaceFirst("/+$", "");
    }

    /**
     * Of a posted line of a point.
     *
     * @param amounts the amounts on paper in a fixed order
     */
    public Check of(long pointId, UUID line, String amounts) {
        var named = new ReceiptCode.Line(pointId, line);
        var site = address.isEmpty()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
                : address;
        var link = site + "/r/" + codes.of(named, amounts);
        return new Check(link, codes.mark(named, amounts), QrPicture.of(link));
    }

    /** The page's address, the mark of the amounts, and the address as a picture. */
    public record Check(String link, String mark, QrPicture qr) {}
}
