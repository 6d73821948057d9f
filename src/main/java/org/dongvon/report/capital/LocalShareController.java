package org.dongvon.report.capital;

import java.util.Map;
import org.dongvon.report.ReportRequest;
import org.dongvon.report.ReportScope;
import org.dongvon.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class LocalShareController {

    private final LocalShareReport report;
    private final CapitalReport capital;
    private final ReportScope scope;

    LocalShareController(LocalShareReport report, CapitalReport capital, ReportScope scope) {
        this.report = report;
        this.capital = capital;
        this.scope = scope;
    }

    @GetMapping("/reports/local-share")
    String show(Actor actor, @RequestParam Map<String, String> query, Model model) {
        var asked = asked(actor, query);
        var typed = new ShareQuestion.Typed(
                text(query, "target"),
                text(query, "year"),
                text(query, "growth"),
                text(query, "add"),
                text(query, "from"));
        var question = typed.question(asked.asOf());
        model.addAttribute("units", scope.units(actor));
        model.addAttribute("asked", asked);
        model.addAttribute("typed", typed);
        model.addAttribute("evidence", report.evidence(actor, asked, question));
        model.addAttribute("days", capital.publishedDays(actor, asked.unit()));
        return "report/local-share";
    }

    private ReportRequest asked(Actor actor, Map<String, String> query) {
        return scope.requestOfPrinted(
                actor,
                text(query, "unit"),
                text(query, "asOf"),
                each -> !capital.publishedDays(actor, each).isEmpty());
    }

    private static String text(Map<String, String> query, String name) {
        // PostgreSQL keeps no NUL; nobody types one.
        return query.getOrDefault(name, "").replace("\0", "").strip();
    }
}
