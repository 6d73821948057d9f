package org.dongvon.supervision.classification;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import org.dongvon.form.StatementPaper;
import org.dongvon.shared.Actor;
import org.dongvon.shared.web.PageLanguage;
import org.dongvon.shared.web.WorkbookDownload;
import org.dongvon.supervision.classification.DebtPages.FileView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The classification of a year, or of one of its points, to take along: as a workbook or on paper. */
@Controller
class DebtFileController {

    private final DebtPages pages;
    private final DebtSheets sheets;
    private final StatementPaper paper;

    DebtFileController(DebtPages pages, DebtSheets sheets, StatementPaper paper) {
        this.pages = pages;
        this.sheets = sheets;
        this.paper = paper;
    }

    @GetMapping("/debts.xlsx")
    ModelAndView workbook(
            Actor actor,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String point) {
        var view = view(actor, year, point);
        return WorkbookDownload.of(name(view, point), sheets.of(PageLanguage.of(request), view), view);
    }

    @GetMapping("/debts.pdf")
    ModelAndView print(
            Actor actor,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String point) {
        var view = view(actor, year, point);
        var language = PageLanguage.of(request);
        var day = view.debts().isEmpty()
                ? LocalDate.of(view.sums().year(), 12, 31)
                : view.debts().getFirst().round().takenOn();
        return paper.print(language, name(view, point), day, sheets.of(language, view))
                .showing(view);
    }

    private FileView view(Actor actor, String year, String point) {
        return pages.file(actor, DebtController.year(year), point.isBlank() ? null : point);
    }

    private static String name(FileView view, String point) {
        var year = Integer.toString(view.sums().year());
        return point.isBlank() || view.debts().isEmpty()
                ? "debts-" + year
                : "debts-" + year + "-" + view.debts().getFirst().round().point();
    }
}
