package org.dongvon.supervision.cases;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.CsvDownload;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.PageLanguage;
import org.dongvon.shared.web.SeeOther;
import org.dongvon.supervision.cases.LossCases.Line;
import org.dongvon.supervision.cases.LossCases.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Cases of money lost: the report of a period, as a page and as a file; one case, and what came back of it. */
@Controller
class CaseController {

    private final CasePages pages;
    private final RecoverMoney recover;
    private final Messages messages;

    CaseController(CasePages pages, RecoverMoney recover, Messages messages) {
        this.pages = pages;
        this.recover = recover;
        this.messages = messages;
    }

    @GetMapping("/cases")
    String index(
            Actor actor,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            Model model) {
        model.addAttribute("list", pages.list(actor, day(from), day(until)));
        return "supervision/cases/list";
    }

    @GetMapping("/cases.csv")
    ModelAndView file(
            Actor actor,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until) {
        var period = pages.list(actor, day(from), day(until)).period();
        var language = PageLanguage.of(request);
        return new ModelAndView((model, asked, response) -> write(response, language, period), Map.of());
    }

    private void write(HttpServletResponse response, Language language, Period period) {
        var header = Arrays.stream("what cases principal interest deposit".split(" "))
                .map(column -> messages.text(language, "loss.column." + column))
                .toArray(String[]::new);
        var name = "cases-" + period.from() + "-" + period.until() + ".csv";
        try (var file = CsvDownload.to(response, name, header)) {
            row(file, messages.text(language, "loss.opening"), period.opening());
            row(file, messages.text(language, "loss.detected"), period.detected());
            row(file, messages.text(language, "loss.recovered"), period.recovered());
            row(file, messages.text(language, "loss.closing"), period.closing());
        }
    }

    private static void row(CsvDownload file, String what, Line line) {
        file.row(
                what,
                line.cases(),
                line.lost().principal().amount(),
                line.lost().interest().amount(),
                line.lost().deposit().amount());
    }

    @GetMapping("/cases/{number}")
    ModelAndView show(Actor actor, @PathVariable String number, @RequestAttribute("f") Formats formats, Form form) {
        var view = pages.show(actor, number);
        form.with("day", formats.date(view.of().place().openDay()))
                .with("principal", "0")
                .with("interest", "0")
                .with("deposit", "0");
        return page(view, form, HttpStatus.OK);
    }

    @PostMapping("/cases/{number}")
    ModelAndView create(Actor actor, @PathVariable String number, Form form) {
        var view = pages.show(actor, number);
        var key = form.key();
        var day = form.date("day");
        var amounts = new Lost(form.money("principal"), form.money("interest"), form.money("deposit"));
        if (!form.isRight()) {
            return page(view, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            recover.run(actor, key, number, new RecoverMoney.Recovery(day, amounts), form.text("evidence"));
            return SeeOther.to("/cases/" + number);
        } catch (Refused refused) {
            form.refuse(field(refused), refused);
            return page(view, form, Answers.status(refused));
        }
    }

    private static String field(Refused refused) {
        return refused.refusal() == CaseRefusal.CASE_TEXT_LENGTH
                ? "evidence"
                : refused.refusal() == CaseRefusal.CASE_DAY_AHEAD ? "day" : "principal";
    }

    private static ModelAndView page(CasePages.CaseView view, Form form, HttpStatus status) {
        form.withKey();
        var page = new ModelAndView("supervision/cases/case", status);
        page.addObject("loss", view);
        return page;
    }

    /** A day of an address, which a page made; anything else is as if there were none. */
    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.length() == "2024-04-30".length() ? LocalDate.parse(typed) : null;
        } catch (DateTimeParseException notOurs) {
            return null;
        }
    }
}
