package org.dongvon.capital.page;

import org.dongvon.capital.CapitalRefusal;
import org.dongvon.capital.GrantChange;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.timeline.History;
import org.dongvon.shared.timeline.Subject;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Contracts in scope with what was granted of them; asks for a grant or a raise of one. */
@Controller
class GrantController {

    private final ContractList list;
    private final Units units;
    private final GrantChange change;
    private final ChangeForms forms;

    GrantController(ContractList list, Units units, GrantChange change, ChangeForms forms) {
        this.list = list;
        this.units = units;
        this.change = change;
        this.forms = forms;
    }

    @GetMapping("/capital")
    String index(Actor actor, Model model) {
        model.addAttribute("contracts", list.of(actor));
        model.addAttribute("mayAsk", change.makers().contains(actor.role()));
        return "capital/contracts";
    }

    @GetMapping("/capital/{contract}/grants/{office}")
    ModelAndView show(
            Actor actor,
            @PathVariable String contract,
            @PathVariable String office,
            @RequestAttribute("f") Formats formats,
            Form form) {
        forms.begin(actor, form).ifPresent(former -> form.with("granted", formats.dong(former.dongOf("granted"))));
        return page(actor, contract, office, HttpStatus.OK);
    }

    @PostMapping("/capital/{contract}/grants/{office}")
    ModelAndView create(Actor actor, @PathVariable String contract, @PathVariable String office, Form form) {
        var wanted = Facts.none().dong("granted", form.money("granted"));
        return forms.send(actor, form, GrantChange.NAME, contract + ":" + office, wanted)
                .orElseGet(() -> page(actor, contract, office, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private ModelAndView page(Actor actor, String contract, String office, HttpStatus status) {
        var found =
                list.find(actor, contract).orElseThrow(() -> new Refused(CapitalRefusal.UNKNOWN_CONTRACT, contract));
        var page = new ModelAndView("capital/grant", status);
        page.addObject("contract", found);
        page.addObject("office", units.byCode(office));
        page.addObject("history", History.of(Subject.Kind.CONTRACT, contract));
        page.addObject(
                "granted",
                found.allotments().stream()
                        .filter(each -> each.office().equals(office))
                        .map(ContractList.Allotment::granted)
                        .findFirst()
                        .orElse(Dong.ZERO));
        return page;
    }
}
