package org.dongvon.ledger.period;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.page.OfficesInScope;
import org.dongvon.ledger.period.Periods.Deed;
import org.dongvon.ledger.period.Periods.State;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Unit;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.web.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The months and years of an office's books, and the forms that ask to shut one or to open it again. */
@Controller
class PeriodController {

    private final Periods periods;
    private final OfficesInScope offices;
    private final BusinessDays days;
    private final ChangeForms forms;
    private final Transactions transactions;

    PeriodController(
            Periods periods, OfficesInScope offices, BusinessDays days, ChangeForms forms, Transactions transactions) {
        this.periods = periods;
        this.offices = offices;
        this.days = days;
        this.forms = forms;
        this.transactions = transactions;
    }

    @GetMapping("/periods")
    ModelAndView list(Actor actor, @RequestParam(defaultValue = "") String office) {
        var page = new ModelAndView("ledger/periods");
        page.addObject("mayAsk", actor.role() == Role.ACCOUNTANT);
        page.addObject("seen", transactions.read(actor, () -> {
            var all = offices.whole();
            var chosen = offices.choose(actor, all, office);
            return see(all, chosen);
        }));
        return page;
    }

    private Seen see(List<Unit> all, Unit office) {
        var state = periods.state(office.id());
        var today = days.today(office.id());
        var first = state.first();
        var months = first == null
                ? List.<Month>of()
                : Periods.months(first, today).stream()
                        .map(month -> new Month(month, isShut(month, state.locked())))
                        .toList();
        var years = first == null
                ? List.<Year>of()
                : first.withDayOfYear(1)
                        .datesUntil(today.withDayOfYear(1), java.time.Period.ofYears(1))
                        .map(year -> year(office, year.getYear(), state))
                        .toList()
                        .reversed();
        return new Seen(all, office, today, months, years);
    }

    private Year year(Unit office, int year, State state) {
        boolean isCarried = isShut(LocalDate.of(year, 12, 31), state.carried());
        return new Year(
                year,
                isCarried,
                isCarried
                        ? periods.carried(office.id(), year)
                                .map(Periods.Carried::result)
                                .orElse(Dong.ZERO)
                        : null);
    }

    private static boolean isShut(LocalDate day, @Nullable LocalDate through) {
        return through != null && !day.isAfter(through);
    }

    @GetMapping("/periods/{office}/months/{month}")
    ModelAndView showMonth(Actor actor, @PathVariable String office, @PathVariable String month, Form form) {
        forms.begin(actor, form);
        return page(actor, office, month, HttpStatus.OK);
    }

    @PostMapping("/periods/{office}/months/{month}")
    ModelAndView askMonth(Actor actor, @PathVariable String office, @PathVariable String month, Form form) {
        var wanted = MonthLockChange.wanted(deed(form));
        return forms.send(actor, form, MonthLockChange.NAME, office + ":" + month, wanted)
                .orElseGet(() -> page(actor, office, month, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @GetMapping("/periods/{office}/years/{year}")
    ModelAndView showYear(Actor actor, @PathVariable String office, @PathVariable String year, Form form) {
        forms.begin(actor, form);
        return yearPage(actor, office, year, HttpStatus.OK);
    }

    @PostMapping("/periods/{office}/years/{year}")
    ModelAndView askYear(Actor actor, @PathVariable String office, @PathVariable String year, Form form) {
        var wanted = MonthLockChange.wanted(deed(form));
        return forms.send(actor, form, YearChange.NAME, office + ":" + year, wanted)
                .orElseGet(() -> yearPage(actor, office, year, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private static Deed deed(Form form) {
        return form.text("state").equals(Deed.OPEN.name()) ? Deed.OPEN : Deed.SHUT;
    }

    private ModelAndView page(Actor actor, String office, String typed, HttpStatus status) {
        var month = MonthLockChange.month(":" + typed);
        return transactions.read(actor, () -> {
            var chosen = offices.choose(actor, offices.whole(), office);
            var page = new ModelAndView("ledger/period-month", status);
            page.addObject("office", chosen);
            page.addObject("month", month);
            page.addObject("isShut", isShut(month, periods.state(chosen.id()).locked()));
            return page;
        });
    }

    private ModelAndView yearPage(Actor actor, String office, String typed, HttpStatus status) {
        var end = YearChange.end(":" + typed);
        return transactions.read(actor, () -> {
            var chosen = offices.choose(actor, offices.whole(), office);
            var results = periods.results(chosen.id(), end);
            var page = new ModelAndView("ledger/period-year", status);
            page.addObject("office", chosen);
            page.addObject("year", end.getYear());
            page.addObject("results", results);
            page.addObject("result", Dong.sum(results.values()).negate());
            page.addObject("isShut", isShut(end, periods.state(chosen.id()).carried()));
            return page;
        });
    }

    /** The periods of an office, the newest first. */
    record Seen(List<Unit> offices, Unit office, LocalDate today, List<Month> months, List<Year> years) {}

    /** A month by its first day. */
    record Month(LocalDate first, boolean isLocked) {}

    /** A year, and its result once that is carried over. */
    record Year(int year, boolean isCarried, @Nullable Dong result) {}
}
