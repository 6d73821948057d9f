package org.dongvon.programme.change;

import java.util.List;
import java.util.stream.Collectors;
import org.dongvon.programme.ProgrammeRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Asks for a new row of a programme's rule: chosen, ticked or typed, as the rule is. */
@Controller
class TermFormController {

    private final TermChange change;
    private final ChangeForms forms;

    TermFormController(TermChange change, ChangeForms forms) {
        this.change = change;
        this.forms = forms;
    }

    @GetMapping("/programmes/{code}/rules/{rule}/change")
    ModelAndView show(
            Actor actor,
            @PathVariable String code,
            @PathVariable String rule,
            @RequestAttribute("f") Formats formats,
            Form form) {
        var subject = code + ":" + rule;
        var rows = change.rows(subject);
        var former = forms.begin(actor, form);
        former.ifPresent(facts -> form.with("from", formats.date(facts.dateOf("from"))));
        var value = former.map(facts -> facts.textOf("value"))
                .orElse(rows.isEmpty() ? "" : rows.getLast().value());
        fill(form, change.value(change.subject(subject).code()), value);
        return page(subject, HttpStatus.OK);
    }

    @PostMapping("/programmes/{code}/rules/{rule}/change")
    ModelAndView create(Actor actor, @PathVariable String code, @PathVariable String rule, Form form) {
        var subject = code + ":" + rule;
        var kind = change.value(change.subject(subject).code());
        var value = form.read("value", first -> typed(form, kind), "");
        var wanted = Facts.none().text("value", value).date("from", form.date("from"));
        return forms.send(actor, form, TermChange.NAME, subject, wanted)
                .orElseGet(() -> page(subject, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private static String typed(Form form, TermValue kind) {
        if (kind.isSeveral()) {
            var ticked = kind.choices().stream()
                    .filter(each -> !form.text("value-" + each).isEmpty())
                    .collect(Collectors.joining(";"));
            return ticked.isEmpty() && kind.isOfProgrammes() ? "NONE" : required(ticked);
        }
        var chosen = form.text("choice");
        if (!chosen.isEmpty()) {
            if (!kind.choices().contains(chosen)) {
                throw new Refused(ProgrammeRefusal.TERM_VALUE_UNREADABLE, "", kind.code());
            }
            return chosen;
        }
        return kind.parse(required(form.text("value")));
    }

    private static String required(String text) {
        if (text.isBlank()) {
            throw new Refused(SharedRefusal.MISSING_FIELD);
        }
        return text;
    }

    private static void fill(Form form, TermValue kind, String value) {
        if (kind.isSeveral()) {
            for (var part : List.of(value.split(";"))) {
                form.with("value-" + part, "x");
            }
        } else if (kind.choices().contains(value)) {
            form.with("choice", value);
        } else {
            form.with("value", value);
        }
    }

    private ModelAndView page(String subject, HttpStatus status) {
        var of = change.subject(subject);
        var rows = change.rows(subject);
        var page = new ModelAndView("programme/term-change", status);
        page.addObject("of", of);
        page.addObject("name", change.describe(subject));
        page.addObject("kind", change.value(of.code()));
        page.addObject("last", rows.isEmpty() ? null : rows.getLast());
        page.addObject("firstDay", change.firstDay());
        return page;
    }
}
