package org.dongvon.document.page;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.dongvon.document.DocumentKind;
import org.dongvon.document.Issuer;
import org.dongvon.document.RegisterDocument;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Spelling;
import org.dongvon.shared.web.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Asks for a new document in the register. */
@Controller
class DocumentFormController {

    private static final String KIND = "documentKind.";
    private static final String ISSUER = "issuer.";

    private final ChangeForms forms;

    DocumentFormController(ChangeForms forms) {
        this.forms = forms;
    }

    @GetMapping("/documents/new")
    ModelAndView show(Actor actor, @RequestAttribute("f") Formats formats, Form form) {
        forms.begin(actor, form).ifPresent(former -> {
            for (var field : new String[] {"number", "place", "title-vi", "title-en"}) {
                form.with(field, former.has(field) ? former.textOf(field) : "");
            }
            form.with("kind", former.textOf("kind").substring(KIND.length()));
            form.with("issuer", former.textOf("issuer").substring(ISSUER.length()));
            for (var field : new String[] {"issued", "from", "to"}) {
                form.with(field, former.has(field) ? formats.date(former.dateOf(field)) : "");
            }
        });
        return page(HttpStatus.OK);
    }

    @PostMapping("/documents/new")
    ModelAndView create(Actor actor, Form form) {
        var code = form.read("code", typed -> needed(typed).toUpperCase(Locale.ROOT), "");
        var wanted = Facts.none()
                .text("number", form.read("number", DocumentFormController::needed, ""))
                .word("kind", KIND + form.read("kind", typed -> constant(DocumentKind.values(), typed), "LAW"))
                .word("issuer", ISSUER + form.read("issuer", typed -> constant(Issuer.values(), typed), "BANK"))
                .text("place", form.text("place").isBlank() ? null : needed(form.text("place")))
                .text("title-vi", form.read("title-vi", DocumentFormController::needed, ""))
                .text("title-en", form.read("title-en", DocumentFormController::needed, ""))
                .date("issued", day(form, "issued"))
                .date("from", day(form, "from"))
                .date("to", day(form, "to"));
        return forms.send(actor, form, RegisterDocument.NAME, code, wanted)
                .orElseGet(() -> page(HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private static @Nullable LocalDate day(Form form, String field) {
        return form.text(field).isBlank() ? null : form.date(field);
    }

    private static String needed(String typed) {
        var text = Spelling.of(typed);
        if (text.isEmpty()) {
            throw new Refused(SharedRefusal.MISSING_FIELD);
        }
        return text;
    }

    private static String constant(Enum<?>[] values, String typed) {
        return Arrays.stream(values)
                .map(Enum::name)
                .filter(typed::equals)
                .findFirst()
                .orElseThrow(() -> new Refused(SharedRefusal.MISSING_FIELD));
    }

    private static ModelAndView page(HttpStatus status) {
        var page = new ModelAndView("document/new", status);
        page.addObject("kinds", DocumentKind.values());
        page.addObject("issuers", Issuer.values());
        return page;
    }
}
