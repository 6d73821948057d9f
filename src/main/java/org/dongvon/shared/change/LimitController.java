package org.dongvon.shared.change;

import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Who may approve how much: the rows in force and before, and the form that asks for a new one. */
@Controller
class LimitController {

    private final ApprovalLimits limits;
    private final ChangeKinds kinds;
    private final LimitChange change;
    private final ChangeForms forms;
    private final Transactions transactions;

    LimitController(
            ApprovalLimits limits,
            ChangeKinds kinds,
            LimitChange change,
            ChangeForms forms,
            Transactions transactions) {
        this.limits = limits;
        this.kinds = kinds;
        this.change = change;
        this.forms = forms;
        this.transactions = transactions;
    }

    @GetMapping("/approvals/limits")
    String index(Actor actor, Model model) {
        var rows = transactions.read(actor, limits::history);
        var asked = rows.stream().map(ApprovalLimits.Row::kind).distinct().toList();
        model.addAttribute("rows", rows);
        model.addAttribute(
                "open",
                kinds.all().stream()
                        .filter(kind -> asked.contains(kind.name()))
                        .flatMap(kind -> kind.approvers().stream().map(role -> new Open(kind.name(), role)))
                        .toList());
        model.addAttribute("mayAsk", change.makers().contains(actor.role()));
        return "shared/change/limits";
    }

    @GetMapping("/approvals/limits/{kind}/{role}")
    ModelAndView show(
            Actor actor,
            @PathVariable String kind,
            @PathVariable String role,
            @RequestAttribute("f") Formats formats,
            Form form) {
        forms.begin(actor, form).ifPresent(former -> {
            form.with("from", formats.date(former.dateOf("from")));
            form.with("up-to", former.has("up-to") ? formats.dong(former.dongOf("up-to")) : "");
        });
        return page(kind, role, HttpStatus.OK);
    }

    @PostMapping("/approvals/limits/{kind}/{role}")
    ModelAndView create(Actor actor, @PathVariable String kind, @PathVariable String role, Form form) {
        Dong upTo = form.text("any").isEmpty() ? form.money("up-to") : null;
        var wanted = Facts.none().dong("up-to", upTo).date("from", form.date("from"));
        return forms.send(actor, form, LimitChange.NAME, kind + ":" + role, wanted)
                .orElseGet(() -> page(kind, role, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private ModelAndView page(String kind, String role, HttpStatus status) {
        var open = kinds.get(kind).approvers().stream()
                .filter(each -> each.name().equals(role))
                .findFirst()
                .orElseThrow(() -> new Refused(ChangeRefusal.UNKNOWN_CHANGE_KIND, kind));
        var page = new ModelAndView("shared/change/limit", status);
        page.addObject("limit", new Open(kind, open));
        page.addObject(
                "rows",
                limits.history().stream()
                        .filter(row -> row.kind().equals(kind) && row.role() == open)
                        .toList());
        return page;
    }

    /** A kind with a role that approves it. */
    record Open(String kind, Role role) {}
}
