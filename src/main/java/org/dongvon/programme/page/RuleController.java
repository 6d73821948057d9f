package org.dongvon.programme.page;

import jakarta.servlet.http.HttpServletRequest;
import org.dongvon.document.Documents;
import org.dongvon.programme.Parameter;
import org.dongvon.programme.Programmes;
import org.dongvon.programme.RuleWords;
import org.dongvon.programme.change.ParameterChange;
import org.dongvon.shared.Actor;
import org.dongvon.shared.timeline.History;
import org.dongvon.shared.timeline.Subject;
import org.dongvon.shared.web.PageLanguage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class RuleController {

    private final Programmes programmes;
    private final Documents documents;
    private final RuleWords words;
    private final ParameterChange change;

    RuleController(Programmes programmes, Documents documents, RuleWords words, ParameterChange change) {
        this.programmes = programmes;
        this.documents = documents;
        this.words = words;
        this.change = change;
    }

    @GetMapping("/rules")
    String index(Actor actor, HttpServletRequest request, Model model) {
        var language = PageLanguage.of(request);
        model.addAttribute("documents", documents.byCode());
        model.addAttribute(
                "mayAsk",
                change.makers().contains(actor.role()) && actor.scope().isCountry());
        model.addAttribute(
                "rules",
                programmes.current().parameters().rows().stream()
                        .map(row -> new Rule(row, words.of(language, row.unit(), row.value())))
                        .toList());
        model.addAttribute("history", History.ofAll(Subject.Kind.RULE));
        return "programme/rules";
    }

    /** A row of the rules with its value in the reader's words. */
    record Rule(Parameter row, String value) {}
}
