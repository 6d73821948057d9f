package org.dongvon.programme.change;

import org.dongvon.engine.money.Dong;
import org.dongvon.programme.Cap;
import org.dongvon.shared.Actor;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.CountInput;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.MoneyInput;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Asks for another cap of a programme. */
@Controller
class CapFormController {

    private final CapChange change;
    private final ChangeForms forms;

    CapFormController(CapChange change, ChangeForms forms) {
        this.change = change;
        this.forms = forms;
    }

    @GetMapping("/programmes/{code}/caps/{borrowers}/{basis}/change")
    ModelAndView show(Actor actor, Which which, @RequestAttribute("f") Formats formats, Form form) {
        var cap = change.last(which.subject());
        forms.begin(actor, form).ifPresent(former -> {
            form.with("from", formats.date(former.dateOf("from")));
            if (former.has("amount")) {
                form.with("amount", formats.dong(former.dongOf("amount")));
            } else {
                form.with("percent", former.textOf("percent"));
            }
        });
        return page(cap, HttpStatus.OK);
    }

    @PostMapping("/programmes/{code}/caps/{borrowers}/{basis}/change")
    ModelAndView create(Actor actor, Which which, Form form) {
        var cap = change.last(which.subject());
        var limit = CapChange.isShare(cap)
                ? Facts.none().text("percent", form.read("percent", typed -> CapChange.percent(count(typed)), "1 %"))
                : Facts.none()
                        .dong(
                                "amount",
                                form.read("amount", typed -> CapChange.amount(MoneyInput.parse(typed)), Dong.ZERO));
        return forms.send(actor, form, CapChange.NAME, which.subject(), limit.date("from", form.date("from")))
                .orElseGet(() -> page(cap, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private static int count(String typed) {
        return CountInput.parse(typed.replace("%", "").strip());
    }

    private ModelAndView page(Cap cap, HttpStatus status) {
        var page = new ModelAndView("programme/cap-change", status);
        page.addObject("cap", cap);
        page.addObject("name", change.describe(CapChange.key(cap)));
        page.addObject("share", CapChange.isShare(cap));
        page.addObject("firstDay", change.firstDay());
        return page;
    }

    /** Which cap, by the address. */
    record Which(String code, String borrowers, String basis) {

        String subject() {
            return code + ":" + borrowers + ":" + basis;
        }
    }
}
