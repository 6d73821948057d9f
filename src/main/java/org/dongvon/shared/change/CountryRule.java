package org.dongvon.shared.change;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Role;

/** A change that holds in the whole country: asked for and decided where the whole country is in scope. */
public interface CountryRule extends ChangeKind {

    @Override
    default Set<Role> makers() {
        return Set.of(Role.ACCOUNTANT, Role.MANAGER);
    }

    @Override
    default List<Role> approvers() {
        return List.of(Role.MANAGER);
    }
}
