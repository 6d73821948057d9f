package org.dongvon.identity.administration;

import java.util.Set;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.WebOnly;
import org.dongvon.shared.web.HomePart;
import org.springframework.stereotype.Component;

/** How many accounts and roles there are, on the home page of those who keep or audit them. */
@Component
@WebOnly
class HomeAccounts implements HomePart {

    private static final int PLACE = 15;

    private static final Set<Role> READERS = Set.of(Role.ADMINISTRATOR, Role.LOG_AUDITOR);

    private final AccountList list;
    private final Transactions transactions;

    HomeAccounts(AccountList list, Transactions transactions) {
        this.list = list;
        this.transactions = transactions;
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public boolean isFor(Actor actor) {
        return READERS.contains(actor.role());
    }

    @Override
    public String template() {
        return "identity/administration/home";
    }

    @Override
    public Object load(Actor actor) {
        return transactions.read(actor, () -> list.numbers(actor));
    }
}
