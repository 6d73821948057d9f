package org.dongvon.supervision.reconciliation;

import java.util.ArrayList;
import java.util.List;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.dongvon.supervision.reconciliation.ReconciliationPages.SheetView;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** One reconciliation: what members say, and what follows where that differs from the books. */
@Controller
class ReconciliationSheetController {

    private static final String NO_CAUSE = "NONE";

    private final ReconciliationPages pages;
    private final EnterAnswers enter;
    private final FollowDifference follow;

    ReconciliationSheetController(ReconciliationPages pages, EnterAnswers enter, FollowDifference follow) {
        this.pages = pages;
        this.enter = enter;
        this.follow = follow;
    }

    @GetMapping("/groups/{code}/reconciliations/{sheet}")
    ModelAndView show(
            Actor actor,
            @PathVariable String code,
            @PathVariable String sheet,
            @RequestAttribute("f") Formats formats,
            Form form) {
        var view = pages.sheet(actor, code, sheet);
        for (var line : view.open()) {
            form.with("principal-" + line.number(), formats.dong(line.book().principal()))
                    .with("interest-" + line.number(), formats.dong(line.book().interest()))
                    .with("deposit-" + line.number(), formats.dong(line.book().deposit()))
                    .with("deadline-" + line.number(), formats.date(view.deadline()));
        }
        return page(view, form, HttpStatus.OK);
    }

    /** The step is {@code answers}, or {@code measure} or {@code closing} of the line that the form names. */
    @PostMapping("/groups/{code}/reconciliations/{sheet}")
    ModelAndView create(Actor actor, @PathVariable String code, @PathVariable String sheet, Form form) {
        var view = pages.sheet(actor, code, sheet);
        var field = form.text("step").equals("answers") ? "answers" : "measure-" + form.text("line");
        try {
            if (field.equals("answers")) {
                enter(actor, view, form);
            } else {
                follow(actor, view, form);
            }
        } catch (Refused refused) {
            form.refuse(field, refused);
            return page(view, form, Answers.status(refused));
        }
        return form.isRight()
                ? SeeOther.to("/groups/" + code + "/reconciliations/" + sheet)
                : page(view, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private void enter(Actor actor, SheetView view, Form form) {
        var key = form.key();
        var answers = answers(view, form);
        if (form.isRight()) {
            enter.run(actor, key, view.head().id(), answers);
        }
    }

    /** One each of those who were there; whoever was not is left open. */
    private static List<Said> answers(SheetView view, Form form) {
        var answers = new ArrayList<Said>();
        for (var line : view.lines()) {
            int n = line.number();
            if (!form.text("there-" + n).equals("YES")) {
                continue;
            }
            var balance = new Said.Balance(
                    form.money("principal-" + n),
                    form.money("interest-" + n),
                    line.firstOfMember()
                            ? form.money("deposit-" + n)
                            : line.book().deposit());
            var cause = form.read("cause-" + n, ReconciliationSheetController::cause, List.<DifferenceCause>of());
            if (cause.isEmpty()) {
                answers.add(new Said(n, balance, null));
                continue;
            }
            var deadline = form.date("deadline-" + n);
            try {
                answers.add(
                        new Said(n, balance, new Said.Why(cause.getFirst(), form.text("responsible-" + n), deadline)));
            } catch (Refused refused) {
                form.refuse("responsible-" + n, refused);
            }
        }
        return answers;
    }

    private static List<DifferenceCause> cause(String typed) {
        return typed.isEmpty() || typed.equals(NO_CAUSE) ? List.of() : List.of(DifferenceCause.valueOf(typed));
    }

    private void follow(Actor actor, SheetView view, Form form) {
        int line = form.count("line");
        var key = form.key();
        var of = new FollowDifference.OfLine(view.head().id(), line);
        if (!form.isRight()) {
            return;
        }
        if (form.text("step").equals("closing")) {
            follow.close(actor, key, of, form.text("measure"), form.text("evidence"));
        } else {
            follow.measure(actor, key, of, form.text("measure"), form.text("evidence"));
        }
    }

    private static ModelAndView page(SheetView view, Form form, HttpStatus status) {
        form.withKey();
        var page = new ModelAndView("supervision/reconciliation/sheet", status);
        page.addObject("reconciling", view);
        page.addObject("causes", DifferenceCause.values());
        return page;
    }
}
