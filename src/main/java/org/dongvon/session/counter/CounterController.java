package org.dongvon.session.counter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.household.FindByIdentity;
import org.dongvon.ledger.VoucherNumber;
import org.dongvon.session.counter.CounterDesk.AtCounter;
import org.dongvon.session.sheet.LateReceipts;
import org.dongvon.session.sheet.PostLateReceipt;
import org.dongvon.session.sheet.PostSheet;
import org.dongvon.session.sheet.Remark;
import org.dongvon.session.sheet.Sheet;
import org.dongvon.session.sheet.SheetAnswer;
import org.dongvon.session.sheet.SheetLine;
import org.dongvon.session.sheet.SheetLine.Payer;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.MoneyInput;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

@Controller
class CounterController {

    private final CounterDesk desk;
    private final PostSheet postSheet;
    private final PostLateReceipt postLateReceipt;
    private final LateReceipts lateReceipts;
    private final Transactions transactions;

    CounterController(
            CounterDesk desk,
            PostSheet postSheet,
            PostLateReceipt postLateReceipt,
            LateReceipts lateReceipts,
            Transactions transactions) {
        this.desk = desk;
        this.postSheet = postSheet;
        this.postLateReceipt = postLateReceipt;
        this.lateReceipts = lateReceipts;
        this.transactions = transactions;
    }

    @GetMapping("/sessions/{id}/counter")
    String find(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String q, Model model) {
        var found = desk.find(actor, id, q);
        model.addAttribute("head", found.head());
        model.addAttribute("found", found);
        model.addAttribute("q", q);
        model.addAttribute("mine", found.head().isTeller(actor.id()));
        return "session/counter/find";
    }

    /** What was typed is posted: an identity number is looked up at once, everything else goes into the address. */
    @PostMapping("/sessions/{id}/counter")
    ModelAndView search(Actor actor, @PathVariable long id, Form form) {
        var typed = form.text("q");
        if (!FindByIdentity.isNumber(typed)) {
            var address = UriComponentsBuilder.fromPath("/sessions/" + id + "/counter");
            return SeeOther.to(address.queryParam("q", typed).encode().build().toUriString());
        }
        var found = desk.findByIdentity(actor, id, typed);
        var page = new ModelAndView("session/counter/find");
        page.addObject("head", found.head());
        page.addObject("found", found);
        page.addObject("q", "");
        page.addObject("byNumber", true);
        page.addObject("mine", found.head().isTeller(actor.id()));
        return page;
    }

    @GetMapping("/sessions/{id}/counter/{loan}")
    ModelAndView show(
            Actor actor,
            @PathVariable long id,
            @PathVariable long loan,
            @RequestAttribute("f") Formats formats,
            Form form) {
        var counter = desk.open(actor, id, loan);
        var principal = counter.debt().principal();
        form.with("line", UUID.randomUUID().toString());
        form.with("interest", formats.dong(counter.interest()));
        form.with(
                "principal",
                formats.dong(form.text("payoff").isEmpty() ? principal.wanted() : principal.outstanding()));
        return page(actor, form, counter, HttpStatus.OK);
    }

    @PostMapping("/sessions/{id}/counter/{loan}")
    ModelAndView take(Actor actor, @PathVariable long id, @PathVariable long loan, Form form) {
        var counter = desk.open(actor, id, loan);
        var key = form.key();
        var line = form.key("line");
        var principal = amount(form, "principal");
        var interest = amount(form, "interest");
        var remark = remark(form);
        var valueDate = form.text("valueDate").isBlank() ? null : form.date("valueDate");
        if (!form.isRight()) {
            return page(actor, form, counter, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            var sheet = sheet(key, counter, payment(line, counter, interest, principal), remark);
            var answer = post(actor, sheet, valueDate, form.text("do").equals("check"));
            return answered(actor, form, counter, answer, line);
        } catch (Refused refused) {
            form.refuse("principal", refused);
            return page(actor, form, counter, Answers.status(refused));
        }
    }

    private SheetAnswer post(Actor actor, Sheet sheet, @Nullable LocalDate valueDate, boolean checking) {
        if (valueDate == null) {
            return checking ? postSheet.check(actor, sheet, transactions) : postSheet.run(actor, sheet);
        }
        return checking ? postLateReceipt.check(actor, sheet, valueDate) : postLateReceipt.run(actor, sheet, valueDate);
    }

    private static Dong amount(Form form, String field) {
        return form.text(field).isBlank() ? Dong.ZERO : form.read(field, MoneyInput::parse, Dong.ZERO);
    }

    /** The note, and whoever pays in the borrower's stead; what is wrong is marked at the field it is about. */
    private static Remark remark(Form form) {
        var note =
                form.read("note", text -> new Remark(text, null), Remark.NONE).note();
        return form.read("paidBy", name -> Remark.of(note, name, form.text("relation")), Remark.NONE);
    }

    private static SheetLine payment(UUID line, AtCounter counter, Dong interest, Dong principal) {
        var membership = counter.debt().membership();
        return new SheetLine(
                line,
                membership == null ? 0 : membership.memberId(),
                counter.debt().id(),
                interest,
                Dong.ZERO,
                principal,
                Payer.BORROWER);
    }

    private static Sheet sheet(UUID key, AtCounter counter, SheetLine line, Remark remark) {
        var membership = counter.debt().membership();
        Long group = membership == null ? null : (Long) membership.groupId();
        return new Sheet(key, counter.head().id(), group, List.of(line), Map.of(line.lineId(), remark));
    }

    private ModelAndView answered(Actor actor, Form form, AtCounter counter, SheetAnswer answer, UUID line) {
        if (answer.voucher() > 0) {
            var number = new VoucherNumber(
                    counter.head().place().code(), counter.head().day().getYear(), answer.voucher());
            return SeeOther.to("/vouchers/" + number + "/1");
        }
        var result = answer.of(line);
        var page = page(actor, form, counter, status(result));
        page.addObject("result", result);
        return page;
    }

    private static HttpStatus status(SheetAnswer.LineResult result) {
        return switch (result.outcome()) {
            case POSTED, ALREADY_POSTED -> HttpStatus.OK;
            case ABSENT -> HttpStatus.UNPROCESSABLE_CONTENT;
            case REFUSED -> HttpStatus.CONFLICT;
        };
    }

    private ModelAndView page(Actor actor, Form form, AtCounter counter, HttpStatus status) {
        form.withKey();
        var page = new ModelAndView("session/counter/pay", status);
        page.addObject("counter", counter);
        page.addObject("head", counter.head());
        page.addObject("debt", counter.debt());
        page.addObject("split", counter.split(typed(form)));
        page.addObject("mine", counter.head().isTeller(actor.id()));
        page.addObject("daysBack", lateReceipts.daysBack(counter.head().day()));
        return page;
    }

    private static Dong typed(Form form) {
        try {
            return form.text("principal").isBlank() ? Dong.ZERO : MoneyInput.parse(form.text("principal"));
        } catch (Refused refused) {
            return Dong.ZERO;
        }
    }
}
