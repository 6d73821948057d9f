package org.dongvon.household.person;

import java.time.LocalDate;
import java.util.Optional;
import org.dongvon.household.Born;
import org.dongvon.household.Households.Sex;
import org.dongvon.household.IdentityNumber;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Spelling;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Asks for a correction of what is held about a person. */
@Controller
class CorrectionController {

    private final PersonPages pages;
    private final PersonCorrection correction;
    private final ChangeForms forms;
    private final Transactions transactions;

    CorrectionController(PersonPages pages, PersonCorrection correction, ChangeForms forms, Transactions transactions) {
        this.pages = pages;
        this.correction = correction;
        this.forms = forms;
        this.transactions = transactions;
    }

    @GetMapping("/people/{id}/correction")
    ModelAndView show(Actor actor, @PathVariable long id, @RequestAttribute("f") Formats formats, Form form) {
        var file = pages.cover(actor, id).file();
        form.with("name", file.name())
                .with(
                        "born",
                        file.born().yearOnly()
                                ? Integer.toString(file.bornOn().getYear())
                                : formats.date(file.bornOn()))
                .with("sex", file.sex().name());
        forms.begin(actor, form)
                .ifPresent(former -> form.with("name", former.textOf("name"))
                        .with(
                                "born",
                                PersonCorrection.isYear(former)
                                        ? Integer.toString(former.dateOf("born").getYear())
                                        : formats.date(former.dateOf("born")))
                        .with("sex", former.textOf("sex").substring("person.sex.".length())));
        return page(actor, id, HttpStatus.OK);
    }

    @PostMapping("/people/{id}/correction")
    ModelAndView create(Actor actor, @PathVariable long id, Form form) {
        var name = Spelling.of(form.text("name"));
        var born = form.read("born", Born::typed, new Born(LocalDate.EPOCH, false));
        var sex = form.text("sex").equals("M") ? Sex.M : Sex.F;
        Optional<IdentityNumber> number = form.read("identity", CorrectionController::number, Optional.empty());
        // Not as the reading role, which sees no hashes.
        var wanted = transactions.write(
                actor,
                () -> correction.wanted(pages.cover(actor, id).file(), name, born, sex.name(), number.orElse(null)));
        return forms.send(actor, form, PersonCorrection.NAME, Long.toString(id), wanted)
                .orElseGet(() -> {
                    form.with("identity", "");
                    return page(actor, id, HttpStatus.UNPROCESSABLE_CONTENT);
                });
    }

    private static Optional<IdentityNumber> number(String typed) {
        var digits = typed.replaceAll("[\\s.-]", "");
        return digits.isEmpty() ? Optional.empty() : Optional.of(new IdentityNumber(digits));
    }

    private ModelAndView page(Actor actor, long id, HttpStatus status) {
        var page = new ModelAndView("household/correction", status);
        page.addObject("cover", pages.cover(actor, id));
        page.addObject("sexes", Sex.values());
        return page;
    }
}
