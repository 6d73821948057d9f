package org.dongvon.supervision.classification;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Label;
import org.dongvon.supervision.classification.Debts.Debt;
import org.dongvon.supervision.classification.Signatures.Level;
import org.dongvon.supervision.classification.Signatures.Signature;
import org.dongvon.supervision.classification.Signatures.Signed;
import org.springframework.stereotype.Component;

/** Closes a point's round of a year: the bank's signature, asked for by the credit officer and given by the director. The subject is {@code 2026:LC-01}. */
@Component
class CloseDebts implements ChangeKind {

    static final String NAME = "supervision.debt-round";

    private final Signatures signatures;
    private final Debts debts;
    private final ClassRules rules;

    CloseDebts(Signatures signatures, Debts debts, ClassRules rules) {
        this.signatures = signatures;
        this.debts = debts;
        this.rules = rules;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Role> makers() {
        return Set.of(Role.CREDIT_OFFICER);
    }

    @Override
    public List<Role> approvers() {
        return List.of(Role.DIRECTOR);
    }

    @Override
    public boolean needsDocument() {
        return false;
    }

    @Override
    public Label describe(String subject) {
        return Label.same(subject.replace(":", " · "));
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return get(maker, subject).point().id();
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        return Facts.none().text("minutes", null);
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var round = get(actor, subject);
        if (round.office() != null) {
            throw new Refused(DebtRefusal.DEBTS_SIGNED_ALREADY, round.point().code());
        }
        if (round.classified() < round.debts()) {
            throw new Refused(
                    DebtRefusal.DEBTS_NOT_CLASSIFIED,
                    Integer.toString(round.debts() - round.classified()),
                    round.point().code());
        }
        SignDebts.requireGroupsSigned(round);
        if (!round.ofMembers().isEmpty() && round.commune() == null) {
            throw new Refused(DebtRefusal.DEBT_COMMUNE_NOT_SIGNED, round.point().code());
        }
        DebtText.spelled(wanted.textOf("minutes"), DebtText.LONGEST_MINUTES);
    }

    @Override
    public Facts preview(Actor reader, String subject, Facts wanted) {
        var round = get(reader, subject);
        var unrecoverable = rules.on(round.takenOn()).unrecoverable();
        var lost = debts.all(round.year(), round.point().code(), null, Integer.MAX_VALUE).stream()
                .filter(each -> unrecoverable.contains(each.classified().ability()))
                .map(Debt::owed)
                .reduce(Amounts.NOTHING, Amounts::plus);
        return Facts.none()
                .count("debts", round.debts())
                .dong("principal", round.principal())
                .count("unrecoverable", lost.debts())
                .dong("lost", lost.principal())
                .dong("interest", lost.interest());
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var round = get(checker, approved.subject());
        signatures.lock(round.id());
        check(checker, approved.subject(), Facts.none(), approved.wanted());
        signatures.sign(
                checker,
                approved.submission(),
                round,
                new Signature(
                        Level.OFFICE,
                        null,
                        round.debts(),
                        round.principal(),
                        DebtText.spelled(approved.wanted().textOf("minutes"), DebtText.LONGEST_MINUTES)));
    }

    @Override
    public String form(String subject) {
        return "/debts/" + subject.replace(':', '/') + "/closing";
    }

    private Signed get(Actor reader, String subject) {
        var words = subject.split(":", 2);
        if (words.length < 2) {
            throw new Refused(DebtRefusal.UNKNOWN_DEBT_ROUND);
        }
        return signatures.get(reader, words[0], words[1]);
    }
}
