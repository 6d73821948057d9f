package org.dongvon.fee;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.ChangeKind;

/** A change of what is due or paid of an office's months: its books are the reason, so it needs no document. */
public interface FeeRequest extends ChangeKind {

    @Override
    default Set<Role> makers() {
        return Set.of(Role.ACCOUNTANT, Role.CONTROLLER);
    }

    @Override
    default List<Role> approvers() {
        return List.of(Role.DIRECTOR);
    }

    @Override
    default boolean needsDocument() {
        return false;
    }
}
