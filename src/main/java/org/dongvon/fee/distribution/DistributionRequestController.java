package org.dongvon.fee.distribution;

import org.dongvon.engine.money.Dong;
import org.dongvon.fee.FeeRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Asks for a month of interest to be distributed, or for the last one to be taken back. */
@Controller
class DistributionRequestController {

    static final String PATH = "/distributions/request";

    private final DistributionChange distribution;
    private final DistributionBackChange back;
    private final ChangeForms forms;

    DistributionRequestController(DistributionChange distribution, DistributionBackChange back, ChangeForms forms) {
        this.distribution = distribution;
        this.back = back;
        this.forms = forms;
    }

    @GetMapping(PATH)
    ModelAndView show(Actor actor, Form form) {
        forms.begin(actor, form);
        return page(actor, form, HttpStatus.OK);
    }

    @PostMapping(PATH)
    ModelAndView create(Actor actor, Form form) {
        var month = ContractMonth.parse(form.text("month"));
        return forms.send(actor, form, kind(form), month.toString(), wanted(actor, form, month))
                .orElseGet(() -> page(actor, form, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private static String kind(Form form) {
        return switch (form.text("of")) {
            case "approval" -> DistributionChange.NAME;
            case "back" -> DistributionBackChange.NAME;
            default -> throw new Refused(FeeRefusal.UNKNOWN_MONTH, form.text("of"));
        };
    }

    private Facts wanted(Actor actor, Form form, ContractMonth month) {
        return kind(form).equals(DistributionChange.NAME)
                ? distribution.wanted(actor, month)
                : DistributionBackChange.wanted();
    }

    private ModelAndView page(Actor actor, Form form, HttpStatus status) {
        var month = ContractMonth.parse(form.text("month"));
        var page = new ModelAndView("fee/distribution-request", status);
        page.addObject("of", month);
        page.addObject("kind", kind(form));
        page.addObject(
                "what", kind(form).equals(DistributionChange.NAME) ? asked(actor, month) : distributed(actor, month));
        return page;
    }

    private What asked(Actor actor, ContractMonth month) {
        var computed = distribution.computed(actor, month);
        return new What(computed.all(), computed.carried(), computed.rule(), computed.parts());
    }

    private What distributed(Actor actor, ContractMonth of) {
        var month = back.look(actor, of);
        return new What(month.collected(), month.carried(), month.rule(), month.parts());
    }

    /** The figures of a month. */
    record What(Dong collected, Dong carried, Computed.Rule rule, Parts parts) {}
}
