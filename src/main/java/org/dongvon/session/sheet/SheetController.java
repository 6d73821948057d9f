package org.dongvon.session.sheet;

import java.util.List;
import org.dongvon.ledger.VoucherNumber;
import org.dongvon.session.sheet.SheetAnswer.Outcome;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

@Controller
class SheetController {

    private final SheetReader reader;
    private final PostSheet postSheet;
    private final Transactions transactions;

    SheetController(SheetReader reader, PostSheet postSheet, Transactions transactions) {
        this.reader = reader;
        this.postSheet = postSheet;
        this.transactions = transactions;
    }

    @ModelAttribute
    Target target(@PathVariable long id, @PathVariable long group, @RequestAttribute("f") Formats formats) {
        return new Target(id, group, formats);
    }

    @GetMapping("/sessions/{id}/sheets/{group}")
    ModelAndView show(Actor actor, @ModelAttribute(binding = false) Target target, Form form, Model model) {
        var sheet = reader.read(actor, target.session(), target.group(), List.of());
        return page(actor, form, model, SheetPage.of(sheet, target.formats()));
    }

    @PostMapping("/sessions/{id}/sheets/{group}")
    ModelAndView post(Actor actor, @ModelAttribute(binding = false) Target target, Form form, Model model) {
        var typed = TypedSheet.of(form);
        var key = form.key();
        if (!form.text("counted").isBlank()) {
            form.money("counted");
        }
        if (!form.isRight()) {
            return again(actor, target, form, model, new Result(typed, null, HttpStatus.UNPROCESSABLE_CONTENT));
        }
        try {
            var sent = typed.only(form.text("do"));
            var sheet = new Sheet(key, target.session(), target.group(), sent.handled(), sent.remarks(), sent.counts());
            var result = form.text("do").equals("check")
                    ? new Result(typed, postSheet.check(actor, sheet, transactions), HttpStatus.OK)
                    : posted(typed, postSheet.run(actor, sheet));
            model.addAttribute("checked", form.text("do").equals("check"));
            return again(actor, target, form, model, result);
        } catch (Refused refused) {
            form.refuse("sheet", refused);
            return again(actor, target, form, model, new Result(typed, null, Answers.status(refused)));
        }
    }

    private static Result posted(TypedSheet typed, SheetAnswer answer) {
        return new Result(
                typed, answer, answer.posted() > 0 || !hasRefused(answer) ? HttpStatus.OK : HttpStatus.CONFLICT);
    }

    private static boolean hasRefused(SheetAnswer answer) {
        return answer.others().stream().anyMatch(line -> line.outcome() == Outcome.REFUSED);
    }

    /** The result page of the voucher when all is well, else the sheet with what is left to do. */
    private ModelAndView again(Actor actor, Target target, Form form, Model model, Result result) {
        var sheet = reader.read(
                actor, target.session(), target.group(), result.typed().loans());
        var answer = result.answer();
        if (answer != null && answer.voucher() > 0) {
            var voucher = new VoucherNumber(
                    sheet.head().place().code(), sheet.head().day().getYear(), answer.voucher());
            if (!hasRefused(answer)) {
                return SeeOther.to("/vouchers/" + voucher);
            }
            model.addAttribute("voucher", voucher);
        }
        model.addAttribute("outcome", answer);
        var page = SheetPage.of(sheet, target.formats(), new SheetPage.Typed(result.typed(), form, answer));
        var view = page(actor, form, model, page);
        view.setStatus(result.status());
        return view;
    }

    private static ModelAndView page(Actor actor, Form form, Model model, SheetPage page) {
        form.withKey();
        model.addAttribute("page", page);
        model.addAttribute("head", page.sheet().head());
        model.addAttribute("mine", page.sheet().head().isTeller(actor.id()));
        return new ModelAndView("session/sheet/sheet");
    }

    /** Which sheet, and in whose language. */
    record Target(long session, long group, Formats formats) {}

    /** What came of sending it. */
    private record Result(TypedSheet typed, @Nullable SheetAnswer answer, HttpStatus status) {}
}
