package org.dongvon.identity.administration;

import java.time.format.DateTimeFormatter;
import org.dongvon.identity.AccountChanges;
import org.dongvon.identity.IdentityRefusal;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
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
    private final WantedRole wanted;
    private final BusinessDays days;
    private final Transactions transactions;

    AccountChangeController(
            AccountList list, ChangeForms forms, WantedRole wanted, BusinessDays days, Transactions transactions) {
        this.list = list;
        this.forms = forms;
        this.wanted = wanted;
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
        var facts = wanted.read(form, Facts.none());
        return forms.send(actor, form, AccountChanges.GIVE_ROLE, login, facts)
                .orElseGet(() -> rolePage(actor, login, form, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @GetMapping("/administration/accounts/{login}/roles/{grant}/end")
    ModelAndView askToEnd(Actor actor, @PathVariable String login, @PathVariable long grant, Form form) {
        forms.begin(actor, form);
        return endPage(actor, login, grant, form, HttpStatus.OK);
    }

    @PostMapping("/administration/accounts/{login}/roles/{grant}/end")
    ModelAndView end(Actor actor, @PathVariable String login, @PathVariable long grant, Form form) {
        var state = Facts.none().word("state", AccountChanges.ROLE_ENDED);
        return forms.send(actor, form, AccountChanges.END_ROLE, Long.toString(grant), state)
                .orElseGet(() -> endPage(actor, login, grant, form, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @GetMapping("/administration/accounts/{login}/closing")
    ModelAndView askToClose(Actor actor, @PathVariable String login, Form form) {
        forms.begin(actor, form);
        return closePage(actor, login, form, HttpStatus.OK);
    }

    @PostMapping("/administration/accounts/{login}/closing")
    ModelAndView close(Actor actor, @PathVariable String login, Form form) {
        var state = Facts.none().word("state", AccountChanges.ACCOUNT_CLOSED);
        return forms.send(actor, form, AccountChanges.CLOSE_ACCOUNT, login, state)
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
}
