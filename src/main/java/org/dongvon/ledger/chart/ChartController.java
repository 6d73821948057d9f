package org.dongvon.ledger.chart;

import java.time.LocalDate;
import org.dongvon.ledger.LedgerRefusal;
import org.dongvon.ledger.chart.Chart.AccountSide;
import org.dongvon.ledger.chart.ChartChange.Takes;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.text.DateInput;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The chart of accounts on a day, and the form that asks for another row of it. */
@Controller
class ChartController {

    /** The address of an account that is still to be named. */
    private static final String NEW = "new";

    private final Chart chart;
    private final ChartChange change;
    private final BusinessDays days;
    private final ChangeForms forms;

    ChartController(Chart chart, ChartChange change, BusinessDays days, ChangeForms forms) {
        this.chart = chart;
        this.change = change;
        this.days = days;
        this.forms = forms;
    }

    @GetMapping("/accounts")
    ModelAndView list(Actor actor, @RequestParam(defaultValue = "") String asOf) {
        var day = asOf.isEmpty() ? today() : DateInput.parse(asOf);
        var page = new ModelAndView("ledger/accounts");
        page.addObject("day", day);
        page.addObject("rows", chart.on(day));
        page.addObject(
                "later",
                chart.rows().stream().filter(row -> row.from().isAfter(day)).toList());
        page.addObject("mayAsk", change.makers().contains(actor.role()));
        return page;
    }

    @GetMapping("/accounts/{code}/change")
    ModelAndView show(Actor actor, @PathVariable String code, @RequestAttribute("f") Formats formats, Form form) {
        var former = forms.begin(actor, form);
        var shown = former.map(facts -> ChartChange.row(code, facts, false))
                .or(() -> chart.rows().stream()
                        .filter(row -> row.code().equals(code))
                        .reduce((earlier, later) -> later));
        if (shown.isEmpty() && !code.equals(NEW)) {
            throw new Refused(LedgerRefusal.UNKNOWN_ACCOUNT, code);
        }
        shown.ifPresent(row -> {
            var number = row.number();
            form.with("code", row.code())
                    .with("name-vi", row.name().vi())
                    .with("name-en", row.name().en())
                    .with("side", row.side().name())
                    .with("number", number == null ? "" : number)
                    .with("manual", (row.manual() ? Takes.LINES : Takes.NO_LINES).name());
        });
        former.ifPresent(facts -> form.with("from", formats.date(facts.dateOf("from"))));
        return page(code, HttpStatus.OK);
    }

    @PostMapping("/accounts/{code}/change")
    ModelAndView create(Actor actor, @PathVariable String code, Form form) {
        var name = new Label(form.text("name-vi"), form.text("name-en"));
        var wanted = ChartChange.wanted(
                form.read("side", ChartController::side, AccountSide.ASSET),
                form.text("number"),
                name,
                form.text("manual").equals(Takes.LINES.name()) ? Takes.LINES : Takes.NO_LINES,
                form.date("from"));
        var subject = code.equals(NEW) ? form.text("code").strip() : code;
        return forms.send(actor, form, ChartChange.NAME, subject, wanted)
                .orElseGet(() -> page(code, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private static AccountSide side(String typed) {
        for (var each : AccountSide.values()) {
            if (each.name().equals(typed)) {
                return each;
            }
        }
        throw new Refused(LedgerRefusal.ACCOUNT_CODE);
    }

    private ModelAndView page(String code, HttpStatus status) {
        var page = new ModelAndView("ledger/account", status);
        page.addObject("code", code);
        page.addObject("isNew", code.equals(NEW));
        page.addObject("sides", AccountSide.values());
        page.addObject("takes", Takes.values());
        page.addObject("firstDay", today());
        return page;
    }

    private LocalDate today() {
        return days.latest().orElse(LocalDate.EPOCH);
    }
}
