package org.dongvon.supervision.usecheck;

import java.util.ArrayList;
import java.util.List;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.dongvon.supervision.usecheck.UsePages.GroupView;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The checks of use of a group's loans: to be entered, entered, printed (06/TD). */
@Controller
class UseCheckController {

    private final UsePages pages;
    private final EnterUseChecks enter;

    UseCheckController(UsePages pages, EnterUseChecks enter) {
        this.pages = pages;
        this.enter = enter;
    }

    @GetMapping("/groups/{code}/use-checks")
    ModelAndView index(
            Actor actor,
            @PathVariable String code,
            @RequestParam(defaultValue = "false") String all,
            @RequestAttribute("f") Formats formats,
            Form form) {
        var view = pages.group(actor, code, all.equals("true"));
        form.with("checked", formats.date(view.group().openDay()));
        form.with("checkers", actor.name());
        for (var row : view.rows()) {
            var loan = row.loan();
            form.with("outstanding-" + loan.code(), formats.dong(row.balance().outstanding()));
            form.with("arrears-" + loan.code(), formats.dong(row.balance().arrears()));
            form.with("overdue-" + loan.code(), formats.dong(row.balance().overdueArrears()));
            form.with("right-" + loan.code(), formats.dong(loan.amount()));
            form.with("wrong-" + loan.code(), "0");
        }
        return page(view, form, HttpStatus.OK);
    }

    @PostMapping("/groups/{code}/use-checks")
    ModelAndView create(Actor actor, @PathVariable String code, Form form) {
        // What was checked before may be on the page too: the form names the loans by itself.
        var view = pages.group(actor, code, true);
        var key = form.key();
        var checked = form.date("checked");
        var lines = lines(view, form);
        if (form.isRight()) {
            try {
                var sheet = new Sheet(code, checked, form.text("checkers"), form.text("remarks"), lines);
                return SeeOther.to("/groups/" + code + "/use-checks/" + enter.run(actor, key, sheet));
            } catch (Refused refused) {
                form.refuse(field(refused), refused);
                return page(view, form, Answers.status(refused));
            }
        }
        return page(view, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static String field(Refused refused) {
        return refused.refusal() == UseRefusal.USE_CHECKERS_MISSING ? "checkers" : "checked";
    }

    /** One line each; a loan whose use is left empty was not visited. */
    private static List<Sheet.Line> lines(GroupView view, Form form) {
        var lines = new ArrayList<Sheet.Line>();
        for (var row : view.rows()) {
            var code = row.loan().code();
            var use = "use-" + code;
            if (form.text(use).isBlank()) {
                continue;
            }
            var balance = new Sheet.Balance(
                    form.money("outstanding-" + code), form.money("arrears-" + code), form.money("overdue-" + code));
            var right = form.money("right-" + code);
            var wrong = form.money("wrong-" + code);
            try {
                var found = new Sheet.Use(
                        form.text(use),
                        right,
                        wrong,
                        !form.text("effect-" + code).equals("NO"),
                        form.text("cause-" + code));
                lines.add(new Sheet.Line(code, balance, found, handling(form, code)));
            } catch (Refused refused) {
                form.refuse(use, refused);
            }
        }
        return lines;
    }

    private static Handling handling(Form form, String code) {
        try {
            return Handling.valueOf(form.text("handling-" + code));
        } catch (IllegalArgumentException notOurs) {
            throw new Refused(SharedRefusal.PAGE_EXPIRED);
        }
    }

    @GetMapping("/groups/{code}/use-checks/form")
    ModelAndView blank(Actor actor, @PathVariable String code) {
        var paper = pages.blank(actor, code);
        return paper.file().showing(paper);
    }

    @GetMapping("/groups/{code}/use-checks/{sheet}/form")
    ModelAndView filled(Actor actor, @PathVariable String code, @PathVariable String sheet) {
        var paper = pages.filled(actor, code, sheet);
        return paper.file().showing(paper);
    }

    private static ModelAndView page(GroupView view, Form form, HttpStatus status) {
        form.withKey();
        var page = new ModelAndView("supervision/usecheck/group", status);
        page.addObject("use", view);
        return page;
    }
}
