package org.dongvon.fee.rule;

import java.util.List;
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

/** The rules of fee and commission by date, and the forms that ask for others. */
@Controller
class FeeRuleController {

    private final RateChange rates;
    private final BandChange bands;
    private final SplitChange splits;
    private final RuleDays days;
    private final ChangeForms forms;

    FeeRuleController(RateChange rates, BandChange bands, SplitChange splits, RuleDays days, ChangeForms forms) {
        this.rates = rates;
        this.bands = bands;
        this.splits = splits;
        this.days = days;
        this.forms = forms;
    }

    @GetMapping("/fees/rules")
    ModelAndView index(Actor actor) {
        var page = new ModelAndView("fee/rules");
        page.addObject("rates", rates.rows());
        page.addObject("bands", bands.rows());
        page.addObject("bandFields", BandChange.FIELDS);
        page.addObject("splits", splits.rows());
        page.addObject("splitFields", SplitChange.FIELDS);
        page.addObject("mayAsk", rates.makers().contains(actor.role()));
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
        fill(actor, formats, form, bands.rows().getLast().facts(), BandChange.FIELDS);
        return page("band", BandChange.FIELDS, HttpStatus.OK);
    }

    @PostMapping("/fees/rules/band")
    ModelAndView askBand(Actor actor, Form form) {
        return forms.send(actor, form, BandChange.NAME, BandChange.SUBJECT, wanted(form, BandChange.FIELDS))
                .orElseGet(() -> page("band", BandChange.FIELDS, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @GetMapping("/fees/rules/split")
    ModelAndView split(Actor actor, @RequestAttribute("f") Formats formats, Form form) {
        fill(actor, formats, form, splits.rows().getLast().facts(), SplitChange.FIELDS);
        return page("split", SplitChange.FIELDS, HttpStatus.OK);
    }

    @PostMapping("/fees/rules/split")
    ModelAndView askSplit(Actor actor, Form form) {
        return forms.send(actor, form, SplitChange.NAME, SplitChange.SUBJECT, wanted(form, SplitChange.FIELDS))
                .orElseGet(() -> page("split", SplitChange.FIELDS, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private void fill(Actor actor, Formats formats, Form form, Facts last, List<String> fields) {
        var former = forms.begin(actor, form);
        var shown = former.orElse(last);
        fields.forEach(field -> form.with(field, Percent.show(formats, shown.countOf(field), decimals(field))));
        former.ifPresent(facts -> form.with("from", formats.date(facts.dateOf("from"))));
    }

    private static Facts wanted(Form form, List<String> fields) {
        var wanted = Facts.none();
        for (var field : fields) {
            wanted = wanted.count(field, form.read(field, typed -> Percent.parse(typed, decimals(field)), 0L));
        }
        return wanted.date("from", form.date("from"));
    }

    private static int decimals(String field) {
        return BandChange.FIELDS.contains(field) ? BandChange.decimals(field) : SplitChange.decimals(field);
    }

    private ModelAndView page(String rule, List<String> fields, HttpStatus status) {
        var page = new ModelAndView("fee/rule", status);
        page.addObject("rule", rule);
        page.addObject("fields", fields);
        page.addObject("firstDay", days.firstDay());
        return page;
    }
}
