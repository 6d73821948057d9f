package org.dongvon.report.capital;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.dongvon.report.ReportRequest;
import org.dongvon.report.ReportScope;
import org.dongvon.shared.Actor;
import org.dongvon.shared.text.Messages;
import org.dongvon.shared.web.CsvDownload;
import org.dongvon.shared.web.PageLanguage;
import org.dongvon.shared.web.WorkbookDownload;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The local share by year, as a page and as files. */
@Controller
class ShareYearsController {

    private final ShareYears years;
    private final CapitalReport capital;
    private final ReportScope scope;
    private final Messages messages;

    ShareYearsController(ShareYears years, CapitalReport capital, ReportScope scope, Messages messages) {
        this.years = years;
        this.capital = capital;
        this.scope = scope;
        this.messages = messages;
    }

    @GetMapping("/reports/local-share-years")
    String show(
            Actor actor,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String asOf,
            Model model) {
        var asked = asked(actor, unit, asOf);
        model.addAttribute("units", scope.units(actor));
        model.addAttribute("asked", asked);
        model.addAttribute("statement", years.run(actor, asked));
        return "report/local-share-years";
    }

    @GetMapping("/reports/local-share-years.csv")
    void csv(
            Actor actor,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String asOf,
            HttpServletResponse response) {
        var statement = years.run(actor, asked(actor, unit, asOf));
        var fields = ShareYearsFile.FIELDS.toArray(String[]::new);
        try (var file = CsvDownload.to(response, name(statement) + ".csv", fields)) {
            ShareYearsFile.rows(statement).forEach(row -> file.row(row.toArray()));
        }
    }

    @GetMapping("/reports/local-share-years.xlsx")
    ModelAndView xlsx(
            Actor actor,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String asOf,
            HttpServletRequest request) {
        var statement = years.run(actor, asked(actor, unit, asOf));
        var language = PageLanguage.of(request);
        var titles = ShareYearsFile.FIELDS.stream()
                .map(field -> messages.text(language, "share.field." + field))
                .toList();
        return WorkbookDownload.of(name(statement), List.of(ShareYearsFile.sheet(statement, titles)), statement);
    }

    private ReportRequest asked(Actor actor, String unit, String asOf) {
        return scope.requestOfPrinted(
                actor, unit, asOf, each -> !capital.publishedDays(actor, each).isEmpty());
    }

    private static String name(ShareYearsStatement statement) {
        return "local-share-%s-%s".formatted(statement.unit().toLowerCase(Locale.ROOT), statement.asOf());
    }
}
