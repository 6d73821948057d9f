package org.dongvon.fee.month;

import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import org.dongvon.fee.month.MonthFiles.Named;
import org.dongvon.form.StatementPaper;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.timeline.History;
import org.dongvon.shared.timeline.Subject;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.PageLanguage;
import org.dongvon.shared.web.SeeOther;
import org.dongvon.shared.web.WorkbookDownload;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An office's month of fee and commission: computed, shown, explained, taken along as a file. */
@Controller
class MonthController {

    private final MonthPages pages;
    private final ComputeMonth compute;
    private final StatementFile file;
    private final StatementPaper paper;

    MonthController(MonthPages pages, ComputeMonth compute, StatementFile file, StatementPaper paper) {
        this.paper = paper;
        this.pages = pages;
        this.compute = compute;
        this.file = file;
    }

    @GetMapping("/fees")
    ModelAndView index(
            Actor actor,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String month,
            Form form) {
        return page(pages.show(actor, office, month), actor, form, HttpStatus.OK);
    }

    @PostMapping("/fees")
    ModelAndView create(Actor actor, Form form) {
        var key = form.key();
        var of = FeeMonth.parse(form.text("of"));
        try {
            compute.run(actor, key, of);
            return SeeOther.to("/fees?office=" + of.office() + "&month=" + of.month());
        } catch (Refused refused) {
            form.refuse("of", refused);
            var shown = pages.show(actor, of.office(), of.month().toString());
            return page(shown, actor, form, Answers.status(refused));
        }
    }

    private static ModelAndView page(MonthPages.Shown shown, Actor actor, Form form, HttpStatus status) {
        form.withKey();
        var page = new ModelAndView("fee/month", status);
        page.addObject("shown", shown);
        page.addObject("mayAsk", actor.role() == Role.ACCOUNTANT || actor.role() == Role.CONTROLLER);
        var office = shown.office();
        if (office != null) {
            page.addObject("history", History.of(Subject.Kind.FEES, office.code()));
        }
        var month = shown.month();
        page.addObject("yearMonth", month == null ? "" : YearMonth.from(month).toString());
        return page;
    }

    @GetMapping("/fees/lines")
    String lines(Actor actor, Form form, Model model) {
        var month = FeeMonth.parse(form.text("of"));
        var named = new Named(named(form, "group"), named(form, "point"), named(form, "association"));
        model.addAttribute("of", month);
        model.addAttribute("named", named);
        model.addAttribute("shown", pages.explain(actor, month, named));
        return "fee/lines";
    }

    private static @Nullable String named(Form form, String field) {
        var text = form.text(field);
        return text.isEmpty() ? null : text;
    }

    @GetMapping("/fees/statement.xlsx")
    ModelAndView statement(Actor actor, HttpServletRequest request, @RequestParam(defaultValue = "") String of) {
        var month = FeeMonth.parse(of);
        var whole = pages.whole(actor, month);
        var sheets = file.sheets(PageLanguage.of(request), month, whole);
        return WorkbookDownload.of(StatementFile.name(month), sheets, whole);
    }

    @GetMapping("/fees/statement.pdf")
    ModelAndView print(Actor actor, HttpServletRequest request, @RequestParam(defaultValue = "") String of) {
        var month = FeeMonth.parse(of);
        var whole = pages.whole(actor, month);
        var language = PageLanguage.of(request);
        return paper.print(language, StatementFile.name(month), month.last(), file.sheets(language, month, whole))
                .showing(whole);
    }
}
