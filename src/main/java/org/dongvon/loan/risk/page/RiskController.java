package org.dongvon.loan.risk.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.loan.risk.AddEvidence;
import org.dongvon.loan.risk.Capacity;
import org.dongvon.loan.risk.Cause;
import org.dongvon.loan.risk.EvidenceKind;
import org.dongvon.loan.risk.Loss;
import org.dongvon.loan.risk.Measure;
import org.dongvon.loan.risk.Move;
import org.dongvon.loan.risk.MoveDossier;
import org.dongvon.loan.risk.RecordMinutes;
import org.dongvon.loan.risk.RiskRefusal;
import org.dongvon.loan.risk.RiskRules;
import org.dongvon.loan.risk.Step;
import org.dongvon.loan.risk.WriteDossier;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Debts at risk: what waits for whom, one dossier with what may be done with it, and a new one (01/XLN). */
@Controller
class RiskController {

    /** Rows for participants in the form of the minutes. */
    private static final int PARTICIPANTS = 7;

    private final RiskPages pages;
    private final WriteDossier write;
    private final AddEvidence evidence;
    private final RecordMinutes minutes;
    private final MoveDossier move;

    RiskController(RiskPages pages, WriteDossier write, AddEvidence evidence, RecordMinutes minutes, MoveDossier move) {
        this.pages = pages;
        this.write = write;
        this.evidence = evidence;
        this.minutes = minutes;
        this.move = move;
    }

    @GetMapping("/risk")
    ModelAndView list(
            Actor actor, @RequestParam(defaultValue = "") String step, @RequestParam(defaultValue = "") String after) {
        var page = new ModelAndView("loan/risk/list");
        page.addObject("list", pages.list(actor, one(Step.values(), step).orElse(null), plain(after)));
        page.addObject("ofBank", isOfBank(actor));
        return page;
    }

    @GetMapping("/risk/new")
    ModelAndView blank(Actor actor, @RequestParam(defaultValue = "") String loan, Form form) {
        return blank(actor, plain(loan), form, HttpStatus.OK);
    }

    private ModelAndView blank(Actor actor, String loan, Form form, HttpStatus status) {
        form.withKey();
        var page = new ModelAndView("loan/risk/new", status);
        page.addObject("blank", pages.blank(actor, loan));
        page.addObject("measures", List.of(Measure.values()));
        return page;
    }

