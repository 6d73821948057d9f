package org.dongvon.supervision.weights;

import org.dongvon.shared.Actor;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** The page of a rule of weights and the form that asks for other ones. */
public final class WeightedRulePages {

    private final WeightedRule rule;
    private final ChangeForms forms;
    private final Views views;

    public WeightedRulePages(WeightedRule rule, ChangeForms forms, Views views) {
        this.rule = rule;
        this.forms = forms;
        this.views = views;
    }

    /** The templates of the rows and of the form. */
    public record Views(String rows, String form) {}

    public ModelAndView index(Actor actor) {
        var page = new ModelAndView(views.rows());
        page.addObject("numbers", rule.numbers());
        page.addObject("rows", rule.rows());
        page.addObject("mayAsk", rule.makers().contains(actor.role()));
        return page;
    }

    public ModelAndView show(Actor actor, Formats formats, Form form) {
        var former = forms.begin(actor, form);
        var shown = former.orElseGet(() -> rule.rows().getLast());
        rule.numbers().forEach(field -> form.with(field, formats.number(shown.countOf(field))));
        former.ifPresent(facts -> form.with("from", formats.date(facts.dateOf("from"))));
        return page(HttpStatus.OK);
    }

    public ModelAndView ask(Actor actor, Form form) {
        var wanted = Facts.none();
        for (var field : rule.numbers()) {
            wanted = wanted.count(field, form.count(field));
        }
        return forms.send(actor, form, rule.name(), rule.subject(), wanted.date("from", form.date("from")))
                .orElseGet(() -> page(HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private ModelAndView page(HttpStatus status) {
        var page = new ModelAndView(views.form(), status);
        page.addObject("numbers", rule.numbers());
        page.addObject("last", rule.rows().getLast());
        page.addObject("firstDay", rule.firstDay());
        return page;
    }
}
