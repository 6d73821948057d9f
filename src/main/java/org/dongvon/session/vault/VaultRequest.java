package org.dongvon.session.vault;

import java.util.List;
import java.util.Set;
import org.dongvon.organisation.Unit;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Label;

/** What is asked of an office's vault: by a leader or a controller, decided by the director. The subject is the office's code. */
interface VaultRequest extends ChangeKind {

    /** By which the office is found. */
    Units units();

    // Not the teller, who would hand the cash to themselves.
    @Override
    default Set<Role> makers() {
        return Set.of(Role.LEADER, Role.CONTROLLER);
    }

    @Override
    default List<Role> approvers() {
        return List.of(Role.DIRECTOR);
    }

    @Override
    default boolean needsDocument() {
        return false;
    }

    @Override
    default Label describe(String subject) {
        return Label.same(units().find(subject).map(Unit::name).orElse(subject));
    }

    @Override
    default long pointId(Actor maker, String subject, Facts wanted) {
        return units().pointsOf(units().office(subject).id()).getFirst().id();
    }

    /** Nothing was there before: cash moves or is counted, no field is replaced. */
    @Override
    default Facts current(String subject, Facts wanted) {
        return Facts.none();
    }
}
