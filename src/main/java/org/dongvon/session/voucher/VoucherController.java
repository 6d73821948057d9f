package org.dongvon.session.voucher;

import java.util.List;
import java.util.UUID;
import org.dongvon.ledger.VoucherNumber;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.reversal.ReverseLines;
import org.dongvon.session.reversal.ReverseLines.Reversal;
import org.dongvon.session.voucher.VoucherReader.Voucher;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
class VoucherController {

    private final VoucherReader reader;
    private final ReverseLines reverseLines;
    private final ReceiptLinks links;
    private final ReceiptPrints prints;

    VoucherController(VoucherReader reader, ReverseLines reverseLines, ReceiptLinks links, ReceiptPrints prints) {
        this.reader = reader;
        this.reverseLines = reverseLines;
        this.links = links;
        this.prints = prints;
    }

    @GetMapping("/vouchers/{number}")
    ModelAndView show(Actor actor, @PathVariable String number, Form form) {
        return page(actor, reader.get(actor, number), form, HttpStatus.OK);
    }

    @GetMapping("/vouchers/{number}/{line}")
    String receipt(Actor actor, @PathVariable String number, @PathVariable int line, Model model) {
        var voucher = reader.get(actor, number);
        var shown = voucher.lines().stream()
                .filter(each -> each.number() == line)
                .findFirst()
                .orElseThrow(() -> new Refused(SessionRefusal.UNKNOWN_VOUCHER, number + "/" + line));
        model.addAttribute("voucher", voucher.only(shown));
        model.addAttribute("head", voucher.head());
        model.addAttribute("line", shown);
        model.addAttribute("prints", prints.of(actor, shown.id()));
        model.addAttribute("check", links.of(voucher, shown));
        return "session/voucher/receipt";
    }

    @PostMapping("/vouchers/{number}/reversal")
    ModelAndView reverse(Actor actor, @PathVariable String number, Form form) {
        var voucher = reader.get(actor, number);
        var key = form.key();
        var reason = form.text("reason");
        try {
            var lines = chosen(voucher, form);
            int reversing =
                    reverseLines.run(actor, new Reversal(key, voucher.header().journalId(), lines, reason));
            return SeeOther.to("/vouchers/"
                    + new VoucherNumber(
                            voucher.number().point(), voucher.header().day().getYear(), reversing));
        } catch (Refused refused) {
            form.refuse("reason", refused);
            return page(actor, voucher, form, Answers.status(refused));
        }
    }

    private static List<UUID> chosen(Voucher voucher, Form form) {
        return voucher.lines().stream()
                .filter(line -> !form.text("line-" + line.number()).isEmpty())
                .map(VoucherReader.Line::id)
                .toList();
    }

    private static ModelAndView page(Actor actor, Voucher voucher, Form form, HttpStatus status) {
        form.withKey();
        var page = new ModelAndView("session/voucher/voucher", status);
        page.addObject("voucher", voucher);
        page.addObject("head", voucher.head());
        page.addObject("reversible", voucher.isReversible(actor.id()));
        return page;
    }
}
