package org.dongvon.identity.administration;

import java.util.Optional;
import org.dongvon.identity.IdentityRefusal;
import org.dongvon.shared.GroupsByCode.Found;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.web.Form;
import org.springframework.stereotype.Component;

/** Reads the role that a form asks for: which, where, narrowed to what, and how long. */
@Component
class WantedRole {

    private final NamedGroups groups;

    WantedRole(NamedGroups groups) {
        this.groups = groups;
    }

    /** The facts with those of the role; what is wrong is marked in the form. */
    Facts read(Form form, Facts before) {
        var wanted = before.word(
                        "role",
                        "role."
                                + form.read("role", WantedRole::role, Role.AUDITOR)
                                        .name())
                .text("unit", form.text("unit").strip());
        var association = form.text("association");
        if (!association.isEmpty()) {
            wanted = wanted.text("association", association);
        }
        var group = form.read(
                "group", typed -> groups.find(typed.strip(), form.text("unit").strip()), Optional.<Found>empty());
        if (group.isPresent()) {
            wanted = wanted.text("group", group.get().name())
                    .hidden("group-id", Long.toString(group.get().id()));
        }
        wanted = wanted.date("from", form.date("from"));
        return form.text("through").isBlank() ? wanted : wanted.date("through", form.date("through"));
    }

    private static Role role(String typed) {
        for (var role : Role.values()) {
            if (role.name().equals(typed) && role != Role.SYSTEM) {
                return role;
            }
        }
        throw new Refused(IdentityRefusal.NO_SUCH_CHOICE, typed);
    }
}
