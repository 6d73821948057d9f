package org.dongvon.savings.unclaimed;

import java.util.Arrays;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.savings.SavingsOffices;
import org.dongvon.savings.SavingsRefusal;
import org.dongvon.savings.unclaimed.IdleDeposits.Idle;
import org.dongvon.savings.unclaimed.Unclaimed.Reason;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.ShowsPeople;
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

/** The unclaimed deposits of an office, and the deposit of one member with the form that moves it there. */
@Controller
class UnclaimedController {

    private static final String WHY = "why";

    private final UnclaimedDeposits unclaimed;
    private final IdleDeposits idle;
    private final UnclaimedChange change;
    private final SavingsOffices offices;
    private final Transactions transactions;
    private final ChangeForms forms;

    UnclaimedController(
            UnclaimedDeposits unclaimed,
            IdleDeposits idle,
            UnclaimedChange change,
            SavingsOffices offices,
            Transactions transactions,
            ChangeForms forms) {
        this.unclaimed = unclaimed;
        this.idle = idle;
        this.change = change;
        this.offices = offices;
        this.transactions = transactions;
        this.forms = forms;
    }

    @GetMapping("/deposits/unclaimed")
    ModelAndView list(Actor actor, @RequestParam(defaultValue = "") String office) {
        return new ModelAndView("savings/unclaimed/list", "shown", transactions.read(actor, () -> {
            var chosen = offices.choose(actor, office).orElse(null);
            return new Shown(offices.all(), chosen, chosen == null ? List.of() : unclaimed.ofOffice(chosen.id()));
        }));
    }

    @GetMapping("/deposits/unclaimed/{member}")
    ModelAndView show(Actor actor, @PathVariable String member, Form form) {
        forms.begin(actor, form)
                .ifPresent(former -> form.with(WHY, former.textOf("reason").replace("unclaimedReason.", ""))
                        .with("paper", former.has("paper") ? former.textOf("paper") : ""));
        return page(actor, find(actor, member), HttpStatus.OK);
    }

    @PostMapping("/deposits/unclaimed/{member}")
    ModelAndView ask(Actor actor, @PathVariable String member, Form form) {
        var of = find(actor, member);
        var reason = form.read(
                WHY,
                typed -> Arrays.stream(Reason.values())
                        .filter(each -> each.name().equals(typed))
                        .findFirst()
                        .orElseThrow(() -> new Refused(SavingsRefusal.UNKNOWN_UNCLAIMED)),
                Reason.UNTOUCHED);
        var wanted = UnclaimedChange.wanted(reason, form.text("paper"), of.total);
        return forms.send(actor, form, UnclaimedChange.NAME, member, wanted)
                .orElseGet(() -> page(actor, of, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private static ModelAndView page(Actor actor, Member of, HttpStatus status) {
        var page = new ModelAndView("savings/unclaimed/member", status);
        page.addObject("of", of);
        page.addObject("reasons", Reason.values());
        page.addObject("mayAsk", actor.role() == Role.ACCOUNTANT || actor.role() == Role.CONTROLLER);
        return page;
    }

    private Member find(Actor actor, String member) {
        if (!member.matches("\\d{1,18}")) {
            throw new Refused(SavingsRefusal.UNKNOWN_UNCLAIMED);
        }
        return transactions.read(actor, () -> member(Long.parseLong(member)));
    }

    private Member member(long id) {
        var found = idle.of(id).orElseThrow(() -> new Refused(SavingsRefusal.UNKNOWN_UNCLAIMED));
        var moved = unclaimed.ofMember(id);
        return found.balance().isPositive()
                ? new Member(found.owner(), found, change.total(found), moved)
                : new Member(found.owner(), null, Dong.ZERO, moved);
    }

    /** An office's unclaimed deposits. */
    record Shown(List<SavingsOffices.Office> offices, SavingsOffices.@Nullable Office office, List<Unclaimed> rows)
            implements ShowsPeople {

        public Dong open() {
            return Dong.sum(rows.stream()
                    .filter(Unclaimed::isOpen)
                    .map(Unclaimed::amount)
                    .toList());
        }

        @Override
        public Purpose purpose() {
            return Purpose.SESSION;
        }

        @Override
        public List<Long> people() {
            return rows.stream().map(each -> each.owner().personId()).distinct().toList();
        }
    }

    /**
     * A member's deposit.
     *
     * @param idle none when there is no money in it
     * @param total what it comes to today
     */
    record Member(Unclaimed.Owner owner, @Nullable Idle idle, Dong total, List<Unclaimed> moved)
            implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.SESSION;
        }

        @Override
        public List<Long> people() {
            return List.of(owner.personId());
        }
    }
}
