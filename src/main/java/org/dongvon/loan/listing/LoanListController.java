package org.dongvon.loan.listing;

import java.util.Map;
import org.dongvon.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class LoanListController {

    private final LoanListPages pages;

    LoanListController(LoanListPages pages) {
        this.pages = pages;
    }

    @GetMapping("/loans")
    String list(Actor actor, @RequestParam Map<String, String> query, Model model) {
        var filter = LoanFilter.of(query);
        var jump = pages.jump(actor, filter);
        if (jump.isPresent()) {
            return "redirect:" + jump.get();
        }
        model.addAttribute("list", pages.show(actor, filter));
        return "loan/loans";
    }
}
