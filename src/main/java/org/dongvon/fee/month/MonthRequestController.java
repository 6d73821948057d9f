package org.dongvon.fee.month;

import org.dongvon.fee.FeeRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Asks for the approval of a computed month, or for taking an approved one back. */
@Controller
class MonthRequestController {

    static final String PATH = "/fees/request";

    private final MonthPages pages;
    private final MonthChange approval;
    private final ChangeForms forms;

    MonthRequestController(MonthPages pages, MonthChange approval, ChangeForms forms) {
        this.pages = pages;
        this.approval = approval;
        this.forms = forms;
    }

    @GetMapping(PATH)
    ModelAndView show(Actor actor, Form form) {
        forms.begin(actor, form);
        return page(actor, form, HttpStatus.OK);
    }

    @PostMapping(PATH)
    ModelAndView create(Actor actor, Form form) {
        var month = FeeMonth.parse(form.text("month"));
        return forms.send(actor, form, kind(form), month.toString(), wanted(actor, form, month))
                .orElseGet(() -> page(actor, form, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private static String kind(Form form) {
        return switch (form.text("of")) {
            case "approval" -> MonthChange.NAME;
            case "back" -> MonthBackChange.NAME;
            default -> throw new Refused(FeeRefusal.UNKNOWN_MONTH, form.text("of"));
        };
    }

    private Facts wanted(Actor actor, Form form, FeeMonth month) {
        return kind(form).equals(MonthChange.NAME) ? approval.wanted(actor, month) : MonthBackChange.wanted();
    }

    private ModelAndView page(Actor actor, Form form, HttpStatus status) {
        var month = FeeMonth.parse(form.text("month"));
        var page = new ModelAndView("fee/request", status);
        page.addObject("of", month);
        page.addObject("kind", kind(form));
        page.addObject("whole", pages.whole(actor, month));
        return page;
    }
}
