package org.dongvon.notice.page;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Set;
import org.dongvon.notice.MessageState;
import org.dongvon.notice.NoticeRefusal;
import org.dongvon.notice.making.MakeMessages;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
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

/** Messages by day, of a person, and one by itself. */
@Controller
class MessageController {

    // Which forms to show; whether they may be used is said by the table of pages alone.
    private static final Set<Role> MAKING = Set.of(Role.LEADER, Role.CREDIT_OFFICER, Role.DIRECTOR);
    private static final Set<Role> DECIDING = Set.of(Role.LEADER, Role.CREDIT_OFFICER);

    private final MessagePages pages;
    private final MakeMessages make;
    private final DecideMessage decide;
    private final Units units;
    private final BusinessDays days;

    MessageController(MessagePages pages, MakeMessages make, DecideMessage decide, Units units, BusinessDays days) {
        this.pages = pages;
        this.make = make;
        this.decide = decide;
        this.units = units;
        this.days = days;
    }

    @GetMapping("/messages")
    ModelAndView index(
            Actor actor,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "0") long after,
            Form form) {
        form.withKey();
        var page = new ModelAndView("notice/messages");
        page.addObject("list", pages.ofDay(actor, day(day), state(state), after));
        page.addObject("states", MessageState.values());
        page.addObject("making", MAKING.contains(actor.role()) && actor.officeId() != 0);
        return page;
    }

    @PostMapping("/messages")
    ModelAndView create(Actor actor, Form form) {
        var office = units.get(actor.officeId());
        make.run(actor, form.key(), office, days.today(office.id()));
        return SeeOther.to("/messages");
    }

    @GetMapping("/messages/{id}")
    ModelAndView show(Actor actor, @PathVariable long id, Form form) {
        return page(actor, id, form, HttpStatus.OK);
    }

    @PostMapping("/messages/{id}")
    ModelAndView decide(Actor actor, @PathVariable long id, Form form) {
        var key = form.key();
        try {
            var decision = Arrays.stream(MessageState.Decision.values())
                    .filter(each -> each.name().equals(form.text("do")))
                    .findFirst()
                    .orElseThrow(() -> new Refused(NoticeRefusal.DECISION_NOT_CHOSEN));
            decide.run(actor, key, new DecideMessage.Wish(id, decision, form.text("reason")));
            return SeeOther.to("/messages/" + id);
        } catch (Refused refused) {
            form.refuse("reason", refused);
            return page(actor, id, form, Answers.status(refused));
        }
    }

    @GetMapping("/people/{id}/messages")
    ModelAndView ofPerson(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "0") long before) {
        var page = new ModelAndView("notice/person");
        page.addObject("list", pages.ofPerson(actor, id, before));
        return page;
    }

    private ModelAndView page(Actor actor, long id, Form form, HttpStatus status) {
        form.withKey();
        var page = new ModelAndView("notice/message", status);
        page.addObject("one", pages.one(actor, id));
        page.addObject("deciding", DECIDING.contains(actor.role()));
        return page;
    }

    /** A day of an address, which a page made; anything else is as if there were none. */
    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(typed) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String state(String typed) {
        return Arrays.stream(MessageState.values()).anyMatch(each -> each.name().equals(typed)) ? typed : "";
    }
}
