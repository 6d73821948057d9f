package org.dongvon.supervision.rating;

import java.util.List;
import java.util.stream.Stream;
import org.dongvon.shared.Actor;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Asks for new weights and classes of the rating. */
@Controller
class RatingRuleController {

    private static final List<String> NUMBERS = Stream.of(
                    RatingRuleChange.WEIGHTS, List.of(RatingRuleChange.LIMIT), RatingRuleChange.CLASSES)
            .flatMap(List::stream)
            .toList();

    private final RatingRuleChange change;
    private final ChangeForms forms;

    RatingRuleController(RatingRuleChange change, ChangeForms forms) {
        this.change = change;
        this.forms = forms;
    }

    @GetMapping("/ratings/rule")
    ModelAndView index(Actor actor) {
        var page = new ModelAndView("supervision/rating-rules");
        page.addObject("numbers", NUMBERS);
        page.addObject("rows", change.rows());
        page.addObject("mayAsk", change.makers().contains(actor.role()));
        return page;
    }

    @GetMapping("/ratings/rule/change")
    ModelAndView show(Actor actor, @RequestAttribute("f") Formats formats, Form form) {
        var former = forms.begin(actor, form);
        var shown = former.orElseGet(() -> change.rows().getLast());
        NUMBERS.forEach(field -> form.with(field, formats.number(shown.countOf(field))));
        former.ifPresent(facts -> form.with("from", formats.date(facts.dateOf("from"))));
        return page(HttpStatus.OK);
    }

    @PostMapping("/ratings/rule/change")
    ModelAndView create(Actor actor, Form form) {
        var wanted = Facts.none();
        for (var field : NUMBERS) {
            wanted = wanted.count(field, form.count(field));
        }
        return forms.send(
                        actor,
                        form,
                        RatingRuleChange.NAME,
                        RatingRuleChange.SUBJECT,
                        wanted.date("from", form.date("from")))
                .orElseGet(() -> page(HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private ModelAndView page(HttpStatus status) {
        var page = new ModelAndView("supervision/rating-rule", status);
        page.addObject("numbers", NUMBERS);
        page.addObject("last", change.rows().getLast());
        page.addObject("firstDay", change.firstDay());
        return page;
    }
}
