package org.dongvon.household.contact;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.dongvon.household.AskedPurpose;
import org.dongvon.household.PhoneNumber;
import org.dongvon.household.RevealPhone;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** A person's telephone number and consent: what is held, the forms that change it, and the number whole for a purpose. */
@Controller
class ContactController {

    // Which link to show; whether it may be used is said by the table of pages alone.
    private static final Set<Role> REVEALING = Set.of(Role.LEADER, Role.TELLER, Role.DIRECTOR, Role.CREDIT_OFFICER);

    private final ContactPages pages;
    private final ContactChange change;
    private final EndConsent end;
    private final RevealPhone reveal;
    private final ChangeForms forms;
    private final Transactions transactions;

    ContactController(
            ContactPages pages,
            ContactChange change,
            EndConsent end,
            RevealPhone reveal,
            ChangeForms forms,
            Transactions transactions) {
        this.pages = pages;
        this.change = change;
        this.end = end;
        this.reveal = reveal;
        this.forms = forms;
        this.transactions = transactions;
    }

    @GetMapping("/people/{id}/contact")
    ModelAndView show(Actor actor, @PathVariable long id, @RequestAttribute("f") Formats formats, Form form) {
        forms.begin(actor, form)
                .ifPresent(former -> form.with("paper", former.textOf("paper"))
                        .with("signed", formats.date(former.dateOf("signed"))));
        return page(actor, id, form, HttpStatus.OK);
    }

    @PostMapping("/people/{id}/contact")
    ModelAndView create(Actor actor, @PathVariable long id, Form form) {
        var number = form.read("number", PhoneNumber::typed, new PhoneNumber("0900000000"));
        var name = form.read("paper", Paper::named, "–");
        var paper = new Paper(name, form.date("signed"));
        var language = form.text("language").equals("EN") ? Language.EN : Language.VI;
        if (!form.isRight()) {
            return page(actor, id, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        // Not as the reading role, which sees no hashes.
        var wanted = transactions.write(actor, () -> change.wanted(number, language, paper));
        return forms.send(actor, form, ContactChange.NAME, Long.toString(id), wanted)
                .orElseGet(() -> page(actor, id, form, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @PostMapping("/people/{id}/contact/withdrawal")
    ModelAndView end(Actor actor, @PathVariable long id, Form form) {
        UUID key = form.key();
        var name = form.read("end-paper", Paper::named, "–");
        LocalDate signed = form.date("end-signed");
        if (!form.isRight()) {
            return page(actor, id, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            end.run(actor, key, id, new Paper(name, signed));
            return SeeOther.to("/people/" + id + "/contact");
        } catch (Refused refused) {
            form.refuse("end-signed", refused);
            return page(actor, id, form, Answers.status(refused));
        }
    }

    @GetMapping("/people/{id}/contact/number")
    ModelAndView ask(Actor actor, @PathVariable long id, Form form) {
        return number(actor, id, HttpStatus.OK);
    }

    @PostMapping("/people/{id}/contact/number")
    ModelAndView reveal(Actor actor, @PathVariable long id, Form form) {
        var asked = AskedPurpose.of(form);
        if (!form.isRight()) {
            return number(actor, id, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            var day = pages.of(actor, id).who().openDay();
            var page = number(actor, id, HttpStatus.OK);
            page.addObject("digits", reveal.run(actor, id, asked, day));
            return page;
        } catch (Refused refused) {
            form.refuse("purpose", refused);
            return number(actor, id, Answers.status(refused));
        }
    }

    private ModelAndView page(Actor actor, long id, Form form, HttpStatus status) {
        // A number that was typed does not come back: nobody who passes by reads it.
        form.withKey().with("number", "");
        var page = new ModelAndView("household/contact", status);
        page.addObject("shown", pages.of(actor, id));
        page.addObject("mayAsk", ContactChange.MAKERS.contains(actor.role()));
        page.addObject("revealing", REVEALING.contains(actor.role()));
        page.addObject("languages", Language.values());
        return page;
    }

    private ModelAndView number(Actor actor, long id, HttpStatus status) {
        var page = new ModelAndView("household/contact-number", status);
        page.addObject("shown", pages.of(actor, id));
        page.addObject("purposes", AskedPurpose.choices());
        return page;
    }
}
