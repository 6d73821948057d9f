package org.dongvon.loan.application.page;

import org.dongvon.loan.application.Transition;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.WebOnly;
import org.dongvon.shared.web.HomePart;
import org.springframework.stereotype.Component;

/** What of the applications waits for the reader, on their home page. */
@Component
@WebOnly
class HomeApplications implements HomePart {

    private static final int PLACE = 15;

    private final ApplicationPages pages;

    HomeApplications(ApplicationPages pages) {
        this.pages = pages;
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public boolean isFor(Actor actor) {
        // What waits for a decision stands in the inbox of approvals.
        return actor.role() != Role.DIRECTOR
                && actor.role() != Role.MANAGER
                && !Transition.waitingFor(actor.role()).isEmpty();
    }

    @Override
    public String template() {
        return "loan/application/home";
    }

    @Override
    public Object load(Actor actor) {
        return pages.home(actor);
    }
}
