package org.dongvon.session.sync;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.FieldRefusal;
import org.dongvon.session.SessionHeads;
import org.dongvon.session.SessionHeads.SessionHead;
import org.dongvon.session.sync.FieldCheckouts.Away;
import org.dongvon.session.sync.FieldConflicts.Conflict;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.text.MoneyInput;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The desk of a session: how far its devices have come, and what the books did not take, with both versions. */
@Controller
class DeskController {

    private final SessionHeads heads;
    private final FieldCheckouts checkouts;
    private final FieldConflicts conflicts;
    private final SettleConflict settle;
    private final ChangeForms forms;
    private final Transactions transactions;

    DeskController(
            SessionHeads heads,
            FieldCheckouts checkouts,
            FieldConflicts conflicts,
            SettleConflict settle,
            ChangeForms forms,
            Transactions transactions) {
        this.heads = heads;
        this.checkouts = checkouts;
        this.conflicts = conflicts;
        this.settle = settle;
        this.forms = forms;
        this.transactions = transactions;
    }

    @GetMapping("/sessions/{id}/desk")
    String index(Actor actor, @PathVariable long id, Model model) {
        var desk = transactions.read(actor, () -> new Desk(heads.get(id), checkouts.of(id), conflicts.of(id)));
        model.addAttribute("desk", desk);
        model.addAttribute("head", desk.head());
        return "session/sync/desk";
    }

    @GetMapping("/sessions/{id}/desk/{conflict}")
    ModelAndView show(Actor actor, @PathVariable long id, @PathVariable String conflict, Form form) {
        var former = forms.begin(actor, form);
        for (var field : List.of("interest", "saving", "principal")) {
            form.with(field, former.map(facts -> facts.textOf(field)).orElse("0"));
        }
        return page(actor, id, conflict, HttpStatus.OK);
    }

    @PostMapping("/sessions/{id}/desk/{conflict}")
    ModelAndView ask(Actor actor, @PathVariable long id, @PathVariable String conflict, Form form) {
        var desk = read(actor, id, conflict);
        var wanted = SettleConflict.wanted(
                amount(form, "interest"),
                amount(form, "saving"),
                amount(form, "principal"),
                form.read("rest", DeskController::rest, SettleConflict.Rest.NONE));
        var number = Long.toString(desk.conflicts().getFirst().which().id());
        return forms.send(actor, form, SettleConflict.NAME, number, wanted)
                .orElseGet(() -> page(actor, id, conflict, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @GetMapping("/sessions/{id}/devices/{device}/give-up")
    ModelAndView give(Actor actor, @PathVariable long id, @PathVariable long device, Form form) {
        forms.begin(actor, form);
        return givePage(actor, id, device, HttpStatus.OK);
    }

    @PostMapping("/sessions/{id}/devices/{device}/give-up")
    ModelAndView askToGiveUp(Actor actor, @PathVariable long id, @PathVariable long device, Form form) {
        givePage(actor, id, device, HttpStatus.OK);
        return forms.send(actor, form, GiveUpDevice.NAME, GiveUpDevice.subject(id, device), GiveUpDevice.wanted())
                .orElseGet(() -> givePage(actor, id, device, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private ModelAndView givePage(Actor actor, long id, long device, HttpStatus status) {
        var page = new ModelAndView("session/sync/give-up", status);
        transactions.read(actor, () -> {
            page.addObject("head", heads.get(id));
            page.addObject(
                    "away",
                    checkouts.of(id).stream()
                            .filter(each -> each.device() == device)
                            .findFirst()
                            .orElseThrow(() -> new Refused(FieldRefusal.FIELD_DEVICE_UNKNOWN, device)));
            return page;
        });
        return page;
    }

    private static SettleConflict.Rest rest(String typed) {
        return Arrays.stream(SettleConflict.Rest.values())
                .filter(each -> each.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> new Refused(FieldRefusal.FIELD_REST_NOT_NAMED, Dong.ZERO));
    }

    private static Dong amount(Form form, String field) {
        return form.text(field).isBlank() ? Dong.ZERO : form.read(field, MoneyInput::parse, Dong.ZERO);
    }

    private Desk read(Actor actor, long id, String conflict) {
        return transactions.read(actor, () -> {
            var head = heads.get(id);
            var found = conflicts.get(conflict);
            if (found.which().session() != id) {
                throw new Refused(FieldRefusal.FIELD_CONFLICT_UNKNOWN, conflict);
            }
            return new Desk(head, List.of(), List.of(found));
        });
    }

    private ModelAndView page(Actor actor, long id, String conflict, HttpStatus status) {
        var desk = read(actor, id, conflict);
        var page = new ModelAndView("session/sync/conflict", status);
        page.addObject("desk", desk);
        page.addObject("head", desk.head());
        page.addObject("each", desk.conflicts().getFirst());
        page.addObject("rests", SettleConflict.Rest.values());
        page.addObject("mayAsk", settle.makers().contains(actor.role()));
        return page;
    }

    /** A session with its devices and conflicts. */
    record Desk(SessionHead head, List<Away> away, List<Conflict> conflicts) implements ShowsPeople {

        public List<Conflict> open() {
            return conflicts.stream().filter(Conflict::isOpen).toList();
        }

        public List<Conflict> settled() {
            return conflicts.stream().filter(each -> !each.isOpen()).toList();
        }

        /** The cash that is neither in the books nor settled. */
        public Dong cash() {
            return Dong.sum(open().stream().map(each -> each.outcome().cash()).toList());
        }

        @Override
        public Purpose purpose() {
            return Purpose.SESSION;
        }

        @Override
        public List<Long> people() {
            return conflicts.stream()
                    .map(each -> each.who().person())
                    .filter(Objects::nonNull)
                    .toList();
        }
    }
}
