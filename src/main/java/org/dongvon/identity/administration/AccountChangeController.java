package org.dongvon.identity.administration;

import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.dongvon.identity.AccountChanges;
import org.dongvon.identity.IdentityRefusal;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.GroupsByCode.Found;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The forms that ask a second person to give a role, to end one, to close an account. */
@Controller
class AccountChangeController {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final AccountList list;
    private final ChangeForms forms;
    private final NamedGroups groups;
    private final BusinessDays days;
    private final Transactions transactions;

    AccountChangeController(
            AccountList list, ChangeForms forms, NamedGroups groups, BusinessDays days, Transactions transactions) {
        this.list = list;
        this.forms = forms;
        this.groups = groups;
        this.days = days;
        this.transactions = transactions;
    }

    @GetMapping("/administration/accounts/{login}/roles/new")
    ModelAndView newRole(Actor actor, @PathVariable String login, Form form) {
        forms.begin(actor, form);
        form.with("from", days.latest().map(DAY::format).orElse(""));
        return rolePage(actor, login, form, HttpStatus.OK);
    }

    @PostMapping("/administration/accounts/{login}/roles/new")
    ModelAndView giveRole(Actor actor, @PathVariable String login, Form form) {
        var wanted = Facts.none()
                .word(
                        "role",
                        "role."
                                + form.read("role", AccountChangeController::role, Role.AUDITOR)
                                        .name())
                .text("unit", form.text("unit").strip());
        var association = form.text("association");
        if (!association.isEmpty()) {
            wanted = wanted.text("association", association);
        }
        var group = form.read(
                "group", typed -> groups.find(typed.strip(), form.text("unit").strip()), Optional.<Found>empty());
        if (group.isPresent()) {
            wanted = wanted.text("group", group.get().name())
                    .hidden("group-id", Long.toString(group.get().id()));
        }
        wanted = wanted.date("from", form.date("from"));
        if (!form.text("through").isBlank()) {
            wanted = wanted.date("through", form.date("through"));
        }
        return forms.send(actor, form, AccountChanges.GIVE_ROLE, login, wanted)
                .orElseGet(() -> rolePage(actor, login, form, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @GetMapping("/administration/accounts/{login}/roles/{grant}/end")
    ModelAndView askToEnd(Actor actor, @PathVariable String login, @PathVariable long grant, Form form) {
        forms.begin(actor, form);
        return endPage(actor, login, grant, form, HttpStatus.OK);
    }

    @PostMapping("/administration/accounts/{login}/roles/{grant}/end")
    ModelAndView end(Actor actor, @PathVariable String login, @PathVariable long grant, Form form) {
        var wanted = Facts.none().word("state", AccountChanges.ROLE_ENDED);
        return forms.send(actor, form, AccountChanges.END_ROLE, Long.toString(grant), wanted)
                .orElseGet(() -> endPage(actor, login, grant, form, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @GetMapping("/administration/accounts/{login}/closing")
    ModelAndView askToClose(Actor actor, @PathVariable String login, Form form) {
        forms.begin(actor, form);
        return closePage(actor, login, form, HttpStatus.OK);
    }

    @PostMapping("/administration/accounts/{login}/closing")
    ModelAndView close(Actor actor, @PathVariable String login, Form form) {
        var wanted = Facts.none().word("state", AccountChanges.ACCOUNT_CLOSED);
        return forms.send(actor, form, AccountChanges.CLOSE_ACCOUNT, login, wanted)
                .orElseGet(() -> closePage(actor, login, form, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private ModelAndView rolePage(Actor actor, String login, Form form, HttpStatus status) {
        return page(actor, login, form, "identity/administration/role", status)
                .addObject("roles", Role.values())
                .addObject("units", list.units(actor))
                .addObject("associations", list.associations());
    }

    private ModelAndView endPage(Actor actor, String login, long grant, Form form, HttpStatus status) {
        var page = page(actor, login, form, "identity/administration/end", status);
        var held = account(actor, login).roles().stream()
                .filter(role -> role.id() == grant)
                .findFirst()
                .orElseThrow(() -> new Refused(IdentityRefusal.GRANT_ENDED));
        return page.addObject("held", held);
    }

    private ModelAndView closePage(Actor actor, String login, Form form, HttpStatus status) {
        return page(actor, login, form, "identity/administration/closing", status);
    }

    private ModelAndView page(Actor actor, String login, Form form, String view, HttpStatus status) {
        return new ModelAndView(view, status)
                .addObject("account", account(actor, login))
                .addObject("form", form);
    }

    private AccountList.Row account(Actor actor, String login) {
        return transactions.read(
                actor,
                () -> list.find(actor, login).orElseThrow(() -> new Refused(IdentityRefusal.UNKNOWN_LOGIN, login)));
    }

    private static Role role(String typed) {
        for (var role : Role.values()) {
            if (role.name().equals(typed) && role != Role.SYSTEM) {
                return role;
            }
        }
        throw new Refused(IdentityRefusal.NO_SUCH_CHOICE, typed);
    }
}
