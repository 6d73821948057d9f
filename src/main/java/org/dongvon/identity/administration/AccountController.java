package org.dongvon.identity.administration;

import java.util.List;
import org.dongvon.identity.IdentityRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.timeline.History;
import org.dongvon.shared.timeline.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class AccountController {

    private static final int LONGEST = 64;

    private final AccountList list;
    private final Transactions transactions;

    AccountController(AccountList list, Transactions transactions) {
        this.list = list;
        this.transactions = transactions;
    }

    @GetMapping("/administration/accounts")
    String index(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        var typed = q.strip().substring(0, Math.min(LONGEST, q.strip().length()));
        var rows = transactions.read(actor, () -> list.page(actor, typed, after));
        var shown = rows.subList(0, Math.min(AccountList.PAGE, rows.size()));
        var next = rows.size() > shown.size() ? shown.getLast().login() : null;
        model.addAttribute("page", new Page(typed, shown, after, next));
        return "identity/administration/accounts";
    }

    @GetMapping("/administration/accounts/{login}")
    String show(Actor actor, @PathVariable String login, Model model) {
        var shown = transactions.read(actor, () -> {
            var account = list.find(actor, login).orElseThrow(() -> new Refused(IdentityRefusal.UNKNOWN_LOGIN, login));
            return new Shown(account, list.waiting(account), list.neverCame(account));
        });
        model.addAttribute("shown", shown);
        model.addAttribute("history", History.of(Subject.Kind.ACCOUNT, login));
        return "identity/administration/account";
    }

    /** A page of the list; {@code next} is the last login on it, when there are more. */
    record Page(
            String typed,
            List<AccountList.Row> rows,
            String after,
            @Nullable String next) {}

    /** An account with what waits for a second person, and whether its own person has not come yet. */
    record Shown(AccountList.Row account, List<AccountList.Waiting> waiting, boolean neverCame) {}
}
