package org.dongvon.supervision.cases;

import org.dongvon.shared.Actor;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Asks for a case to be opened or closed; a second person does it. */
@Controller
class CaseChangeController {

    private final CasePages pages;
    private final ChangeForms forms;

    CaseChangeController(CasePages pages, ChangeForms forms) {
        this.pages = pages;
        this.forms = forms;
    }

    @GetMapping("/groups/{code}/cases/new")
    ModelAndView show(Actor actor, @PathVariable String code, @RequestAttribute("f") Formats formats, Form form) {
        var group = pages.group(actor, code);
        form.with("detected", formats.date(group.openDay()))
                .with("principal", "0")
                .with("interest", "0")
                .with("deposit", "0");
        forms.begin(actor, form)
                .ifPresent(former -> form.with("kind", OpenCase.key(former, "kind"))
                        .with("suspect", OpenCase.key(former, "suspect"))
                        .with("source", OpenCase.key(former, "source"))
                        .with("note", former.textOf("note"))
                        .with("loans", former.textOf("loans"))
                        .with("detected", formats.date(former.dateOf("detected")))
                        .with("principal", formats.dong(former.dongOf("principal")))
                        .with("interest", formats.dong(former.dongOf("interest")))
                        .with("deposit", formats.dong(former.dongOf("deposit"))));
        return opening(code, HttpStatus.OK);
    }

    @PostMapping("/groups/{code}/cases/new")
    ModelAndView create(Actor actor, @PathVariable String code, Form form) {
        pages.group(actor, code);
        var wanted = Facts.none()
                .word("kind", form.read("kind", typed -> "lossKind." + LossKind.valueOf(typed), ""))
                .word("suspect", form.read("suspect", typed -> "lossSuspect." + Suspect.valueOf(typed), ""))
                .word("source", form.read("source", typed -> "lossSource." + LossSource.valueOf(typed), ""))
                .text("note", form.text("note"))
                .date("detected", form.date("detected"))
                .text("loans", form.text("loans").strip());
        wanted = OpenCase.facts(
                wanted, new Lost(form.money("principal"), form.money("interest"), form.money("deposit")));
        return forms.send(actor, form, OpenCase.NAME, code, wanted)
                .orElseGet(() -> opening(code, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private static ModelAndView opening(String code, HttpStatus status) {
        var page = new ModelAndView("supervision/cases/opening", status);
        page.addObject("group", code);
        page.addObject("kinds", LossKind.values());
        page.addObject("suspects", Suspect.values());
        page.addObject("sources", LossSource.values());
        return page;
    }

    @GetMapping("/cases/{number}/closing")
    ModelAndView close(Actor actor, @PathVariable String number, Form form) {
        var view = pages.show(actor, number);
        forms.begin(actor, form).ifPresent(former -> form.with("outcome", former.textOf("outcome")));
        return closing(view, HttpStatus.OK);
    }

    @PostMapping("/cases/{number}/closing")
    ModelAndView createClosing(Actor actor, @PathVariable String number, Form form) {
        var view = pages.show(actor, number);
        var wanted = OpenCase.facts(Facts.none(), Lost.NOTHING).text("outcome", form.text("outcome"));
        return forms.send(actor, form, CloseCase.NAME, number, wanted)
                .orElseGet(() -> closing(view, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private static ModelAndView closing(CasePages.CaseView view, HttpStatus status) {
        var page = new ModelAndView("supervision/cases/closing", status);
        page.addObject("loss", view);
        return page;
    }
}
