package org.dongvon.supervision.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Label;
import org.dongvon.supervision.SupervisedGroups;
import org.dongvon.supervision.cases.LossCases.By;
import org.dongvon.supervision.cases.LossCases.Opening;
import org.dongvon.supervision.cases.LossCases.What;
import org.springframework.stereotype.Component;

/** Opens a case of money lost in a group, by two persons. The subject is the group's code. */
@Component
class OpenCase implements CaseRequest {

    static final String NAME = "supervision.case";

    private final LossCases cases;
    private final SupervisedGroups groups;

    OpenCase(LossCases cases, SupervisedGroups groups) {
        this.cases = cases;
        this.groups = groups;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Label describe(String subject) {
        return Label.same(subject);
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return groups.get(subject).pointId();
    }

    /** There is nothing before. */
    @Override
    public Facts current(String subject, Facts wanted) {
        groups.get(subject);
        return wanted.emptied();
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var group = groups.get(subject);
        if (wanted.dateOf("detected").isAfter(group.openDay())) {
            throw new Refused(CaseRefusal.CASE_DAY_AHEAD, wanted.dateOf("detected"), group.openDay());
        }
        var lost = lost(wanted);
        if (lost.isBelowZero() || !lost.total().isPositive()) {
            throw new Refused(CaseRefusal.CASE_OF_NOTHING);
        }
        CaseRequest.requireSaid(CaseRequest.spelled(wanted.textOf("note")));
        var loans = loans(wanted);
        var known = cases.known(group.id(), loans);
        loans.stream().filter(code -> !known.contains(code)).findFirst().ifPresent(code -> {
            throw new Refused(CaseRefusal.CASE_LOAN_NOT_OF_GROUP, code, subject);
        });
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var wanted = approved.wanted();
        var group = groups.get(approved.subject());
        var what = new What(
                key(wanted, "kind"),
                key(wanted, "suspect"),
                key(wanted, "source"),
                CaseRequest.spelled(wanted.textOf("note")));
        cases.open(
                new Opening(group.pointId(), group.id(), what, loans(wanted), lost(wanted)),
                new By(
                        approved.submission(),
                        checker.personId(),
                        group.openDay(),
                        wanted.dateOf("detected"),
                        what.note()));
    }

    @Override
    public String form(String subject) {
        return "/groups/" + subject + "/cases/new";
    }

    /** The constant behind a word such as {@code lossKind.EMBEZZLED}. */
    static String key(Facts facts, String field) {
        var word = Objects.requireNonNull(facts.find(field).orElseThrow().value());
        return word.substring(word.indexOf('.') + 1);
    }

    static Lost lost(Facts facts) {
        return new Lost(facts.dongOf("principal"), facts.dongOf("interest"), facts.dongOf("deposit"));
    }

    static Facts facts(Facts before, Lost lost) {
        return before.dong("principal", lost.principal())
                .dong("interest", lost.interest())
                .dong("deposit", lost.deposit());
    }

    private static List<String> loans(Facts wanted) {
        return Arrays.stream(wanted.find("loans")
                        .map(fact -> fact.value())
                        .orElse("")
                        .split("[,;\\s]+"))
                .filter(code -> !code.isBlank())
                .distinct()
                .toList();
    }
}
