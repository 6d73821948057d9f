package org.dongvon.capital.money;

import java.util.Optional;
import org.dongvon.capital.CapitalPostings.MoveKind;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.capital.Contracts;
import org.dongvon.capital.Contracts.Held;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Asks for money of a contract to be taken in, given back, or moved to another contract. */
@Controller
class MoneyController {

    private final Contracts contracts;
    private final ChangeForms forms;
    private final BusinessDays days;
    private final Transactions transactions;

    MoneyController(Contracts contracts, ChangeForms forms, BusinessDays days, Transactions transactions) {
        this.contracts = contracts;
        this.forms = forms;
        this.days = days;
        this.transactions = transactions;
    }

    @GetMapping("/capital/{contract}/money/{way}")
    ModelAndView show(
            Actor actor,
            @PathVariable String contract,
            @PathVariable String way,
            @RequestAttribute("f") Formats formats,
            Form form) {
        var held = get(actor, contract);
        form.with("on", formats.date(days.today(held.officeId())));
        forms.begin(actor, form)
                .ifPresent(former -> form.with("amount", formats.dong(former.dongOf("amount")))
                        .with("on", formats.date(former.dateOf("on"))));
        return page(held, kind(way), HttpStatus.OK);
    }

    @PostMapping("/capital/{contract}/money/{way}")
    ModelAndView ask(Actor actor, @PathVariable String contract, @PathVariable String way, Form form) {
        var held = get(actor, contract);
        var kind = kind(way);
        var wanted = MoneyChange.wanted(form.money("amount"), form.date("on"));
        return forms.send(actor, form, MoneyChange.NAME, contract + ":" + kind, wanted)
                .orElseGet(() -> page(held, kind, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @GetMapping("/capital/{contract}/moves")
    ModelAndView showMove(
            Actor actor, @PathVariable String contract, @RequestAttribute("f") Formats formats, Form form) {
        var from = get(actor, contract);
        forms.begin(actor, form)
                .ifPresent(former -> form.with("amount", formats.dong(former.dongOf("amount")))
                        .with("to", former.textOf("to")));
        return movePage(actor, from, HttpStatus.OK);
    }

    @PostMapping("/capital/{contract}/moves")
    ModelAndView askMove(Actor actor, @PathVariable String contract, Form form) {
        var from = get(actor, contract);
        var to = form.text("to");
        return forms.send(
                        actor, form, MoveChange.NAME, contract + ":" + to, MoveChange.wanted(to, form.money("amount")))
                .orElseGet(() -> movePage(actor, from, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private Held get(Actor actor, String contract) {
        return transactions.read(actor, () -> contracts.look(contract));
    }

    private static MoveKind kind(String way) {
        return Optional.of(way)
                .map(each -> switch (each) {
                    case "received" -> MoveKind.RECEIVED;
                    case "returned" -> MoveKind.RETURNED;
                    default -> null;
                })
                .orElseThrow(() -> new Refused(CapitalRefusal.UNKNOWN_CONTRACT, way));
    }

    private ModelAndView page(Held held, MoveKind kind, HttpStatus status) {
        var page = new ModelAndView("capital/money", status);
        page.addObject("contract", held);
        page.addObject("isIn", kind == MoveKind.RECEIVED);
        page.addObject("toCome", held.money().agreed().minus(held.money().received()));
        page.addObject("today", days.today(held.officeId()));
        return page;
    }

    private ModelAndView movePage(Actor actor, Held from, HttpStatus status) {
        var page = new ModelAndView("capital/move", status);
        page.addObject("contract", from);
        page.addObject("others", transactions.read(actor, () -> contracts.others(from.code())));
        return page;
    }
}
