package org.dongvon.shared.change;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dongvon.shared.Refused;
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

    /** All kinds, by name. */
    public Collection<ChangeKind> all() {
        return byName.values();
    }
}
