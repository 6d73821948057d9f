package org.dongvon.supervision.absence;

import java.util.Arrays;
import java.util.List;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.dongvon.supervision.absence.Absences.Followed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** The follow-up diary of a borrower who left the locality. */
@Controller
class AbsenceController {

    private final Absences absences;
    private final NoteAbsence note;
    private final Transactions transactions;

    AbsenceController(Absences absences, NoteAbsence note, Transactions transactions) {
        this.absences = absences;
        this.note = note;
        this.transactions = transactions;
    }

    @GetMapping("/loans/{code}/absence")
    ModelAndView show(Actor actor, @PathVariable String code, @RequestAttribute("f") Formats formats, Form form) {
        var view = view(actor, code);
        form.withKey().with("day", formats.date(view.of().place().day()));
        return page(view, HttpStatus.OK);
    }

    @PostMapping("/loans/{code}/absence")
    ModelAndView create(Actor actor, @PathVariable String code, Form form) {
        var view = view(actor, code);
        var key = form.key();
        var day = form.date("day");
        try {
            var step = step(form.text("step"));
            var noted = new Noted(
                    step, step == AbsenceStep.MEASURE ? measure(form.text("measure")) : null, day, form.text("note"));
            if (form.isRight()) {
                note.run(actor, key, code, noted);
                return SeeOther.to("/loans/" + code + "/absence");
            }
            return page(view, HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Refused refused) {
            form.refuse(field(refused), refused);
            form.withKey();
            return page(view, Answers.status(refused));
        }
    }

    private static String field(Refused refused) {
        return refused.refusal() == AbsenceRefusal.ABSENCE_NOTE
                ? "note"
                : refused.refusal() == AbsenceRefusal.ABSENCE_AHEAD
                                || refused.refusal() == AbsenceRefusal.ABSENCE_BEFORE_LAST
                        ? "day"
                        : "step";
    }

    private static AbsenceStep step(String typed) {
        return Arrays.stream(AbsenceStep.values())
                .filter(each -> each.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> new Refused(AbsenceRefusal.ABSENCE_STEP_UNKNOWN));
    }

    private static @Nullable AbsenceMeasure measure(String typed) {
        return Arrays.stream(AbsenceMeasure.values())
                .filter(each -> each.name().equals(typed))
                .findFirst()
                .orElse(null);
    }

    private View view(Actor actor, String code) {
        return transactions.read(actor, () -> {
            var of = absences.get(code);
            var steps = Arrays.stream(AbsenceStep.values())
                    .filter(each -> NoteAbsence.fits(of, each, actor.role()))
                    .toList();
            return new View(of, steps);
        });
    }

    private static ModelAndView page(View view, HttpStatus status) {
        var page = new ModelAndView("supervision/absence", status);
        page.addObject("view", view);
        return page;
    }

    /** A loan's diary and what its reader may note. */
    record View(Followed of, List<AbsenceStep> steps) implements ShowsPeople {

        public List<AbsenceMeasure> measures() {
            return List.of(AbsenceMeasure.values());
        }

        @Override
        public Purpose purpose() {
            return Purpose.LOANS;
        }

        @Override
        public List<Long> people() {
            return of.name() == null ? List.of() : List.of(of.borrowerId());
        }
    }
}
