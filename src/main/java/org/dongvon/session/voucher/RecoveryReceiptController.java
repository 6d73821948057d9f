package org.dongvon.session.voucher;

import org.dongvon.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

@Controller
class RecoveryReceiptController {

    private final RecoveryReceipts receipts;

    RecoveryReceiptController(RecoveryReceipts receipts) {
        this.receipts = receipts;
    }

    @GetMapping("/journals/{id}/receipts")
    ModelAndView show(Actor actor, @PathVariable long id) {
        var read = receipts.read(actor, id);
        return receipts.print(actor, read).showing(read);
    }
}
