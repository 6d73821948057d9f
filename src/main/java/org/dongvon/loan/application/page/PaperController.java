package org.dongvon.loan.application.page;

import org.dongvon.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The papers of an application as PDF. */
@Controller
class PaperController {

    private final ApplicationPapers papers;

    PaperController(ApplicationPapers papers) {
        this.papers = papers;
    }

    @GetMapping("/applications/{code}/papers/{form}")
    ModelAndView show(Actor actor, @PathVariable String code, @PathVariable String form) {
        return papers.print(actor, code, form).show();
    }
}
