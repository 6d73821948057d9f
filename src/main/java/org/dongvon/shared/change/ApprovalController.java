package org.dongvon.shared.change;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.ChangeInbox.View;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.PageLanguage;
import org.dongvon.shared.web.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The inbox of changes that wait for a second person, and each of them with old and new side by side. */
@Controller
class ApprovalController {

    private final ChangePages pages;
    private final DecideChange decide;

    ApprovalController(ChangePages pages, DecideChange decide) {
        this.pages = pages;
        this.decide = decide;
    }

    @GetMapping("/approvals")
    String index(Actor actor, HttpServletRequest request, Which which, Model model) {
        var language = PageLanguage.of(request);
        var view = which.show() == null ? View.FOR_ME : which.show();
        var before = which.before() == null ? Long.MAX_VALUE : which.before();
        model.addAttribute("list", pages.list(actor, language, view, before));
        model.addAttribute("views", View.values());
        if (which.done() != null) {
            model.addAttribute("done", pages.show(actor, language, which.done()));
        }
        return "shared/change/list";
    }

    @GetMapping("/approvals/{id}")
    ModelAndView show(
            Actor actor,
            HttpServletRequest request,
            @PathVariable long id,
            @RequestParam Optional<Long> done,
            Form form) {
        var page = page(actor, request, id, form, HttpStatus.OK);
        done.map(other -> pages.show(actor, PageLanguage.of(request), other))
                .ifPresent(shown -> page.addObject("done", shown));
        return page;
    }

    @PostMapping("/approvals/{id}/approval")
    ModelAndView approve(Actor actor, HttpServletRequest request, @PathVariable long id, Form form) {
        return decided(actor, request, id, form, key -> decide.approve(actor, key, id));
    }

    @PostMapping("/approvals/{id}/return")
    ModelAndView sendBack(Actor actor, HttpServletRequest request, @PathVariable long id, Form form) {
        return decided(actor, request, id, form, key -> decide.sendBack(actor, key, id, form.text("note")));
    }

    @PostMapping("/approvals/{id}/withdrawal")
    ModelAndView withdraw(Actor actor, HttpServletRequest request, @PathVariable long id, Form form) {
        return decided(actor, request, id, form, key -> decide.withdraw(actor, key, id));
    }

    private ModelAndView decided(Actor actor, HttpServletRequest request, long id, Form form, Consumer<UUID> decision) {
        var key = form.key();
        try {
            decision.accept(key);
        } catch (Refused refused) {
            // What the reader may not even see is not shown with a refusal around it.
            if (refused.refusal() == ChangeRefusal.UNKNOWN_CHANGE) {
                throw refused;
            }
            form.refuse("note", refused);
            return page(actor, request, id, form, Answers.status(refused));
        }
        return SeeOther.to(next(actor, id, form.text("from")));
    }

    /** After a decision: the next that waits, where the reader was; after a withdrawal one's own request. */
    private String next(Actor actor, long id, String from) {
        if (from.equals("own")) {
            return "/approvals/" + id;
        }
        long next = pages.next(actor, id);
        return from.equals("list") || next == 0
                ? "/approvals?done=" + id + (next == 0 ? "" : "#c" + next)
                : "/approvals/" + next + "?done=" + id;
    }

    private ModelAndView page(Actor actor, HttpServletRequest request, long id, Form form, HttpStatus status) {
        var shown = pages.show(actor, PageLanguage.of(request), id);
        form.withKey();
        var page = new ModelAndView("shared/change/show", status);
        page.addObject("shown", shown);
        page.addObject("request", shown.row().request());
        return page;
    }

    /** Which list, from where on, and what was decided just now. */
    record Which(
            @Nullable View show,
            @Nullable Long before,
            @Nullable Long done) {}
}
