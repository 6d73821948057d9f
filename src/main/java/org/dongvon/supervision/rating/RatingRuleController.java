package org.dongvon.supervision.rating;

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

/** Asks for new weights and classes of the rating. */
@Controller
class RatingRuleController {

    private final WeightedRulePages pages;

    RatingRuleController(RatingRuleChange change, ChangeForms forms) {
        this.pages =
                new WeightedRulePages(change, forms, new Views("supervision/rating-rules", "supervision/rating-rule"));
    }

    @GetMapping("/ratings/rule")
    ModelAndView index(Actor actor) {
        var page = pages.index(actor);
        page.addObject("history", History.ofAll(Subject.Kind.RATING_RULE));
        return page;
    }

    @GetMapping("/ratings/rule/change")
    ModelAndView show(Actor actor, @RequestAttribute("f") Formats formats, Form form) {
        return pages.show(actor, formats, form);
    }

    @PostMapping("/ratings/rule/change")
    ModelAndView create(Actor actor, Form form) {
        return pages.ask(actor, form);
    }
}
