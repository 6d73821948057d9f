package org.dongvon.household.members;

import java.time.LocalDate;
import java.util.UUID;
import org.dongvon.household.Born;
import org.dongvon.household.HouseholdRefusal;
import org.dongvon.household.Households.Sex;
import org.dongvon.household.IdentityNumber;
import org.dongvon.household.IdentityOfPerson;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.dongvon.shared.text.Spelling;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Somebody joins a household; whoever left it before comes back as the same person. */
@Service
class AddMember {

    private final HouseholdFiles files;
    private final MemberEvents events;
    private final IdentityOfPerson identities;
    private final Submissions submissions;

    AddMember(HouseholdFiles files, MemberEvents events, IdentityOfPerson identities, Submissions submissions) {
        this.files = files;
        this.events = events;
        this.identities = identities;
        this.submissions = submissions;
    }

    /**
     * Adds a member; returns the person's identifier.
     *
     * @throws Refused {@link HouseholdRefusal#UNKNOWN_HOUSEHOLD}, {@link HouseholdRefusal#BORN_LATER}, {@link
     *     HouseholdRefusal#DAY_NOT_COME}, {@link HouseholdRefusal#JOINED_BEFORE_BIRTH}, {@link
     *     HouseholdRefusal#HEAD_THERE_ALREADY}, {@link HouseholdRefusal#ALREADY_MEMBER}, {@link
     *     HouseholdRefusal#PERSON_OF_ANOTHER_HOUSEHOLD}, {@link HouseholdRefusal#CHANGE_NOT_LATER}
     */
    long run(Actor actor, UUID key, String household, NewMember member) {
        var content = household + "\n" + identities.hash(member.identity()) + "\n" + member.words();
        var submission = new Submission(key, "household.AddMember", content);
        return submissions
                .once(actor, submission, Added.class, () -> {
                    Makers.require(actor);
                    var file = files.lock(household);
                    check(file, member);
                    long person = person(file, member);
                    events.joined(file, person, member.relation(), member.joinedOn(), key);
                    return new Submissions.Done<>(
                            file.place().pointId(), file.place().openDay(), new Added(person));
                })
                .person();
    }

    private static void check(HouseholdFile file, NewMember member) {
        var today = file.place().openDay();
        if (member.born().on().isAfter(today)) {
            throw new Refused(HouseholdRefusal.BORN_LATER, member.born().on(), today);
        }
        if (member.joinedOn().isAfter(today)) {
            throw new Refused(HouseholdRefusal.DAY_NOT_COME, member.joinedOn(), today);
        }
        if (member.joinedOn().isBefore(member.born().on())) {
            throw new Refused(
                    HouseholdRefusal.JOINED_BEFORE_BIRTH,
                    member.joinedOn(),
                    member.born().on());
        }
        if (member.relation() == Relation.HEAD && file.head().isPresent()) {
            throw new Refused(
                    HouseholdRefusal.HEAD_THERE_ALREADY,
                    file.head().orElseThrow().who().name());
        }
    }

    private long person(HouseholdFile file, NewMember member) {
        var holder = events.holder(file, member.identity()).orElse(null);
        if (holder == null) {
            return events.register(file, member);
        }
        if (!holder.household().equals(file.code())) {
            throw new Refused(HouseholdRefusal.PERSON_OF_ANOTHER_HOUSEHOLD, holder.household());
        }
        if (file.members().stream().anyMatch(each -> each.id() == holder.id())) {
            throw new Refused(HouseholdRefusal.ALREADY_MEMBER);
        }
        if (holder.changedOn() != null && member.joinedOn().isBefore(holder.changedOn())) {
            throw new Refused(HouseholdRefusal.CHANGE_NOT_LATER, holder.changedOn());
        }
        return holder.id();
    }

    /**
     * Somebody who joins.
     *
     * @param ethnicGroup the code of one of the 54; none where no programme asks
     */
    record NewMember(
            String name,
            Born born,
            Sex sex,
            @Nullable String ethnicGroup,
            IdentityNumber identity,
            Relation relation,
            LocalDate joinedOn) {

        private static final int LONGEST = 120;

        /**
         * A member with the name in one spelling.
         *
         * @throws Refused {@link HouseholdRefusal#NAME_NOT_GIVEN}
         */
        NewMember {
            name = name(name);
        }

        /**
         * A full name in one spelling, single spaces between its words.
         *
         * @throws Refused {@link HouseholdRefusal#NAME_NOT_GIVEN}
         */
        static String name(String typed) {
            var name = Spelling.ofLine(typed);
            if (name.isEmpty() || name.length() > LONGEST) {
                throw new Refused(HouseholdRefusal.NAME_NOT_GIVEN, LONGEST);
            }
            return name;
        }

        String words() {
            return name + "\n" + born + " " + sex + " " + ethnicGroup + " " + relation + " " + joinedOn;
        }
    }

    record Added(long person) {}
}
