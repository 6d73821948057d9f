package org.dongvon.supervision.classification;

import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.dongvon.supervision.classification.ClassifyDebt.Judged;
import org.dongvon.supervision.classification.ClassifyDebt.Noted;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The classification of debts: a year in sums, and the debt of one loan. */
@Controller
class DebtController {

    private final DebtPages pages;
    private final TakeDebts take;
    private final ClassifyDebt classify;

    DebtController(DebtPages pages, TakeDebts take, ClassifyDebt classify) {
        this.pages = pages;
        this.take = take;
        this.classify = classify;
    }

    @GetMapping("/debts")
    ModelAndView index(Actor actor, @RequestParam(defaultValue = "") String year, Form form) {
        form.withKey();
        return years(actor, year(year), HttpStatus.OK);
    }

    @PostMapping("/debts")
    ModelAndView take(Actor actor, Form form) {
        try {
            take.run(actor, form.key());
            return SeeOther.to("/debts");
        } catch (Refused refused) {
            form.refuse("key", refused);
            form.withKey();
            return years(actor, null, Answers.status(refused));
        }
    }

    private ModelAndView years(Actor actor, @Nullable Integer year, HttpStatus status) {
        var page = new ModelAndView("supervision/classification/year", status);
        page.addObject("view", pages.year(actor, year));
        return page;
    }

    @GetMapping("/loans/{code}/classification")
    ModelAndView show(Actor actor, @PathVariable String code, @RequestAttribute("f") Formats formats, Form form) {
        var view = pages.debt(actor, code);
        form.withKey().with("day", formats.date(view.of().round().openDay()));
        var known = view.of().classified();
        if (known.ability() != null && known.cause() != null && known.evidence() != null && view.classifying()) {
            form.with("ability", known.ability()).with("cause", known.cause()).with("note", known.evidence());
        }
        return page(view, HttpStatus.OK);
    }

    @PostMapping("/loans/{code}/classification")
    ModelAndView create(Actor actor, @PathVariable String code, Form form) {
        var view = pages.debt(actor, code);
        var key = form.key();
        try {
            if (view.of().round().closedOn() == null) {
                var judged = new Judged(form.text("ability"), form.text("cause"), form.text("note"));
                classify.classify(actor, key, code, judged);
            } else {
                var day = form.date("day");
                if (!form.isRight()) {
                    return page(view, HttpStatus.UNPROCESSABLE_CONTENT);
                }
                classify.follow(actor, key, code, new Noted(form.text("measure"), day, form.text("note")));
            }
            return SeeOther.to("/loans/" + code + "/classification");
        } catch (Refused refused) {
            form.refuse(field(refused), refused);
            form.withKey();
            return page(view, Answers.status(refused));
        }
    }

    private static String field(Refused refused) {
        return refused.refusal() instanceof DebtRefusal debt
                ? switch (debt) {
                    case DEBT_CLASS_UNKNOWN -> "ability";
                    case DEBT_CAUSE_UNKNOWN -> "cause";
                    case DEBT_MEASURE_UNKNOWN -> "measure";
                    case DEBT_DAY_AHEAD, DEBT_DAY_BEFORE_ROUND -> "day";
                    default -> "note";
                }
                : "note";
    }

    private static ModelAndView page(DebtPages.DebtView view, HttpStatus status) {
        var page = new ModelAndView("supervision/classification/debt", status);
        page.addObject("view", view);
        return page;
    }

    /** A year of an address, which a page made; anything else is as if there were none. */
    static @Nullable Integer year(String text) {
        return text.matches("[12][0-9]{3}") ? Integer.valueOf(text) : null;
    }
}
