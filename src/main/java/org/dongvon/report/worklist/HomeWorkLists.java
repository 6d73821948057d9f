package org.dongvon.report.worklist;

import org.dongvon.shared.Actor;
import org.dongvon.shared.WebOnly;
import org.dongvon.shared.web.HomePart;
import org.springframework.stereotype.Component;

/** The lists that somebody works from, counted on their home page. */
@Component
@WebOnly
class HomeWorkLists implements HomePart {

    private static final int PLACE = 17;

    private final WorkListPages pages;

    HomeWorkLists(WorkListPages pages) {
        this.pages = pages;
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public boolean isFor(Actor actor) {
        return pages.hasHome(actor);
    }

    @Override
    public String template() {
        return "report/worklist/home";
    }

    @Override
    public Object load(Actor actor) {
        return pages.home(actor);
    }
}
