package org.dongvon.report;

import java.util.Set;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.WebOnly;
import org.dongvon.shared.web.HomePart;
import org.springframework.stereotype.Component;

/** The reports on the home page of those who work with figures. */
@Component
@WebOnly
class HomeReports implements HomePart {

    private static final int PLACE = 30;

    private static final Set<Role> READERS =
            Set.of(Role.MANAGER, Role.ACCOUNTANT, Role.FUND_OFFICER, Role.DIRECTOR, Role.INSPECTOR, Role.AUDITOR);

    private final Reports reports;

    HomeReports(Reports reports) {
        this.reports = reports;
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public boolean isFor(Actor actor) {
        return READERS.contains(actor.role()) && !actor.scope().isNarrowed();
    }

    @Override
    public String template() {
        return "report/home";
    }

    @Override
    public Object load(Actor actor) {
        return reports.list();
    }
}
