package org.dongvon.group.page;

import java.util.List;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.change.ChangeKinds;
import org.springframework.stereotype.Component;

/** Which changes of groups a role may ask for: what the buttons of a group's page offer. */
@Component
class GroupDoors {

    private static final String PREFIX = "group.";
    private static final String FOUNDING = "founding";

    /** Asked for on the page of a household. */
    private static final String MOVING = "household-hamlet";

    private final ChangeKinds kinds;

    GroupDoors(ChangeKinds kinds) {
        this.kinds = kinds;
    }

    /** The last words of their addresses, by name. */
    List<String> of(Role role) {
        return kinds.all().stream()
                .filter(each -> each.makers().contains(role))
                .map(ChangeKind::name)
                .filter(name -> name.startsWith(PREFIX))
                .map(name -> name.substring(PREFIX.length()))
                .filter(slug -> !slug.equals(FOUNDING) && !slug.equals(MOVING))
                .toList();
    }

    boolean mayFound(Role role) {
        return kinds.get(PREFIX + FOUNDING).makers().contains(role);
    }
}
