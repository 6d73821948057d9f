package org.dongvon.household.members;

import java.time.LocalDate;
import java.util.UUID;
import org.dongvon.household.HouseholdRefusal;
import org.dongvon.household.members.HouseholdFile.Member;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Somebody leaves a household: death, marriage, a move. When its head leaves, an adult of it becomes head. */
@Service
class RecordDeparture {

    private final HouseholdFiles files;
    private final MemberEvents events;
    private final Adults adults;
    private final Submissions submissions;

    RecordDeparture(HouseholdFiles files, MemberEvents events, Adults adults, Submissions submissions) {
        this.files = files;
        this.events = events;
        this.adults = adults;
        this.submissions = submissions;
    }

    /**
     * Notes that a member left.
     *
     * @throws Refused {@link HouseholdRefusal#UNKNOWN_HOUSEHOLD}, {@link HouseholdRefusal#NOT_A_MEMBER}, {@link
     *     HouseholdRefusal#DAY_NOT_COME}, {@link HouseholdRefusal#CHANGE_NOT_LATER}, {@link
     *     HouseholdRefusal#NEW_HEAD_NEEDED}, {@link HouseholdRefusal#NOT_ADULT}
     */
    void run(Actor actor, UUID key, Departure departure) {
        var submission = new Submission(key, "household.RecordDeparture", departure.toString());
        submissions.once(actor, submission, Left.class, () -> {
            Makers.require(actor);
            var file = files.lock(departure.household());
            var member = file.member(departure.person());
            checkDay(file, member, departure.on());
            events.left(file, member.id(), departure.cause(), departure.on(), key);
            if (member.relation() == Relation.HEAD && file.members().size() > 1) {
                events.becameHead(file, newHead(file, departure).id(), departure.on(), key);
            }
            return new Submissions.Done<>(file.place().pointId(), file.place().openDay(), new Left(member.id()));
        });
    }

    private Member newHead(HouseholdFile file, Departure departure) {
        if (departure.newHead() == null || departure.newHead() == departure.person()) {
            throw new Refused(HouseholdRefusal.NEW_HEAD_NEEDED);
        }
        var head = file.member(departure.newHead());
        checkDay(file, head, departure.on());
        adults.require(head, departure.on());
        return head;
    }

    private static void checkDay(HouseholdFile file, Member member, LocalDate on) {
        var today = file.place().openDay();
        if (on.isAfter(today)) {
            throw new Refused(HouseholdRefusal.DAY_NOT_COME, on, today);
        }
        var changed = member.changedOn();
        if (changed != null && on.isBefore(changed)) {
            throw new Refused(HouseholdRefusal.CHANGE_NOT_LATER, changed);
        }
    }

    /**
     * Who left, when and why.
     *
     * @param newHead the person who is head from then on; asked for when the head leaves others behind
     */
    record Departure(
            String household,
            long person,
            LocalDate on,
            Cause cause,
            @Nullable Long newHead) {}

    record Left(long person) {}
}
