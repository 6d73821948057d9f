package org.dongvon.capital;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.timeline.Subject;
import org.jspecify.annotations.Nullable;

/** A change of contracts and their money: asked for where capital is kept, decided by the office or above it. */
public interface CapitalRequest extends ChangeKind {

    @Override
    default Set<Role> makers() {
        return Set.of(Role.FUND_OFFICER, Role.ACCOUNTANT);
    }

    @Override
    default List<Role> approvers() {
        return List.of(Role.DIRECTOR, Role.MANAGER);
    }

    @Override
    default Subject.@Nullable Kind historyOf() {
        return Subject.Kind.CONTRACT;
    }
}
