package org.dongvon.organisation;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.timeline.Subject;

/** Another day for sessions: asked for by the office, decided by its director or above; weather needs no document. */
interface SessionDayChange extends ChangeKind {

    @Override
    default Set<Role> makers() {
        return Set.of(Role.LEADER, Role.CREDIT_OFFICER, Role.ACCOUNTANT);
    }

    @Override
    default List<Role> approvers() {
        return List.of(Role.DIRECTOR, Role.MANAGER);
    }

    @Override
    default boolean needsDocument() {
        return false;
    }

    @Override
    default Subject.Kind historyOf() {
        return Subject.Kind.UNIT;
    }
}
