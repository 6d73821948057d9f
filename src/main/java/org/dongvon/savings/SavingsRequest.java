package org.dongvon.savings;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.ChangeKind;

/** A change of an office's deposits that its books are the reason for: it needs no document. */
public interface SavingsRequest extends ChangeKind {

    @Override
    default Set<Role> makers() {
        return Set.of(Role.ACCOUNTANT, Role.CONTROLLER);
    }

    @Override
    default List<Role> approvers() {
        return List.of(Role.DIRECTOR, Role.MANAGER);
    }

    @Override
    default boolean needsDocument() {
        return false;
    }
}
