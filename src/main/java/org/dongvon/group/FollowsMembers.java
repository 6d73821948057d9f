package org.dongvon.group;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.dongvon.engine.money.Dong;

/**
 * What hangs on memberships in another module, offered as a bean by the module that owns it: it says what holds a member
 * in the group, and follows when members join and leave. Runs in the caller's transaction.
 */
public interface FollowsMembers {

    /** What keeps these members from leaving; none when nothing does. */
    List<Tie> ties(Collection<Long> memberIds);

    /** These have joined a group. */
    default void joined(Collection<Long> memberIds) {}

    /** These have left, on a day; nothing ties them any more. */
    default void left(Collection<Long> memberIds, LocalDate day) {}

    /** Something that keeps a member: a loan of 43 000 000 đ, a deposit of 1 200 000 đ, an application without an amount due. */
    record Tie(long memberId, Kind kind, String record, Dong amount) {

        /** What it is. */
        public enum Kind {
            LOAN,
            APPLICATION,
            DEPOSIT
        }
    }
}
