package org.dongvon.report.why;

import java.util.List;
import java.util.Set;
import org.dongvon.report.why.Changed.Of;
import org.dongvon.report.why.Changed.Period;
import org.dongvon.report.why.WhyChanged.Asked;
import org.dongvon.report.why.WhyChanged.JournalMoves;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Why the balance of a loan, a group, a point changed. */
@Controller
class WhyController {

    private static final int PAGE = 100;
    private static final int DIGITS = 18;

    /** Those who may open a journal. */
    private static final Set<Role> BOOKS = Set.of(
            Role.LEADER,
            Role.TELLER,
            Role.CONTROLLER,
            Role.DIRECTOR,
            Role.ACCOUNTANT,
            Role.MANAGER,
            Role.INSPECTOR,
            Role.AUDITOR);

    private final WhyChanged why;

    WhyController(WhyChanged why) {
        this.why = why;
    }

    @GetMapping("/loans/{code}/changes")
    ModelAndView ofLoan(Actor actor, @PathVariable String code, @RequestAttribute("f") Formats formats, Form form) {
        return page(actor, new Place(Of.LOAN, "/loans/", code), form, formats);
    }

    @GetMapping("/groups/{code}/changes")
    ModelAndView ofGroup(Actor actor, @PathVariable String code, @RequestAttribute("f") Formats formats, Form form) {
        return page(actor, new Place(Of.GROUP, "/groups/", code), form, formats);
    }

    @GetMapping("/units/{code}/changes")
    ModelAndView ofPoint(Actor actor, @PathVariable String code, @RequestAttribute("f") Formats formats, Form form) {
        return page(actor, new Place(Of.POINT, "/units/", code), form, formats);
    }

    /** From the first of the month until today, unless days are asked for. */
    private ModelAndView page(Actor actor, Place place, Form form, Formats formats) {
        var today = why.today(actor, place.of(), place.code());
        if (form.text("from").isEmpty()) {
            form.with("from", formats.date(today.withDayOfMonth(1)));
        }
        if (form.text("to").isEmpty()) {
            form.with("to", formats.date(today));
        }
        var from = form.date("from");
        var to = form.date("to");
        var page = new ModelAndView("report/why/changes", HttpStatus.OK);
        page.addObject("place", place);
        if (!form.isRight()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        try {
            var explained = why.explained(actor, place.of(), place.code(), asked(new Period(from, to), form));
            page.addObject("changed", explained.changed());
            page.addObject("journals", new Journals(explained.journals(), BOOKS.contains(actor.role())));
        } catch (Refused refused) {
            if (refused.refusal() != WhyRefusal.WHY_DAYS_TURNED) {
                throw refused;
            }
            form.refuse("to", refused);
            page.setStatus(Answers.status(refused));
        }
        return page;
    }

    private static Asked asked(Period period, Form form) {
        var after = form.text("after");
        int dot = after.indexOf('.');
        return dot > 0 && dot <= DIGITS && after.substring(0, dot).chars().allMatch(c -> c >= '0' && c <= '9')
                ? new Asked(period, Long.parseLong(after.substring(0, dot)), after.substring(dot + 1), PAGE + 1)
                : new Asked(period, 0, "", PAGE + 1);
    }

    /** Whose balance it is, and where its own page lies; a point has none of its own. */
    record Place(Of of, String folder, String code) {

        public String path() {
            return of == Of.POINT ? "/units" : folder + code;
        }

        public String own() {
            return folder + code + "/changes";
        }
    }

    /** The journals of a page; {@code opening} when their reader may open them. */
    record Journals(List<JournalMoves> found, boolean opening) {

        public List<JournalMoves> rows() {
            return found.stream().limit(PAGE).toList();
        }

        /** Behind which the next page begins; none when this is the last. */
        public @Nullable String next() {
            if (found.size() <= PAGE) {
                return null;
            }
            var last = found.get(PAGE - 1);
            return last.journal() + "." + last.moves().kind();
        }
    }
}
