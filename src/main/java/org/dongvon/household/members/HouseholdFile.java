package org.dongvon.household.members;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dongvon.household.Born;
import org.dongvon.household.HouseholdRefusal;
import org.dongvon.household.Households.Sex;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;

/** A household with its members on the open day of its office. */
record HouseholdFile(long id, String code, String hamlet, Place place, List<Member> members) {

    HouseholdFile {
        members = List.copyOf(members);
    }

    /** Where it is served; the office's open day. */
    record Place(long pointId, String point, String office, LocalDate openDay) {}

    /** The head, if there is one. */
    Optional<Member> head() {
        return members.stream().filter(each -> each.relation() == Relation.HEAD).findFirst();
    }

    /**
     * A member by the identifier of the person.
     *
     * @throws Refused {@link HouseholdRefusal#NOT_A_MEMBER}
     */
    Member member(long person) {
        return members.stream()
                .filter(each -> each.id() == person)
                .findFirst()
                .orElseThrow(() -> new Refused(HouseholdRefusal.NOT_A_MEMBER));
    }

    /** The household as it was on another day, with who was a member then. */
    HouseholdFile with(List<Member> others) {
        return new HouseholdFile(id, code, hamlet, place, others);
    }

    /**
     * A member.
     *
     * @param since the day they joined; none when they were registered with the household
     * @param changedOn the day of the last thing that happened to them
     */
    record Member(
            Who who,
            Born born,
            Sex sex,
            Relation relation,
            @Nullable LocalDate since,
            @Nullable LocalDate changedOn) {

        public long id() {
            return who.personId();
        }
    }

    /** A person as the page names them; where processing is restricted it does not say who. */
    record Who(long personId, String name, String identity, boolean restricted) {}

    /** Somebody who left. */
    record Departed(Who who, LocalDate on, Cause cause) {}

    /** A 01/UQ. */
    record Authorisation(long id, Who who, LocalDate agreedOn, Ground ground, String witness, int signers) {}

    /** Why there is a 01/UQ: the first, another one in its place, or because the borrower left the household. */
    enum Ground {
        FIRST,
        REPLACED,
        HEIR
    }
}
