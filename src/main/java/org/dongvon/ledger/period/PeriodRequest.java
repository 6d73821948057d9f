package org.dongvon.ledger.period;

import java.util.List;
import java.util.Set;
import org.dongvon.ledger.LedgerRefusal;
import org.dongvon.organisation.Unit;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Label;

/** A period of an office that is shut or opened again; the subject is {@code <office>:<period>}. */
abstract class PeriodRequest implements ChangeKind {

    static final String STATE = "state";

    private final Units units;

    PeriodRequest(Units units) {
        this.units = units;
    }

    @Override
    public Set<Role> makers() {
        return Set.of(Role.ACCOUNTANT);
    }

    @Override
    public List<Role> approvers() {
        return List.of(Role.DIRECTOR, Role.MANAGER);
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
        return directPoint(office(subject).id());
    }

    final long directPoint(long officeId) {
        return units.pointsOf(officeId).getFirst().id();
    }

    final Unit office(String subject) {
        var code = subject.split(":", 2)[0];
        return units.find(code)
                .filter(unit -> unit.kind() == Unit.Kind.OFFICE)
                .orElseThrow(() -> new Refused(LedgerRefusal.UNKNOWN_OFFICE, code));
    }
}
