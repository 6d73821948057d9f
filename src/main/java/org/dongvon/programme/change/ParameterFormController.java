package org.dongvon.programme.change;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dongvon.programme.Parameter;
import org.dongvon.programme.ParameterUnit;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Asks for a new value of a rule. */
@Controller
class ParameterFormController {

    private final ParameterChange change;
    private final ChangeForms forms;

    ParameterFormController(ParameterChange change, ChangeForms forms) {
        this.change = change;
        this.forms = forms;
    }

    @GetMapping("/rules/{code}/change")
    ModelAndView show(Actor actor, @PathVariable String code, @RequestAttribute("f") Formats formats, Form form) {
        var row = last(code);
        var former = forms.begin(actor, form);
        var value = former.map(facts -> facts.textOf("value")).orElse(row.value());
        fill(form, row.unit(), value);
        former.ifPresent(facts -> form.with("from", formats.date(facts.dateOf("from"))));
        return page(row, HttpStatus.OK);
    }

    @PostMapping("/rules/{code}/change")
    ModelAndView create(Actor actor, @PathVariable String code, Form form) {
        var row = last(code);
        var kind = RuleValue.of(row.code(), row.unit());
        var value = row.unit() == ParameterUnit.LIST
                ? form.read(
                        "value", first -> kind.parse(joined(form, kind.names().size())), "")
                : form.read("value", kind::parse, "");
        var wanted = Facts.none().text("value", value).date("from", form.date("from"));
        return forms.send(actor, form, ParameterChange.NAME, code, wanted)
                .orElseGet(() -> page(row, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    /** An order is chosen place by place: the first field is {@code value}, then {@code value-2}, … */
    private static String joined(Form form, int places) {
        return IntStream.rangeClosed(1, places)
                .mapToObj(place -> form.text(field(place)))
                .collect(Collectors.joining(";"));
    }

    private static void fill(Form form, ParameterUnit unit, String value) {
        var parts = unit == ParameterUnit.LIST ? List.of(value.split(";")) : Collections.singletonList(value);
        for (int place = 1; place <= parts.size(); place++) {
            form.with(field(place), parts.get(place - 1));
        }
    }

    private static String field(int place) {
        return place == 1 ? "value" : "value-" + place;
    }

    private Parameter last(String code) {
        return change.rows(ParameterChange.code(code)).getLast();
    }

    private ModelAndView page(Parameter row, HttpStatus status) {
        var page = new ModelAndView("programme/rule-change", status);
        page.addObject("row", row);
        page.addObject("history", History.of(Subject.Kind.RULE, row.code().name()));
        page.addObject("names", RuleValue.of(row.code(), row.unit()).names());
        page.addObject("firstDay", change.firstDay());
        return page;
    }
}