    @PostMapping("/risk/new")
    ModelAndView create(Actor actor, @RequestParam(defaultValue = "") String loan, Form form) {
        var code = plain(loan);
        pages.blank(actor, code);
        var key = form.key();
        var damage = form.money("damage");
        var project = form.money("project");
        var measure = chosen(Measure.values(), form.text("measure"));
        int months = measure == Measure.WRITE_OFF ? 0 : form.count("months");
        if (!form.isRight()) {
            return blank(actor, code, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            var asked = new RiskRules.Asked(
                    chosen(Cause.values(), form.text("cause")), new Loss(damage, project), measure, months);
            var words = new WriteDossier.Words(form.text("income"), form.text("plan"));
            var wish = new WriteDossier.Wish(
                    key, code, asked, words, form.text("used").equals("RIGHT"));
            return SeeOther.to("/risk/" + write.run(actor, wish));
        } catch (Refused refused) {
            form.refuse(fieldOf(refused), refused);
            return blank(actor, code, form, Answers.status(refused));
        }
    }

    private static String fieldOf(Refused refused) {
        return switch (refused.refusal()) {
            case RiskRefusal.RISK_CAUSE_NOT_LISTED -> "cause";
            case RiskRefusal.RISK_DAMAGE_ABOVE_PROJECT, RiskRefusal.RISK_LOSS_TOO_SMALL -> "damage";
            case RiskRefusal.RISK_FREEZE_TOO_LONG -> "months";
            case RiskRefusal.RISK_LOAN_MISUSED -> "used";
            case LoanRefusal.LOAN_NOT_ACTIVE -> "measure";
            case RiskRefusal.RISK_INCOMPLETE -> "plan";
            default -> "measure";
        };
    }

    @GetMapping("/risk/{code}")
    ModelAndView show(Actor actor, @PathVariable String code, Form form) {
        return show(actor, code, form, HttpStatus.OK);
    }

    private ModelAndView show(Actor actor, String code, Form form, HttpStatus status) {
        form.withKey();
        var page = new ModelAndView("loan/risk/show", status);
        page.addObject("dossier", pages.one(actor, code));
        page.addObject("ofBank", isOfBank(actor));
        page.addObject("kinds", List.of(EvidenceKind.values()));
        page.addObject("capacities", List.of(Capacity.values()));
        return page;
    }

    @PostMapping("/risk/{code}/evidence")
    ModelAndView addEvidence(Actor actor, @PathVariable String code, Form form) {
        return act(actor, code, form, "number", key -> {
            var issued = form.date("issued");
            var until = form.text("until").isBlank() ? null : form.date("until");
            if (form.isRight()) {
                var paper = new AddEvidence.Paper(
                        chosen(EvidenceKind.values(), form.text("kind")),
                        form.text("number"),
                        issued,
                        form.text("issuer"),
                        until);
                evidence.run(actor, new AddEvidence.Wish(key, code, paper));
            }
        });
    }

    @PostMapping("/risk/{code}/minutes")
    ModelAndView recordMinutes(Actor actor, @PathVariable String code, Form form) {
        return act(actor, code, form, "finding", key -> {
            LocalDate held = form.date("held");
            if (form.isRight()) {
                minutes.run(
                        actor,
                        new RecordMinutes.Wish(
                                key, code, held, form.text("finding"), form.text("proposal"), participants(form)));
            }
        });
    }

    private static List<RecordMinutes.Participant> participants(Form form) {
        var people = new ArrayList<RecordMinutes.Participant>();
        for (int i = 1; i <= PARTICIPANTS; i++) {
            var name = form.text("name" + i);
            if (!name.isBlank()) {
                people.add(new RecordMinutes.Participant(chosen(Capacity.values(), form.text("capacity" + i)), name));
            }
        }
        return people;
    }

    @PostMapping("/risk/{code}/moves")
    ModelAndView moveOn(
            Actor actor,
            @PathVariable String code,
            @RequestParam(name = "move", defaultValue = "") String typed,
            Form form) {
        return act(actor, code, form, "reason", key -> {
            var wish = new MoveDossier.Wish(
                    key, code, chosen(Move.values(), typed), plain(form.text("round")), form.text("reason"));
            move.run(actor, wish);
        });
    }

    /** Does something with a dossier and shows it again; a refusal is marked at the field. */
    private ModelAndView act(Actor actor, String code, Form form, String field, Act act) {
        pages.one(actor, code);
        try {
            act.with(form.key());
        } catch (Refused refused) {
            form.refuse(field, refused);
            return show(actor, code, form, Answers.status(refused));
        }
        return form.isRight()
                ? SeeOther.to("/risk/" + code)
                : show(actor, code, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Whether the reader sees the bank's rounds, too. */
    private static boolean isOfBank(Actor actor) {
        return !Set.of(Role.GROUP_HEAD, Role.ASSOCIATION_STAFF, Role.COMMUNE_OFFICIAL)
                .contains(actor.role());
    }

    private static <E extends Enum<E>> Optional<E> one(E[] all, @Nullable String typed) {
        return Arrays.stream(all).filter(each -> each.name().equals(typed)).findFirst();
    }

    /** What a list on the page itself offered. */
    private static <E extends Enum<E>> E chosen(E[] all, String typed) {
        return one(all, typed).orElseThrow(() -> new Refused(SharedRefusal.PAGE_EXPIRED));
    }

    /** PostgreSQL keeps no NUL; nobody types one. */
    private static String plain(String typed) {
        return typed.replace("\0", "").strip();
    }

    private interface Act {
        void with(UUID key);
    }
}
