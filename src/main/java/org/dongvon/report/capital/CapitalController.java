package org.dongvon.report.capital;

import org.dongvon.report.ReportScope;
import org.dongvon.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class CapitalController {

    private final CapitalReport report;
    private final ReportScope scope;

    CapitalController(CapitalReport report, ReportScope scope) {
        this.report = report;
        this.scope = scope;
    }

    @GetMapping("/reports/capital")
    String show(
            Actor actor,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String asOf,
            Model model) {
        var asked = scope.requestOfPrinted(
                actor, unit, asOf, each -> !report.publishedDays(actor, each).isEmpty());
        model.addAttribute("units", scope.units(actor));
        model.addAttribute("asked", asked);
        model.addAttribute("evidence", report.evidence(actor, asked));
        model.addAttribute("printed", report.published(actor, asked));
        model.addAttribute("days", report.publishedDays(actor, asked.unit()));
        return "report/capital";
    }
}
