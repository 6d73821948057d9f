package org.dongvon.household.members;

import java.util.Set;
import java.util.stream.Collectors;
import org.dongvon.household.HouseholdRefusal;
import org.dongvon.household.members.AuthoriseBorrower.Agreement;
import org.dongvon.household.members.AuthoriseBorrower.Liability;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Prints a 01/UQ to be signed, and takes a signed one down. */
@Controller
class AuthorisationController {

    private static final String SIGNED = "signed-";

    private final HouseholdPages pages;
    private final AuthoriseBorrower authorise;
    private final DelegationPaper paper;

    AuthorisationController(HouseholdPages pages, AuthoriseBorrower authorise, DelegationPaper paper) {
        this.pages = pages;
        this.authorise = authorise;
        this.paper = paper;
    }

    /** The form for the household to sign. */
    @GetMapping("/households/{code}/authorisation/paper")
    ModelAndView show(Actor actor, @PathVariable String code, Form form) {
        var printed = paper.print(actor, code, person(form));
        return printed.file().showing(printed);
    }

    @GetMapping("/households/{code}/authorisation")
    ModelAndView ask(Actor actor, @PathVariable String code, Form form) {
        form.withKey();
        return page(actor, code, HttpStatus.OK);
    }

    @PostMapping("/households/{code}/authorisation")
    ModelAndView create(Actor actor, @PathVariable String code, Form form) {
        var key = form.key();
        var on = form.date("on");
        if (!form.isRight()) {
            return page(actor, code, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            var liability = form.text("liable").isEmpty() ? Liability.NONE : Liability.TOGETHER;
            authorise.run(
                    actor,
                    key,
                    new Agreement(code, person(form), on, form.text("witness"), signers(actor, code, form), liability));
            return SeeOther.to("/households/" + code);
        } catch (Refused refused) {
            form.refuse(field(refused), refused);
            return page(actor, code, Answers.status(refused));
        }
    }

    /** Whom the form names; nobody is 0. */
    private static long person(Form form) {
        return form.text("borrower").matches("\\d{1,18}") ? Long.parseLong(form.text("borrower")) : 0;
    }

    private Set<Long> signers(Actor actor, String code, Form form) {
        return pages.form(actor, code).file().members().stream()
                .map(HouseholdFile.Member::id)
                .filter(each -> !form.text(SIGNED + each).isEmpty())
                .collect(Collectors.toSet());
    }

    private static String field(Refused refused) {
        return refused.refusal() instanceof HouseholdRefusal rule
                ? switch (rule) {
                    case WITNESS_NOT_GIVEN, NAME_NOT_GIVEN -> "witness";
                    case NOT_LIABLE -> "liable";
                    case NOT_ADULT, NOT_A_MEMBER -> "borrower";
                    case SIGNATURES_MISSING -> "signed";
                    default -> "on";
                }
                : "on";
    }

    private ModelAndView page(Actor actor, String code, HttpStatus status) {
        var page = new ModelAndView("household/authorisation", status);
        page.addObject("view", pages.form(actor, code));
        return page;
    }
}
