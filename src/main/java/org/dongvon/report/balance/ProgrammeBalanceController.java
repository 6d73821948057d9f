package org.dongvon.report.balance;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.dongvon.form.StatementPaper;
import org.dongvon.organisation.Unit;
import org.dongvon.report.ReportScope;
import org.dongvon.shared.Actor;
import org.dongvon.shared.text.DateInput;
import org.dongvon.shared.text.Messages;
import org.dongvon.shared.web.PageLanguage;
import org.dongvon.shared.web.WorkbookDownload;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The trial balance by programme as a page, as a workbook and on paper. */
@Controller
class ProgrammeBalanceController {

    private final ProgrammeBalanceReport report;
    private final ReportScope scope;
    private final Messages messages;
    private final StatementPaper paper;

    ProgrammeBalanceController(
            ProgrammeBalanceReport report, ReportScope scope, Messages messages, StatementPaper paper) {
        this.report = report;
        this.scope = scope;
        this.messages = messages;
        this.paper = paper;
    }

    @GetMapping("/reports/trial-balance-by-programme")
    ModelAndView show(
            Actor actor,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String asOf) {
        var asked = asked(actor, unit, from, asOf);
        var page = new ModelAndView("report/trial-balance-by-programme");
        page.addObject("units", scope.units(actor));
        page.addObject("unit", asked.unit);
        page.addObject("statement", asked.statement);
        page.addObject("parts", TrialBalanceStatement.Part.values());
        return page;
    }

    @GetMapping("/reports/trial-balance-by-programme.xlsx")
    ModelAndView workbook(
            Actor actor,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String asOf,
            HttpServletRequest request) {
        var asked = asked(actor, unit, from, asOf);
        var sheets = TrialBalanceSheet.byProgramme(messages, PageLanguage.of(request), asked.unit, asked.statement);
        return WorkbookDownload.of(asked.name(), sheets, asked.statement);
    }

    @GetMapping("/reports/trial-balance-by-programme.pdf")
    ModelAndView print(
            Actor actor,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String asOf,
            HttpServletRequest request) {
        var asked = asked(actor, unit, from, asOf);
        var language = PageLanguage.of(request);
        var sheets = TrialBalanceSheet.byProgramme(messages, language, asked.unit, asked.statement);
        return paper.print(language, asked.name(), asked.statement.to(), sheets).showing(asked.statement);
    }

    private Asked asked(Actor actor, String unit, String from, String asOf) {
        var asked = scope.request(actor, unit, asOf);
        var first = from.isEmpty() ? asked.asOf().withDayOfYear(1) : DateInput.parse(from);
        return new Asked(asked.unit(), report.over(actor, asked.unit(), first, asked.asOf()));
    }

    private record Asked(Unit unit, ProgrammeBalanceStatement statement) {

        String name() {
            return "trial-balance-by-programme-%s-%s-%s"
                    .formatted(unit.code().toLowerCase(Locale.ROOT), statement.from(), statement.to());
        }
    }
}
