package org.dongvon.loan.servicing;

import java.time.LocalDate;
import org.dongvon.loan.servicing.AdjustInstalment.Subject;
import org.dongvon.shared.Actor;
import org.dongvon.shared.web.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The papers that a household signs before its request is entered: 08/TD, 09/TD. */
@Controller
class RequestPaperController {

    private static final String ASKED = "asked";

    private final RequestPapers papers;

    RequestPaperController(RequestPapers papers) {
        this.papers = papers;
    }

    @GetMapping("/loans/{code}/instalments/{seq}/paper")
    ModelAndView show(Actor actor, @PathVariable String code, @PathVariable String seq, Form form) {
        return papers.adjustment(actor, Subject.parse(code + ":" + seq), asked(form))
                .show();
    }

    @GetMapping("/loans/{code}/extension/paper")
    ModelAndView index(Actor actor, @PathVariable String code, Form form) {
        return papers.extension(actor, code, asked(form)).show();
    }

    private static LocalDate asked(Form form) {
        var day = form.date(ASKED);
        var wrong = form.wrong(ASKED);
        if (wrong != null) {
            throw wrong;
        }
        return day;
    }
}
