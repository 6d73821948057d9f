package org.dongvon.session.voucher;

import org.dongvon.session.SessionRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

@Controller
class ReceiptPaperController {

    private final VoucherReader reader;
    private final ReceiptPapers papers;

    ReceiptPaperController(VoucherReader reader, ReceiptPapers papers) {
        this.reader = reader;
        this.papers = papers;
    }

    @GetMapping("/vouchers/{number}/receipts")
    ModelAndView index(Actor actor, @PathVariable String number) {
        var voucher = reader.get(actor, number);
        return papers.print(actor, voucher, voucher.lines()).showing(voucher);
    }

    @GetMapping("/vouchers/{number}/receipts/{line}")
    ModelAndView show(Actor actor, @PathVariable String number, @PathVariable int line) {
        var voucher = reader.get(actor, number);
        var shown =
                voucher.lines().stream().filter(each -> each.number() == line).toList();
        if (shown.isEmpty()) {
            throw new Refused(SessionRefusal.UNKNOWN_VOUCHER, number + "/" + line);
        }
        return papers.print(actor, voucher, shown).showing(voucher.only(shown.getFirst()));
    }
}
