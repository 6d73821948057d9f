package org.dongvon.ledger.page;

import java.time.LocalDate;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.text.DateInput;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class JournalController {

    private final JournalPages pages;

    JournalController(JournalPages pages) {
        this.pages = pages;
    }

    @GetMapping("/journals")
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        model.addAttribute("books", pages.day(actor, office, read(day), after));
        model.addAttribute("first", after == 0);
        model.addAttribute("mayWrite", actor.role() == Role.ACCOUNTANT);
        return "ledger/journals";
    }

    @GetMapping("/journals/{id}")
    String show(Actor actor, @PathVariable long id, Model model) {
        model.addAttribute("journal", pages.journal(actor, id));
        model.addAttribute("mayWrite", actor.role() == Role.ACCOUNTANT);
        return "ledger/journal";
    }

    private static @Nullable LocalDate read(String typed) {
        return typed.isBlank() ? null : DateInput.parse(typed);
    }
}
