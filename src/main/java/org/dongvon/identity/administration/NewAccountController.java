package org.dongvon.identity.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.time.format.DateTimeFormatter;
import org.dongvon.identity.AccountChanges;
import org.dongvon.identity.AccountNumbers;
import org.dongvon.identity.HandOutPassword;
import org.dongvon.identity.IdentityRefusal;
import org.dongvon.identity.event.Caller;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The form that asks a second person to agree to a new account, and the password for its first log-in. */
@Controller
class NewAccountController {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int LONGEST_NAME = 80;

    private final AccountList list;
    private final ChangeForms forms;
    private final WantedRole wanted;
    private final AccountNumbers numbers;
    private final HandOutPassword passwords;
    private final BusinessDays days;

    NewAccountController(
            AccountList list,
            ChangeForms forms,
            WantedRole wanted,
            AccountNumbers numbers,
            HandOutPassword passwords,
            BusinessDays days) {
        this.list = list;
        this.forms = forms;
        this.wanted = wanted;
        this.numbers = numbers;
        this.passwords = passwords;
        this.days = days;
    }

    @GetMapping("/administration/new-account")
    ModelAndView show(Actor actor, Form form) {
        forms.begin(actor, form);
        form.with("from", days.latest().map(DAY::format).orElse(""));
        return page(actor, form, HttpStatus.OK);
    }

    @PostMapping("/administration/new-account")
    ModelAndView create(Actor actor, Form form) {
        var name = form.read("name", NewAccountController::name, "");
        var number = form.read("number", numbers::read, AccountNumbers.Entered.NONE);
        var facts = wanted.read(form, number.in(Facts.none().text("name", name)));
        return forms.send(
                        actor,
                        form,
                        AccountChanges.ADD_ACCOUNT,
                        form.text("login").strip(),
                        facts)
                .orElseGet(() -> page(actor, form, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @PostMapping("/administration/accounts/{login}/first-password")
    ModelAndView handOut(HttpServletRequest request, Actor actor, @PathVariable String login) {
        return new ModelAndView("identity/administration/first-password")
                .addObject("password", passwords.run(actor, login, Caller.of(request)))
                .addObject("login", login);
    }

    private ModelAndView page(Actor actor, Form form, HttpStatus status) {
        return new ModelAndView("identity/administration/new-account", status)
                .addObject("form", form)
                .addObject("roles", Role.values())
                .addObject("units", list.units(actor))
                .addObject("associations", list.associations());
    }

    private static String name(String typed) {
        if (typed.isBlank() || typed.strip().length() > LONGEST_NAME) {
            throw new Refused(IdentityRefusal.NAME_MISSING);
        }
        return typed.strip();
    }
}
