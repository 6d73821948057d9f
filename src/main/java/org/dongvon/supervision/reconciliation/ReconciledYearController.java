package org.dongvon.supervision.reconciliation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import org.dongvon.shared.Actor;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.dongvon.shared.web.CsvDownload;
import org.dongvon.shared.web.PageLanguage;
import org.dongvon.supervision.reconciliation.ReconciledYears.Report;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The public reconciliation of a year, as a page and as a file. */
@Controller
class ReconciledYearController {

    private final ReconciledYears years;
    private final Messages messages;

    ReconciledYearController(ReconciledYears years, Messages messages) {
        this.years = years;
        this.messages = messages;
    }

    @GetMapping("/reconciliations")
    String index(
            Actor actor,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String point,
            Model model) {
        model.addAttribute("report", years.of(actor, year(year), point(point)));
        return "supervision/reconciliation/year";
    }

    @GetMapping("/reconciliations.csv")
    ModelAndView file(
            Actor actor,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String point) {
        var report = years.of(actor, year(year), point(point));
        var language = PageLanguage.of(request);
        return new ModelAndView((model, asked, response) -> write(response, language, report), Map.of());
    }

    private void write(HttpServletResponse response, Language language, Report report) {
        var header = Arrays.stream(
                        "code name households loans owed reconciled reconciled-amount missing differing off open"
                                .split(" "))
                .map(column -> messages.text(language, "reconciled-year.column." + column))
                .toArray(String[]::new);
        try (var file = CsvDownload.to(response, "reconciliation-" + report.until() + ".csv", header)) {
            for (var row : report.rows()) {
                file.row(
                        row.code(),
                        row.name(),
                        row.owed().households(),
                        row.owed().loans(),
                        row.owed().amount().amount(),
                        row.reconciled().loans(),
                        row.reconciled().amount().amount(),
                        row.share().missing(report.targets().yearly()),
                        row.differences().lines(),
                        row.differences().principal().amount(),
                        row.differences().open());
            }
        }
    }

    /** A year of an address, which a page made; anything else is as if there were none. */
    private static @Nullable Integer year(String typed) {
        return typed.matches("20[0-9]{2}") ? Integer.valueOf(typed) : null;
    }

    private static @Nullable String point(String typed) {
        return typed.isBlank() ? null : typed;
    }
}
