package org.dongvon.session.voucher;

import java.nio.charset.StandardCharsets;
import org.dongvon.ledger.LedgerRefusal;
import org.dongvon.session.voucher.ReceiptReader.Receipt;
import org.dongvon.shared.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The public pages behind the code on a receipt: without a log-in, without personal data. */
@Controller
class ReceiptController {

    private final ReceiptReader receipts;

    ReceiptController(ReceiptReader receipts) {
        this.receipts = receipts;
    }

    @GetMapping("/r/{code}")
    ModelAndView show(@PathVariable String code) {
        var found = receipts.find(code);
        var page = new ModelAndView("session/voucher/check", found.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND);
        page.addObject("receipt", found.orElse(null));
        page.addObject("code", code);
        return page;
    }

    @GetMapping("/r/{code}/proof.txt")
    ResponseEntity<byte[]> proof(@PathVariable String code) {
        var proof =
                receipts.find(code).map(Receipt::proof).orElseThrow(() -> new Refused(LedgerRefusal.UNKNOWN_RECEIPT));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"dongvon-proof.txt\"")
                .body(proof.text().getBytes(StandardCharsets.UTF_8));
    }
}
