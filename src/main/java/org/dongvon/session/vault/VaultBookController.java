package org.dongvon.session.vault;

import java.time.LocalDate;
import java.util.Objects;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.closing.CashCount;
import org.dongvon.session.closing.CountedNotes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.text.DateInput;
import org.dongvon.shared.web.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class VaultBookController {

    private final VaultBook book;
    private final VaultPage pages;
    private final VaultCountChange change;
    private final ChangeForms forms;

    VaultBookController(VaultBook book, VaultPage pages, VaultCountChange change, ChangeForms forms) {
        this.book = book;
        this.pages = pages;
        this.change = change;
        this.forms = forms;
    }

    @GetMapping("/vault/book")
    ModelAndView book(
            Actor actor, @RequestParam(defaultValue = "") String office, @RequestParam(defaultValue = "") String day) {
        var page = new ModelAndView("session/vault/book");
        page.addObject("book", book.read(actor, office, date(day)));
        page.addObject("denominations", CashCount.DENOMINATIONS);
        page.addObject("mayCount", change.makers().contains(actor.role()));
        return page;
    }

    private static @Nullable LocalDate date(String text) {
        return text.isEmpty() ? null : DateInput.parse(text);
    }

    @GetMapping("/vault/count")
    ModelAndView form(Actor actor, Form form) {
        form.withKey();
        return count(actor, HttpStatus.OK);
    }

    @PostMapping("/vault/count")
    ModelAndView ask(Actor actor, Form form) {
        var shown = pages.read(actor, "");
        var count = Objects.requireNonNullElse(CountedNotes.read(form), CashCount.of(Dong.ZERO));
        if (form.money("book").compareTo(shown.held()) != 0) {
            form.refuse("book", new Refused(SessionRefusal.VAULT_MOVED_SINCE, form.money("book"), shown.held()));
        }
        return forms.send(
                        actor,
                        form,
                        VaultCountChange.NAME,
                        shown.office().code(),
                        VaultCountChange.wanted(count, shown.held()))
                .orElseGet(() -> count(actor, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private ModelAndView count(Actor actor, HttpStatus status) {
        var page = new ModelAndView("session/vault/count", status);
        page.addObject("vault", pages.read(actor, ""));
        page.addObject("denominations", CashCount.DENOMINATIONS);
        return page;
    }
}
