package org.dongvon.loan.page;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
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
class LoanController {

    /** Lines shown before the reader asks for all of them. */
    private static final int FIRST_LINES = 12;

    /** Those who do not read the cases of money lost. */
    private static final Set<Role> VILLAGE = Set.of(Role.GROUP_HEAD, Role.ASSOCIATION_STAFF, Role.COMMUNE_OFFICIAL);

    private final LoanPages pages;

    LoanController(LoanPages pages) {
        this.pages = pages;
    }

    @GetMapping("/loans/{code}")
    String show(
            Actor actor,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable String all,
            Model model) {
        var loan = pages.show(actor, code, day(on));
        model.addAttribute("loan", loan);
        model.addAttribute("mayChange", actor.role() == Role.CREDIT_OFFICER);
        model.addAttribute("mayWriteRisk", actor.role() == Role.CREDIT_OFFICER || actor.role() == Role.GROUP_HEAD);
        model.addAttribute("mayUseCredit", actor.role() == Role.CREDIT_OFFICER || actor.role() == Role.ACCOUNTANT);
        model.addAttribute("mayFollowCases", !VILLAGE.contains(actor.role()));
        model.addAttribute("mayRecover", actor.role() == Role.ACCOUNTANT);
        model.addAttribute(
                "lines", all == null ? loan.lines().stream().limit(FIRST_LINES).toList() : loan.lines());
        return "loan/loan";
    }

    @GetMapping("/loans/{code}/interest/{line}")
    String explain(Actor actor, @PathVariable String code, @PathVariable UUID line, Model model) {
        model.addAttribute("paid", pages.line(actor, code, line));
        return "loan/interest";
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : DateInput.parse(typed);
    }
}
