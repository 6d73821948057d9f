package org.dongvon.session.cashplan;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Locale;
import org.dongvon.form.StatementPaper;
import org.dongvon.shared.Actor;
import org.dongvon.shared.text.DateInput;
import org.dongvon.shared.text.Messages;
import org.dongvon.shared.web.PageLanguage;
import org.dongvon.shared.web.WorkbookDownload;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The weekly cash plan as a page, as a workbook and on paper. */
@Controller
class CashPlanController {

    private final CashPlans plans;
    private final Messages messages;
    private final StatementPaper paper;

    CashPlanController(CashPlans plans, Messages messages, StatementPaper paper) {
        this.plans = plans;
        this.messages = messages;
        this.paper = paper;
    }

    @GetMapping("/cash-plan")
    ModelAndView show(
            Actor actor, @RequestParam(defaultValue = "") String office, @RequestParam(defaultValue = "") String day) {
        var page = new ModelAndView("session/cashplan/plan");
        page.addObject("plan", plans.read(actor, office, date(day)));
        page.addObject("offices", plans.offices(actor));
        return page;
    }

    @GetMapping("/cash-plan.xlsx")
    ModelAndView workbook(
            Actor actor,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String day,
            HttpServletRequest request) {
        var plan = plans.read(actor, office, date(day));
        return WorkbookDownload.of(name(plan), CashPlanSheet.of(messages, PageLanguage.of(request), plan), plan);
    }

    @GetMapping("/cash-plan.pdf")
    ModelAndView print(
            Actor actor,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String day,
            HttpServletRequest request) {
        var plan = plans.read(actor, office, date(day));
        var language = PageLanguage.of(request);
        return paper.print(language, name(plan), plan.from(), CashPlanSheet.of(messages, language, plan))
                .showing(plan);
    }

    private static @Nullable LocalDate date(String text) {
        return text.isEmpty() ? null : DateInput.parse(text);
    }

    private static String name(CashPlan plan) {
        return "cash-plan-%s-%s".formatted(plan.office().code().toLowerCase(Locale.ROOT), plan.from());
    }
}
