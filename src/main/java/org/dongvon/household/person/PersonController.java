package org.dongvon.household.person;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.dongvon.household.AskedPurpose;
import org.dongvon.household.RevealIdentity;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.text.IdentityNumber;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class PersonController {

    // Which links and forms to show; whether they may be used is said by the table of pages alone.
    private static final Set<Role> REVEALING = Set.of(Role.LEADER, Role.TELLER, Role.DIRECTOR, Role.CREDIT_OFFICER);
    private static final Set<Role> DELETING = Set.of(Role.LEADER, Role.DIRECTOR, Role.CREDIT_OFFICER);
    private static final Set<Role> COPYING =
            Set.of(Role.LEADER, Role.DIRECTOR, Role.CREDIT_OFFICER, Role.AUDITOR, Role.LOG_AUDITOR);

    private final PersonPages pages;
    private final RevealIdentity reveal;
    private final RestrictPerson restrict;

    PersonController(PersonPages pages, RevealIdentity reveal, RestrictPerson restrict) {
        this.pages = pages;
        this.reveal = reveal;
        this.restrict = restrict;
    }

    @GetMapping("/people/{id}")
    ModelAndView show(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "0") long seen, Form form) {
        return page(actor, id, seen == 0 ? Long.MAX_VALUE : seen, form, HttpStatus.OK);
    }

    @GetMapping("/people/{id}/identity")
    ModelAndView ask(Actor actor, @PathVariable long id, Form form) {
        return identity(actor, id, HttpStatus.OK);
    }

    @PostMapping("/people/{id}/identity")
    ModelAndView reveal(Actor actor, @PathVariable long id, Form form) {
        var asked = AskedPurpose.of(form);
        if (!form.isRight()) {
            return identity(actor, id, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            var digits = reveal.run(actor, id, asked, "/people/{id}/identity");
            var page = identity(actor, id, HttpStatus.OK);
            page.addObject("digits", IdentityNumber.shown(digits));
            page.addObject("ethnicGroup", pages.ethnicGroup(actor, id).orElse(null));
            return page;
        } catch (Refused refused) {
            form.refuse("purpose", refused);
            return identity(actor, id, Answers.status(refused));
        }
    }

    @PostMapping("/people/{id}/export")
    Object copy(Actor actor, @PathVariable long id, Form form) {
        if (form.text("purpose").isEmpty()) {
            form.with("purpose", Purpose.SUBJECT_REQUEST.name());
        }
        var asked = AskedPurpose.of(form);
        if (!form.isRight()) {
            return page(actor, id, Long.MAX_VALUE, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var copy = pages.copy(actor, id, asked);
        if (form.text("format").equals("json")) {
            var name = ContentDisposition.attachment()
                    .filename("person-" + id + ".json", StandardCharsets.UTF_8)
                    .build();
            return ResponseEntity.ok()
                    .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(CopyAsJson.of(copy).getBytes(StandardCharsets.UTF_8));
        }
        var page = new ModelAndView("household/person-print");
        page.addObject("copy", copy);
        page.addObject("digits", IdentityNumber.shown(copy.identity()));
        page.addObject("actor", actor);
        return page;
    }

    @PostMapping("/people/{id}/restriction")
    ModelAndView restrict(Actor actor, @PathVariable long id, Form form) {
        try {
            var key = form.key();
            boolean restricted = form.text("restricted").equals("true");
            restrict.run(actor, new RestrictPerson.Wish(key, id, restricted, form.text("reason")));
            return SeeOther.to("/people/" + id);
        } catch (Refused refused) {
            form.refuse("reason", refused);
            return page(actor, id, Long.MAX_VALUE, form, Answers.status(refused));
        }
    }

    @PostMapping("/people/{id}/deletion")
    ModelAndView delete(Actor actor, @PathVariable long id, Form form) {
        var refused = pages.refusalToDelete(actor, id);
        form.refuse("deletion", refused);
        return page(actor, id, Long.MAX_VALUE, form, Answers.status(refused));
    }

    private ModelAndView page(Actor actor, long id, long seen, Form form, HttpStatus status) {
        form.withKey();
        var page = new ModelAndView("household/person", status);
        page.addObject("person", pages.view(actor, id, seen));
        page.addObject("watching", PersonPages.mayWatch(actor));
        page.addObject("directing", actor.role() == Role.DIRECTOR);
        page.addObject("deleting", DELETING.contains(actor.role()));
        page.addObject("copying", COPYING.contains(actor.role()));
        page.addObject("revealing", REVEALING.contains(actor.role()));
        page.addObject("correcting", PersonCorrection.MAKERS.contains(actor.role()));
        return page;
    }

    private ModelAndView identity(Actor actor, long id, HttpStatus status) {
        var page = new ModelAndView("household/identity", status);
        page.addObject("cover", pages.cover(actor, id));
        page.addObject("purposes", AskedPurpose.choices());
        return page;
    }
}
