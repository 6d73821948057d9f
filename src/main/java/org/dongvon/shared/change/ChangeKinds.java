package org.dongvon.shared.change;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.springframework.stereotype.Component;

/** All kinds of change that the modules offer. */
@Component
public class ChangeKinds {

    private final Map<String, ChangeKind> byName = new TreeMap<>();

    ChangeKinds(List<ChangeKind> offered) {
        for (var kind : offered) {
            if (byName.put(kind.name(), kind) != null) {
                throw new IllegalStateException("two kinds of change named " + kind.name());
            }
        }
    }

    /**
     * The kind of a name.
     *
     * @throws Refused {@link ChangeRefusal#UNKNOWN_CHANGE_KIND}
     */
    public ChangeKind get(String name) {
        var kind = byName.get(name);
        if (kind == null) {
            throw new Refused(ChangeRefusal.UNKNOWN_CHANGE_KIND, name);
        }
        return kind;
    }

    /**
     * Whether a role sees requests of a kind in its scope. Whoever is not of the bank sees those only which it asks for or
     * decides: a commune reads no proposal of the bank.
     */
    boolean isOpenTo(Role role, ChangeKind kind) {
        return switch (role) {
            case GROUP_HEAD, ASSOCIATION_STAFF, COMMUNE_OFFICIAL ->
                kind.makers().contains(role) || kind.approvers().contains(role);
            default -> true;
        };
    }

    /** The names of the kinds that a role sees. */
    List<String> openTo(Role role) {
        return byName.values().stream()
                .filter(kind -> isOpenTo(role, kind))
                .map(ChangeKind::name)
                .toList();
    }

    /** All kinds, by name. */
    public Collection<ChangeKind> all() {
        return byName.values();
    }
}
