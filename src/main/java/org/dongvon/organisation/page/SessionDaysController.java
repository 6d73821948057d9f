package org.dongvon.organisation.page;

import org.dongvon.organisation.MoveSessions;
import org.dongvon.organisation.OrganisationRefusal;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.timeline.History;
import org.dongvon.shared.timeline.Subject;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Asks for other days of all sessions of an office within a period. */
@Controller
class SessionDaysController {

    private final UnitList list;
    private final Units units;
    private final MoveSessions move;
    private final ChangeForms forms;

    SessionDaysController(UnitList list, Units units, MoveSessions move, ChangeForms forms) {
        this.list = list;
        this.units = units;
        this.move = move;
        this.forms = forms;
    }

    @GetMapping("/units/{code}/session-days")
    ModelAndView show(Actor actor, @PathVariable String code, @RequestAttribute("f") Formats formats, Form form) {
        requireSeen(actor, code);
        forms.begin(actor, form)
                .ifPresent(former -> form.with("from", formats.date(former.dateOf("from")))
                        .with("through", formats.date(former.dateOf("through")))
                        .with("later", Long.toString(former.countOf("later"))));
        return page(code, HttpStatus.OK);
    }

    @PostMapping("/units/{code}/session-days")
    ModelAndView create(Actor actor, @PathVariable String code, Form form) {
        requireSeen(actor, code);
        var from = form.date("from");
        var through = form.date("through");
        int later = form.count("later");
        if (form.isRight()) {
            try {
                var wanted = move.wanted(code, from, through, later);
                return forms.send(actor, form, MoveSessions.NAME, code, wanted)
                        .orElseGet(() -> page(code, HttpStatus.UNPROCESSABLE_CONTENT));
            } catch (Refused refused) {
                form.refuse(refused.refusal() == OrganisationRefusal.SHIFT_OUT_OF_RANGE ? "later" : "from", refused);
            }
        }
        return page(code, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView page(String code, HttpStatus status) {
        var page = new ModelAndView("organisation/session-days", status);
        page.addObject("unit", units.byCode(code));
        page.addObject("history", History.of(Subject.Kind.UNIT, code));
        return page;
    }

    /** A unit of others is answered like one that does not exist. */
    private void requireSeen(Actor actor, String code) {
        if (!list.sees(actor, code)) {
            throw new Refused(SharedRefusal.NO_SUCH_PAGE);
        }
    }
}
