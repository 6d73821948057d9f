package org.dongvon.group;

import java.time.LocalDate;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Refused;
import org.springframework.stereotype.Component;

/** How many members a group may have: the rules {@code GROUP_MEMBERS_MIN} and {@code GROUP_MEMBERS_MAX}. */
@Component
public class GroupSize {

    private final Programmes programmes;

    GroupSize(Programmes programmes) {
        this.programmes = programmes;
    }

    /** The fewest with which a group is formed; with fewer after exits it is warned of. */
    public long least(LocalDate day) {
        return programmes.current().parameters().whole(ParameterCode.GROUP_MEMBERS_MIN, day);
    }

    /**
     * Lets more members in only up to the most.
     *
     * @throws Refused {@link GroupRefusal#GROUP_FULL}
     */
    public void requireRoom(int members, int more, LocalDate day) {
        var rules = programmes.current().parameters();
        long most = rules.whole(ParameterCode.GROUP_MEMBERS_MAX, day);
        if (members + more > most) {
            var documents = rules.find(ParameterCode.GROUP_MEMBERS_MAX, day)
                    .map(rule -> String.join(", ", rule.basis().documents()))
                    .orElse("");
            throw new Refused(GroupRefusal.GROUP_FULL, members, more, most, documents);
        }
    }
}
