package org.dongvon.capital.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Unit;
import org.dongvon.organisation.Units;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.text.DateInput;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.MoneyInput;
import org.dongvon.shared.text.Shortened;
import org.dongvon.shared.text.Spelling;
import org.dongvon.shared.web.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Asks for a new contract of capital, or for other terms of one. */
@Controller
class ContractController {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{2,29}");
    private static final String PROGRAMME = "programme-";
    private static final int CODE_LENGTH = 30;
    private static final int LONGEST_OWNER = 120;

    private final ContractTerms book;
    private final ChangeForms forms;
    private final Units units;
    private final BusinessDays days;
    private final Programmes programmes;
    private final Transactions transactions;

    ContractController(
            ContractTerms book,
            ChangeForms forms,
            Units units,
            BusinessDays days,
            Programmes programmes,
            Transactions transactions) {
        this.book = book;
        this.forms = forms;
        this.units = units;
        this.days = days;
        this.programmes = programmes;
        this.transactions = transactions;
    }

    @GetMapping("/capital/new")
    ModelAndView begin(Actor actor, @RequestAttribute("f") Formats formats, Form form) {
        var former = forms.begin(actor, form);
        form.with("priority", Integer.toString(Terms.USUAL_PRIORITY));
        former.ifPresent(facts -> fill(form, Terms.of(facts), formats));
        return page(actor, null, HttpStatus.OK);
    }

    @PostMapping("/capital/new")
    ModelAndView sign(Actor actor, Form form) {
        var code = form.read("code", typed -> newCode(actor, typed), "");
        var terms = terms(form, form.date("signed-on"), form.text("office"));
        return terms.flatMap(each -> forms.send(actor, form, ContractChange.NAME, code, each.facts()))
                .orElseGet(() -> page(actor, null, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private String newCode(Actor actor, String typed) {
        var code = typed.strip();
        if (!CODE.matcher(code).matches()) {
            throw new Refused(CapitalRefusal.CONTRACT_CODE_UNREADABLE, Shortened.text(code, CODE_LENGTH));
        }
        if (transactions.read(actor, () -> book.find(code)).isPresent()) {
            throw new Refused(CapitalRefusal.CONTRACT_KNOWN, code);
        }
        return code;
    }

    @GetMapping("/capital/{contract}/terms")
    ModelAndView show(Actor actor, @PathVariable String contract, @RequestAttribute("f") Formats formats, Form form) {
        var terms = get(actor, contract);
        var former = forms.begin(actor, form);
        fill(form, former.map(Terms::of).orElse(terms), formats);
        return page(actor, contract, HttpStatus.OK);
    }

    @PostMapping("/capital/{contract}/terms")
    ModelAndView change(Actor actor, @PathVariable String contract, Form form) {
        var now = get(actor, contract);
        return terms(form, now.signedOn(), now.office())
                .flatMap(each -> forms.send(actor, form, ContractChange.NAME, contract, each.facts()))
                .orElseGet(() -> page(actor, contract, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private Terms get(Actor actor, String contract) {
        return transactions
                .read(actor, () -> book.find(contract))
                .orElseThrow(() -> new Refused(CapitalRefusal.UNKNOWN_CONTRACT, contract));
    }

    private Optional<Terms> terms(Form form, LocalDate signedOn, String office) {
        var source = form.text("source");
        var owner = form.read("owner", ContractController::owner, "");
        var amount = form.read("amount", typed -> positive(MoneyInput.parse(typed)), Dong.ZERO);
        var endsOn = form.read("ends-on", typed -> ifTyped(typed, DateInput::parse), Optional.<LocalDate>empty());
        var cap = form.read(
                "cap", typed -> ifTyped(typed, each -> positive(MoneyInput.parse(each))), Optional.<Dong>empty());
        int priority = form.count("priority");
        var shares = form.read("risk", typed -> shares(form), Optional.<Shares>empty());
        if (!form.isRight()) {
            return Optional.empty();
        }
        try {
            var use = new Terms.Use(chosen(form), code(form, "area"), cap.orElse(null), code(form, "series"), priority);
            return Optional.of(new Terms(
                    source, owner, amount, signedOn, endsOn.orElse(null), office.strip(), use, shares.orElse(null)));
        } catch (Refused refused) {
            form.refuse(refused.refusal() == CapitalRefusal.PRIORITY_OUTSIDE ? "priority" : "ends-on", refused);
            return Optional.empty();
        }
    }

    private static <T> Optional<T> ifTyped(String typed, Function<String, T> parser) {
        return typed.isBlank() ? Optional.empty() : Optional.of(parser.apply(typed));
    }

    private static String owner(String typed) {
        var owner = Spelling.of(typed);
        if (owner.isEmpty()) {
            throw new Refused(SharedRefusal.MISSING_FIELD);
        }
        return Shortened.text(owner, LONGEST_OWNER);
    }

    private static Dong positive(Dong amount) {
        if (!amount.isPositive()) {
            throw new Refused(CapitalRefusal.AMOUNT_NOT_POSITIVE);
        }
        return amount;
    }

    /** All four or none. */
    private static Optional<Shares> shares(Form form) {
        var risk = Shares.parse(form.text("risk"));
        var fee = Shares.parse(form.text("fee"));
        var boards = Shares.parse(form.text("boards"));
        var added = Shares.parse(form.text("added"));
        if (risk == null && fee == null && boards == null && added == null) {
            return Optional.empty();
        }
        return Optional.of(new Shares(or0(risk), or0(fee), or0(boards), or0(added)));
    }

    private static int or0(@Nullable Integer share) {
        return share == null ? 0 : share;
    }

    private List<String> chosen(Form form) {
        return programmes.current().programmes().stream()
                .map(programme -> programme.code())
                .filter(code -> !form.text(PROGRAMME + code).isEmpty())
                .toList();
    }

    private static @Nullable String code(Form form, String field) {
        var typed = form.text(field).strip();
        return typed.isEmpty() ? null : typed;
    }

    private static void fill(Form form, Terms terms, Formats formats) {
        var use = terms.use();
        form.with("source", terms.source())
                .with("owner", terms.owner())
                .with("amount", formats.dong(terms.amount()))
                .with("signed-on", formats.date(terms.signedOn()))
                .with("ends-on", terms.endsOn() == null ? "" : formats.date(terms.endsOn()))
                .with("office", terms.office())
                .with("area", use.area() == null ? "" : use.area())
                .with("cap", use.cap() == null ? "" : formats.dong(use.cap()))
                .with("series", use.series() == null ? "" : use.series())
                .with("priority", Integer.toString(use.priority()));
        use.programmes().forEach(code -> form.with(PROGRAMME + code, "1"));
        var shares = terms.shares();
        if (shares != null) {
            form.with("risk", Shares.written(shares.risk()))
                    .with("fee", Shares.written(shares.fee()))
                    .with("boards", Shares.written(shares.boards()))
                    .with("added", Shares.written(shares.added()));
        }
    }

    private ModelAndView page(Actor actor, @Nullable String contract, HttpStatus status) {
        var page = new ModelAndView("capital/terms", status);
        page.addObject("contract", contract);
        page.addObject("sources", book.sources());
        page.addObject("programmes", programmes.current().programmes());
        page.addObject(
                "offices",
                transactions.read(actor, () -> units.inScope(days.latest().orElse(LocalDate.EPOCH))).stream()
                        .filter(unit -> unit.kind() == Unit.Kind.OFFICE)
                        .toList());
        return page;
    }
}
