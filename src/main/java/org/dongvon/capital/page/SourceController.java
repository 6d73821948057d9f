package org.dongvon.capital.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.dongvon.form.StatementPaper;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.text.DateInput;
import org.dongvon.shared.text.Messages;
import org.dongvon.shared.web.PageLanguage;
import org.dongvon.shared.web.WorkbookDownload;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Capital by its kinds at two days: on the day that is asked for, and at the end of the year before. */
@Controller
class SourceController {

    private final SourceTable table;
    private final BusinessDays days;
    private final Messages messages;
    private final StatementPaper paper;

    SourceController(SourceTable table, BusinessDays days, Messages messages, StatementPaper paper) {
        this.messages = messages;
        this.paper = paper;
        this.table = table;
        this.days = days;
    }

    @GetMapping("/capital/sources")
    String show(
            Actor actor,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String base,
            Model model) {
        var asked = asked(actor, asOf, base);
        model.addAttribute("day", asked.day);
        model.addAttribute("base", asked.base);
        model.addAttribute("table", asked.table);
        return "capital/sources";
    }

    @GetMapping("/capital/sources.xlsx")
    ModelAndView workbook(
            Actor actor,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String base,
            HttpServletRequest request) {
        var asked = asked(actor, asOf, base);
        var sheet = SourceSheet.of(messages, PageLanguage.of(request), asked.base, asked.day, asked.table);
        return WorkbookDownload.of(asked.name(), List.of(sheet), asked.table);
    }

    @GetMapping("/capital/sources.pdf")
    ModelAndView print(
            Actor actor,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String base,
            HttpServletRequest request) {
        var asked = asked(actor, asOf, base);
        var language = PageLanguage.of(request);
        var sheet = SourceSheet.of(messages, language, asked.base, asked.day, asked.table);
        return paper.print(language, asked.name(), asked.day, List.of(sheet)).showing(asked.table);
    }

    private Asked asked(Actor actor, String asOf, String base) {
        var day = asOf.isEmpty() ? today(actor) : DateInput.parse(asOf);
        var from = base.isEmpty() ? LocalDate.of(day.getYear() - 1, 12, 31) : DateInput.parse(base);
        return new Asked(from, day, table.at(actor, from, day));
    }

    private record Asked(LocalDate base, LocalDate day, SourceTable.Table table) {

        String name() {
            return "capital-" + base + "-" + day;
        }
    }

    private LocalDate today(Actor reader) {
        return reader.officeId() != 0
                ? days.today(reader.officeId())
                : days.latest().orElse(LocalDate.EPOCH);
    }
}
