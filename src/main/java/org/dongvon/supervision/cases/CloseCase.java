package org.dongvon.supervision.cases;

import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.dongvon.supervision.cases.LossCases.By;
import org.springframework.stereotype.Component;

/** Closes a case of which nothing is left, by two persons. The subject is its number. */
@Component
class CloseCase implements CaseRequest {

    static final String NAME = "supervision.case-closing";

    private final LossCases cases;

    CloseCase(LossCases cases) {
        this.cases = cases;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return cases.get(subject).place().pointId();
    }

    /** What is left; a request to close wants it to be nothing, so one that moved meanwhile is stale. */
    @Override
    public Facts current(String subject, Facts wanted) {
        var found = cases.get(subject);
        return OpenCase.facts(Facts.none(), found.last().left()).text("outcome", null);
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var found = cases.get(subject);
        if (found.last().closed()) {
            throw new Refused(CaseRefusal.CASE_CLOSED);
        }
        var left = found.last().left().total();
        if (!left.isZero()) {
            throw new Refused(CaseRefusal.CASE_NOT_RECOVERED, left);
        }
        CaseRequest.requireSaid(CaseRequest.spelled(wanted.textOf("outcome")));
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var found = cases.get(approved.subject());
        var today = found.place().openDay();
        cases.step(
                found,
                "CLOSED",
                Lost.NOTHING,
                new By(
                        approved.submission(),
                        checker.personId(),
                        today,
                        today,
                        CaseRequest.spelled(approved.wanted().textOf("outcome"))));
    }

    @Override
    public String form(String subject) {
        return "/cases/" + subject + "/closing";
    }
}
