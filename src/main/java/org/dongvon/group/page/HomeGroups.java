package org.dongvon.group.page;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Role;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.WebOnly;
import org.dongvon.shared.web.HomePart;
import org.springframework.stereotype.Component;

/** One's own groups on the home page of those who look after groups: a head's one, an association's, a commune's. */
@Component
@WebOnly
class HomeGroups implements HomePart {

    private static final int PLACE = 20;
    private static final int MOST = 12;

    private static final Set<Role> READERS =
            Set.of(Role.GROUP_HEAD, Role.ASSOCIATION_STAFF, Role.COMMUNE_OFFICIAL, Role.CREDIT_OFFICER, Role.INSPECTOR);

    private final GroupFiles files;
    private final Transactions transactions;

    HomeGroups(GroupFiles files, Transactions transactions) {
        this.files = files;
        this.transactions = transactions;
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public boolean isFor(Actor actor) {
        return READERS.contains(actor.role())
                && (actor.role() != Role.INSPECTOR || actor.scope().isNarrowed());
    }

    @Override
    public String template() {
        return "group/home";
    }

    @Override
    public Object load(Actor actor) {
        return transactions.read(actor, () -> {
            var groups = files.inScope(MOST + 1);
            return new Shown(
                    groups.subList(0, Math.min(MOST, groups.size())),
                    groups.size() > MOST ? files.countInScope() : groups.size());
        });
    }

    /** The first groups of the scope, and how many there are. */
    record Shown(List<GroupFiles.GroupFile> groups, long all) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.GROUPS;
        }

        @Override
        public List<Long> people() {
            return GroupFiles.GroupFile.heads(groups);
        }
    }
}
