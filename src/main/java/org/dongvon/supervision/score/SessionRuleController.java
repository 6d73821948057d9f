package org.dongvon.supervision.score;

import org.dongvon.shared.Actor;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.timeline.History;
import org.dongvon.shared.timeline.Subject;
import org.dongvon.shared.web.Form;
import org.dongvon.supervision.weights.WeightedRulePages;
import org.dongvon.supervision.weights.WeightedRulePages.Views;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Asks for new weights and classes of the score of sessions. */
@Controller
class SessionRuleController {

    private final WeightedRulePages pages;

    SessionRuleController(SessionRuleChange change, ChangeForms forms) {
        this.pages =
                new WeightedRulePages(change, forms, new Views("supervision/score/rules", "supervision/score/rule"));
    }

    @GetMapping("/session-scores/rule")
    ModelAndView index(Actor actor) {
        var page = pages.index(actor);
        page.addObject("history", History.ofAll(Subject.Kind.SESSION_RULE));
        return page;
    }

    @GetMapping("/session-scores/rule/change")
    ModelAndView show(Actor actor, @RequestAttribute("f") Formats formats, Form form) {
        return pages.show(actor, formats, form);
    }

    @PostMapping("/session-scores/rule/change")
    ModelAndView create(Actor actor, Form form) {
        return pages.ask(actor, form);
    }
}
