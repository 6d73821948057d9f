package org.dongvon.report.worklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.dongvon.household.AskedPurpose;
import org.dongvon.household.SeenLog;
import org.dongvon.household.SeenLog.Kind;
import org.dongvon.household.SeenLog.Seen;
import org.dongvon.report.worklist.WorkLists.WorkRow;
import org.dongvon.shared.Actor;
import org.dongvon.shared.web.CsvDownload;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.PageLanguage;
import org.dongvon.shared.web.WorkbookDownload;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The work lists: all of them counted, one of them, its file. */
@Controller
class WorkListController {

    private final WorkListPages pages;
    private final WorkListFile files;
    private final SeenLog log;

    WorkListController(WorkListPages pages, WorkListFile files, SeenLog log) {
        this.pages = pages;
        this.files = files;
        this.log = log;
    }

    @GetMapping("/work-lists")
    ModelAndView index(Actor actor) {
        return new ModelAndView("report/worklist/index", "index", pages.index(actor));
    }

    @GetMapping("/work-lists/{list}")
    ModelAndView show(
            Actor actor, @PathVariable String list, @RequestParam(defaultValue = "") String after, Form form) {
        return page(actor, list, after, HttpStatus.OK);
    }

    @PostMapping("/work-lists/{list}/export")
    @Nullable
    ModelAndView export(
            Actor actor,
            @PathVariable String list,
            Form form,
            HttpServletRequest request,
            HttpServletResponse response) {
        var whole = pages.whole(actor, list);
        var rows = whole.rows();
        var asked = AskedPurpose.of(form);
        if (!form.isRight()) {
            return page(actor, list, "", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        log.writeExport(
                actor,
                new Seen(
                        Kind.EXPORT,
                        "/work-lists/{list}/export",
                        asked.purpose(),
                        asked.note(),
                        WorkListPages.people(rows)));
        if (form.text("format").equals("xlsx")) {
            var sheet = files.sheet(PageLanguage.of(request), whole);
            return WorkbookDownload.of(list, List.of(sheet), sheet);
        }
        try (var file = CsvDownload.to(
                response, list + ".csv", "day", "subject", "person", "group", "detail", "amount", "other")) {
            rows.forEach(row -> write(file, row));
        }
        return null;
    }

    private static void write(CsvDownload file, WorkRow row) {
        file.row(
                row.day(),
                row.subject().code(),
                row.person() == null ? null : row.person().name(),
                row.group(),
                row.subject().detail().vi(),
                row.amount() == null ? null : row.amount().amount(),
                row.other() == null ? null : row.other().amount());
    }

    private ModelAndView page(Actor actor, String list, String after, HttpStatus status) {
        var page = new ModelAndView("report/worklist/list", status);
        page.addObject("work", pages.show(actor, list, after));
        page.addObject("purposes", AskedPurpose.choices());
        return page;
    }
}
