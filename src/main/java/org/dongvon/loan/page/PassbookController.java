package org.dongvon.loan.page;

import org.dongvon.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

@Controller
class PassbookController {

    private final PassbookPaper paper;

    PassbookController(PassbookPaper paper) {
        this.paper = paper;
    }

    @GetMapping("/loans/{code}/loan-book")
    ModelAndView show(Actor actor, @PathVariable String code) {
        var printed = paper.print(actor, code);
        return printed.file().showing(printed.view());
    }
}
