package org.dongvon.loan.application.page;

import java.util.List;
import org.dongvon.loan.application.WriteDirectApplication;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A direct application as the applicant brings it to the office: first who and which programme, then what that asks. */
@Controller
class DirectController {

    private final WriteDirectApplication write;
    private final DirectPages pages;

    DirectController(WriteDirectApplication write, DirectPages pages) {
        this.write = write;
        this.pages = pages;
    }

    @GetMapping("/applications/direct")
    ModelAndView blank(Actor actor, Form form) {
        return page(actor, form, List.of(), HttpStatus.OK);
    }

    @PostMapping("/applications/direct")
    ModelAndView create(Actor actor, @RequestParam(defaultValue = "") List<String> priority, Form form) {
        var key = form.key();
        var asks = pages.view(actor, form, priority).asks();
        if (asks == null) {
            return page(actor, form, priority, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            var wish = DirectForm.wish(form, key, asks, priority);
            if (form.isRight()) {
                return SeeOther.to("/applications/" + write.run(actor, wish));
            }
        } catch (Refused refused) {
            form.refuse(DirectForm.field(refused), refused);
            return page(actor, form, priority, Answers.status(refused));
        }
        return page(actor, form, priority, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView page(Actor actor, Form form, List<String> ticked, HttpStatus status) {
        form.withKey();
        var page = new ModelAndView("loan/application/direct", status);
        page.addObject("view", pages.view(actor, form, ticked));
        return page;
    }
}
