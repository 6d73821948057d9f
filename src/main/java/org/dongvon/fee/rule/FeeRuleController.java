package org.dongvon.fee.rule;

import java.util.List;
import org.dongvon.shared.Actor;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.timeline.History;
import org.dongvon.shared.timeline.Subject;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** The rules of fee and commission by date, and the forms that ask for others. */
@Controller
class FeeRuleController {

    private final RateChange rates;
    private final BandChange bands;
    private final SplitChange splits;
    private final ProvisionChange provisions;
    private final RuleDays days;
    private final ChangeForms forms;

    FeeRuleController(RateChange rates, List<PercentRule> percentages, RuleDays days, ChangeForms forms) {
        this.rates = rates;
        this.bands = only(percentages, BandChange.class);
        this.splits = only(percentages, SplitChange.class);
        this.provisions = only(percentages, ProvisionChange.class);
        this.days = days;
        this.forms = forms;
    }

    private static <T extends PercentRule> T only(List<PercentRule> rules, Class<T> kind) {
        return rules.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    @GetMapping("/fees/rules")
    ModelAndView index(Actor actor) {
        var page = new ModelAndView("fee/rules");
        page.addObject("rates", rates.rows());
        page.addObject("bands", bands.rows());
        page.addObject("bandFields", bands.fields());
        page.addObject("splits", splits.rows());
        page.addObject("splitFields", splits.fields());
        page.addObject("provisions", provisions.rows());
        page.addObject("provisionFields", provisions.fields());
        page.addObject("mayAsk", rates.makers().contains(actor.role()));
        page.addObject("history", History.ofAll(Subject.Kind.FEE_RULE));
        return page;
    }

    @GetMapping("/fees/rules/rate")
    ModelAndView rate(Actor actor, @RequestAttribute("f") Formats formats, Form form) {
        forms.begin(actor, form)
                .ifPresentOrElse(
                        former -> form.with(
                                        "rate", Percent.show(formats, former.countOf(RateChange.RATE), Percent.RATES))
                                .with("from", formats.date(former.dateOf("from"))),
                        () -> rates.rows().stream()
                                .filter(row -> row.of().toString().equals(form.text("of")))
                                .reduce((earlier, later) -> later)
                                .ifPresent(row -> form.with("rate", Percent.show(formats, row.rate(), Percent.RATES))));
        return ratePage(form, HttpStatus.OK);
    }

    @PostMapping("/fees/rules/rate")
    ModelAndView askRate(Actor actor, Form form) {
        var of = RateChange.Of.parse(form.text("of"));
        var wanted = Facts.none()
                .count(RateChange.RATE, form.read("rate", typed -> Percent.parse(typed, Percent.RATES), 0L))
                .date("from", form.date("from"));
        return forms.send(actor, form, RateChange.NAME, of.toString(), wanted)
                .orElseGet(() -> ratePage(form, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private ModelAndView ratePage(Form form, HttpStatus status) {
        var page = new ModelAndView("fee/rate", status);
        page.addObject("what", rates.describe(form.text("of")));
        page.addObject("firstDay", days.firstDay());
        return page;
    }

    @GetMapping("/fees/rules/band")
    ModelAndView band(Actor actor, @RequestAttribute("f") Formats formats, Form form) {
        return show(actor, formats, form, bands);
    }

    @PostMapping("/fees/rules/band")
    ModelAndView askBand(Actor actor, Form form) {
        return ask(actor, form, bands);
    }

    @GetMapping("/fees/rules/split")
    ModelAndView split(Actor actor, @RequestAttribute("f") Formats formats, Form form) {
        return show(actor, formats, form, splits);
    }

    @PostMapping("/fees/rules/split")
    ModelAndView askSplit(Actor actor, Form form) {
        return ask(actor, form, splits);
    }

    @GetMapping("/fees/rules/provision")
    ModelAndView provision(Actor actor, @RequestAttribute("f") Formats formats, Form form) {
        return show(actor, formats, form, provisions);
    }

    @PostMapping("/fees/rules/provision")
    ModelAndView askProvision(Actor actor, Form form) {
        return ask(actor, form, provisions);
    }

    private ModelAndView show(Actor actor, Formats formats, Form form, PercentRule rule) {
        var former = forms.begin(actor, form);
        var shown = former.orElseGet(() -> rule.rows().getLast().facts());
        rule.fields()
                .forEach(field -> form.with(field, Percent.show(formats, shown.countOf(field), rule.decimals(field))));
        former.ifPresent(facts -> form.with("from", formats.date(facts.dateOf("from"))));
        return page(rule, HttpStatus.OK);
    }

    private ModelAndView ask(Actor actor, Form form, PercentRule rule) {
        var wanted = Facts.none();
        for (var field : rule.fields()) {
            wanted = wanted.count(field, form.read(field, typed -> Percent.parse(typed, rule.decimals(field)), 0L));
        }
        return forms.send(actor, form, rule.name(), PercentRule.SUBJECT, wanted.date("from", form.date("from")))
                .orElseGet(() -> page(rule, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private ModelAndView page(PercentRule rule, HttpStatus status) {
        var page = new ModelAndView("fee/rule", status);
        page.addObject("rule", rule.word());
        page.addObject("fields", rule.fields());
        page.addObject("firstDay", days.firstDay());
        return page;
    }
}
