package org.dongvon.ledger.manual;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.LedgerRefusal;
import org.dongvon.ledger.chart.Chart;
import org.dongvon.ledger.manual.ManualVoucher.Line;
import org.dongvon.ledger.page.OfficesInScope;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Unit;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.MoneyInput;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** The forms that ask for a voucher written by hand, and for one to be taken back. */
@Controller
class ManualController {

    private final Chart chart;
    private final ManualBook book;
    private final VoucherBackChange back;
    private final Sites sites;
    private final ChangeForms forms;

    ManualController(Chart chart, ManualBook book, VoucherBackChange back, Sites sites, ChangeForms forms) {
        this.chart = chart;
        this.book = book;
        this.back = back;
        this.sites = sites;
        this.forms = forms;
    }

    @GetMapping("/journals/new")
    ModelAndView show(Actor actor, @RequestAttribute("f") Formats formats, Form form) {
        forms.begin(actor, form).map(ManualVoucher::of).ifPresent(voucher -> fill(form, formats, voucher));
        var site = sites.of(actor, form.text("office"));
        if (form.text("on").isEmpty()) {
            form.with("on", formats.date(site.today));
        }
        return page(site, HttpStatus.OK);
    }

    private static void fill(Form form, Formats formats, ManualVoucher voucher) {
        form.with("on", formats.date(voucher.on()))
                .with("source", voucher.source())
                .with("wording", voucher.wording());
        for (int i = 0; i < voucher.lines().size(); i++) {
            var line = voucher.lines().get(i);
            form.with("account-" + i, line.account())
                    .with(
                            (line.amount().isPositive() ? "debit-" : "credit-") + i,
                            formats.dong(line.amount().abs()))
                    .with("text-" + i, line.wording());
        }
    }

    @PostMapping("/journals/new")
    ModelAndView create(Actor actor, Form form) {
        var site = sites.of(actor, form.text("office"));
        var voucher = new ManualVoucher(form.date("on"), form.text("source"), form.text("wording"), lines(form));
        return forms.send(actor, form, VoucherChange.NAME, site.office.code(), voucher.facts())
                .orElseGet(() -> page(site, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    /** The lines that were typed; empty ones are skipped. */
    private static List<Line> lines(Form form) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < ManualVoucher.MOST_LINES; i++) {
            var account = form.text("account-" + i);
            var debit = amount(form, "debit-" + i);
            var credit = amount(form, "credit-" + i);
            if (account.isBlank() && debit.isZero() && credit.isZero()) {
                continue;
            }
            if (account.isBlank() || debit.isZero() == credit.isZero()) {
                form.refuse("account-" + i, new Refused(LedgerRefusal.VOUCHER_LINE_SIDES, i + 1));
                continue;
            }
            lines.add(new Line(account, debit.minus(credit), form.text("text-" + i)));
        }
        return lines;
    }

    private static Dong amount(Form form, String field) {
        return form.text(field).isBlank() ? Dong.ZERO : form.read(field, MoneyInput::parse, Dong.ZERO);
    }

    private ModelAndView page(Site site, HttpStatus status) {
        var page = new ModelAndView("ledger/voucher", status);
        page.addObject("site", site);
        page.addObject(
                "accounts",
                chart.on(site.today).stream().filter(Chart.Row::manual).toList());
        page.addObject(
                "lines", IntStream.range(0, ManualVoucher.MOST_LINES).boxed().toList());
        return page;
    }

    @GetMapping("/journals/reversal")
    ModelAndView showBack(Actor actor, Form form) {
        forms.begin(actor, form);
        return backPage(actor, form.text("voucher"), HttpStatus.OK);
    }

    @PostMapping("/journals/reversal")
    ModelAndView askBack(Actor actor, Form form) {
        var number = form.text("voucher");
        var wanted = sites.read(actor, () -> back.wanted(number));
        return forms.send(actor, form, VoucherBackChange.NAME, number, wanted)
                .orElseGet(() -> backPage(actor, number, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private ModelAndView backPage(Actor actor, String number, HttpStatus status) {
        var page = new ModelAndView("ledger/voucher-back", status);
        page.addObject("number", number);
        page.addObject("written", sites.read(actor, () -> book.find(number)));
        page.addObject("accounts", chart.rows());
        return page;
    }

    /** An office and its open day. */
    record Site(List<Unit> offices, Unit office, LocalDate today) {}

    /** Offices in the reader's scope. */
    @org.springframework.stereotype.Component
    static class Sites {

        private final OfficesInScope offices;
        private final BusinessDays days;
        private final Transactions transactions;

        Sites(OfficesInScope offices, BusinessDays days, Transactions transactions) {
            this.offices = offices;
            this.days = days;
            this.transactions = transactions;
        }

        Site of(Actor actor, String code) {
            return read(actor, () -> {
                var all = offices.whole();
                var office = offices.choose(actor, all, code);
                return new Site(all, office, days.today(office.id()));
            });
        }

        <T> T read(Actor actor, java.util.function.Supplier<T> work) {
            return transactions.read(actor, work);
        }
    }
}
