package org.dongvon.capital.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.capital.plan.PlanBook.Asked;
import org.dongvon.capital.plan.PlanBook.At;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.Unit;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.HamletNames;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.MoneyInput;
import org.dongvon.shared.timeline.History;
import org.dongvon.shared.timeline.Subject;
import org.dongvon.shared.web.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asks for a decision that splits a unit's target, or enters the one that was given from outside. */
@Controller
class TargetController {

    static final String PATH = "/plan/targets/{line}";

    private static final int MORE_HAMLETS = 3;
    private static final int MOST = 400;

    private final PlanBook book;
    private final PlanPages pages;
    private final Units units;
    private final HamletNames hamlets;
    private final ChangeForms forms;
    private final Transactions transactions;

    TargetController(
            PlanBook book,
            PlanPages pages,
            Units units,
            HamletNames hamlets,
            ChangeForms forms,
            Transactions transactions) {
        this.book = book;
        this.pages = pages;
        this.units = units;
        this.hamlets = hamlets;
        this.forms = forms;
        this.transactions = transactions;
    }

    @GetMapping(PATH)
    ModelAndView show(
            Actor actor,
            @PathVariable String line,
            @RequestParam(defaultValue = "") String balance,
            @RequestAttribute("f") Formats formats,
            Form form) {
        var seen = see(actor, PlanLine.parse(line));
        var former = forms.begin(actor, form);
        var months =
                former.map(PlanChange::months).orElseGet(() -> Months.leftOf(seen.line.year(), seen.found.today()));
        form.with("from-month", Integer.toString(months.from()))
                .with("through-month", Integer.toString(months.through()));
        var amounts = former.map(PlanChange::targets)
                .orElseGet(() -> balance.isEmpty() ? seen.now(months.from()) : seen.balanced(months.through()));
        for (int i = 0; i < seen.rows.size(); i++) {
            var amount = amounts.get(seen.rows.get(i).key());
            form.with("amount-" + i, amount == null ? "" : formats.dong(amount));
        }
        return page(seen, HttpStatus.OK);
    }

    @PostMapping(PATH)
    ModelAndView ask(Actor actor, @PathVariable String line, Form form) {
        var seen = see(actor, PlanLine.parse(line));
        int from = form.count("from-month");
        int through = form.count("through-month");
        var targets = typed(form, seen);
        if (form.isRight()) {
            try {
                var months = new Months(from, through);
                if (targets.isEmpty()) {
                    throw new Refused(CapitalRefusal.PLAN_EMPTY);
                }
                return forms.send(actor, form, PlanChange.NAME, line, PlanChange.wanted(months, targets))
                        .orElseGet(() -> page(seen, HttpStatus.UNPROCESSABLE_CONTENT));
            } catch (Refused refused) {
                form.refuse("from-month", refused);
            }
        }
        return page(seen, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** What was typed, by unit code or name of a hamlet; rows that are left empty stay as they are. */
    private static Map<String, Dong> typed(Form form, Seen seen) {
        Map<String, Dong> targets = new LinkedHashMap<>();
        for (int i = 0; i < seen.rows.size(); i++) {
            var field = "amount-" + i;
            if (form.text(field).isBlank()) {
                continue;
            }
            var amount = form.read(field, MoneyInput::parse, Dong.ZERO);
            var key = seen.rows.get(i).key();
            if (key.isEmpty()) {
                key = form.read("hamlet-" + i, Part::hamlet, "");
            }
            targets.put(key, amount);
        }
        return targets;
    }

    private Seen see(Actor actor, PlanLine line) {
        return transactions.read(actor, () -> {
            var found = pages.find(line);
            var rules = pages.rules(line, found);
            var asked = book.asked(line, rules.children(), found.today());
            return new Seen(line, found, rules, asked, rows(found, rules));
        });
    }

    private List<Row> rows(PlanPages.Found found, PlanRules rules) {
        var rows = new ArrayList<Row>();
        if (found.unit().kind() == Unit.Kind.COUNTRY || found.unit().kind() == Unit.Kind.PROVINCE) {
            rows.add(new Row(found.unit().code(), found.unit().name(), null));
        }
        rules.children().forEach(each -> rows.add(new Row(each.code(), each.name(), each.id())));
        if (rules.hasHamlets()) {
            Set<String> names = new LinkedHashSet<>(
                    hamlets.of(units.pointsUnder(found.unit().id(), found.today())));
            rules.targets().keySet().stream()
                    .map(At::hamlet)
                    .filter(name -> !name.isEmpty())
                    .sorted()
                    .forEach(names::add);
            names.stream().limit(MOST).forEach(name -> rows.add(new Row(name, name, null)));
            IntStream.range(0, MORE_HAMLETS).forEach(i -> rows.add(new Row("", "", null)));
        }
        return rows;
    }

    private static ModelAndView page(Seen seen, HttpStatus status) {
        var page = new ModelAndView("capital/plan/targets", status);
        page.addObject("seen", seen);
        page.addObject("history", History.of(Subject.Kind.PLAN, seen.line.subject()));
        return page;
    }

    /**
     * A line of the form.
     *
     * @param key the unit's code or the hamlet's name; empty for a hamlet that is still to be named
     */
    record Row(String key, String name, @Nullable Long unitId) {}

    /** A line of the plan with its form. */
    record Seen(PlanLine line, PlanPages.Found found, PlanRules rules, Map<Long, Asked> asked, List<Row> rows) {

        /** What is to be had in a month; none where there is no target. */
        public @Nullable Dong own(int month) {
            return rules.targets().get(new At(found.unit().id(), "", month));
        }

        public @Nullable Dong ownAtEnd() {
            return own(12);
        }

        public Dong splitAtEnd() {
            return rules.below().getOrDefault(new At(found.unit().id(), "", 12), Dong.ZERO);
        }

        public @Nullable Asked asked(Row row) {
            return row.unitId() == null ? null : asked.get(row.unitId());
        }

        public boolean isOwn(Row row) {
            return row.key().equals(found.unit().code());
        }

        public Dong askedTogether() {
            return Dong.sum(asked.values().stream().map(Asked::amount).toList());
        }

        private Map<String, Dong> now(int month) {
            Map<String, Dong> now = new LinkedHashMap<>();
            for (var row : rows) {
                var unit = row.unitId();
                var at = unit == null
                        ? new At(found.unit().id(), isOwn(row) ? "" : row.key(), month)
                        : new At(unit, "", month);
                var amount = rules.targets().get(at);
                if (amount != null && !row.key().isEmpty()) {
                    now.put(row.key(), amount);
                }
            }
            return now;
        }

        /** What was asked, balanced to the unit's target of a month; what nobody asked for stays empty. */
        private Map<String, Dong> balanced(int month) {
            var own = own(month);
            if (own == null) {
                return now(month);
            }
            Map<String, Dong> wanted = new LinkedHashMap<>();
            for (var row : rows) {
                var word = asked(row);
                if (word != null) {
                    wanted.put(row.key(), word.amount());
                }
            }
            var shares = Balance.of(own, List.copyOf(wanted.values())).iterator();
            Map<String, Dong> balanced = new LinkedHashMap<>();
            wanted.keySet().forEach(key -> balanced.put(key, shares.next()));
            return balanced;
        }
    }
}
