package org.dongvon.shared.change;

import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.WebOnly;
import org.dongvon.shared.web.HomePart;
import org.springframework.stereotype.Component;

/** How many changes wait for whoever may approve any. */
@Component
@WebOnly
class HomeApprovals implements HomePart {

    private static final int PLACE = 5;

    private final ChangeInbox inbox;
    private final Transactions transactions;

    HomeApprovals(ChangeInbox inbox, Transactions transactions) {
        this.inbox = inbox;
        this.transactions = transactions;
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public boolean isFor(Actor actor) {
        return inbox.approves(actor);
    }

    @Override
    public String template() {
        return "shared/change/home";
    }

    @Override
    public Object load(Actor actor) {
        return transactions.read(actor, () -> inbox.countForMe(actor));
    }
}
