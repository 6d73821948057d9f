package org.dongvon.loan.risk.page;

import java.util.Map;
import org.dongvon.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The papers of debts at risk as PDF: of a dossier, and of a list of a round. */
@Controller
class RiskPaperController {

    private final RiskPapers papers;

    RiskPaperController(RiskPapers papers) {
        this.papers = papers;
    }

    @GetMapping("/risk/{code}/papers/{form}")
    ModelAndView show(Actor actor, @PathVariable String code, @PathVariable String form) {
        return papers.ofDossier(actor, code, form).show();
    }

    @GetMapping("/risk-rounds/{round}/{office}/{list}/{contract}/paper")
    ModelAndView list(Actor actor, @PathVariable Map<String, String> path) {
        return papers.ofList(actor, RoundController.subject(path)).show();
    }
}
