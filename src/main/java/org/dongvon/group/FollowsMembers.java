package org.dongvon.group;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
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

    /** What of these members is on its way: taken and not counted, or counted in a session that still runs. */
    default List<Pending> pending(Collection<Long> memberIds) {
        return List.of();
    }

    /** One member takes the place of another: what that one saved goes over, in a journal; returns how much did. */
    default Dong succeeded(Succeeded succeeded) {
        return Dong.ZERO;
    }

    /**
     * One member in the place of another.
     *
     * @param journalId of the same point, on whose business day it happens
     * @param key the submission of that journal
     */
    record Succeeded(long journalId, UUID key, LocalDate day, long from, long to) {}

    /** Money of a member that is on its way: in the head's hands, or in a session that is not closed. */
    record Pending(long memberId, Where where, LocalDate on) {

        /** Where it is. */
        public enum Where {
            WITH_HEAD,
            IN_SESSION
        }
    }

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
