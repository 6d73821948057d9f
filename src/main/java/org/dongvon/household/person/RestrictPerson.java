package org.dongvon.household.person;

import java.util.UUID;
import java.util.regex.Pattern;
import org.dongvon.household.HouseholdRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.dongvon.shared.text.Spelling;
import org.springframework.stereotype.Service;

/**
 * The director restricts the processing of a person's data at the person's request, or lifts the restriction: lists and
 * searches by name no longer say who it is; what the contract and the law require goes on.
 */
@Service
class RestrictPerson {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 300;
    private static final Pattern NUMBER = Pattern.compile("\\d(?:[ .-]?\\d){8}");

    private final PersonFiles files;
    private final Submissions submissions;

    RestrictPerson(PersonFiles files, Submissions submissions) {
        this.files = files;
        this.submissions = submissions;
    }

    /**
     * Restricts or lifts.
     *
     * @throws Refused {@link HouseholdRefusal#UNKNOWN_PERSON}, {@link HouseholdRefusal#ALREADY_RESTRICTED}, {@link
     *     HouseholdRefusal#NOT_RESTRICTED}
     */
    void run(Actor actor, Wish wish) {
        var submission = new Submission(wish.key(), "household.RestrictPerson", wish.content());
        submissions.once(actor, submission, Done.class, () -> {
            actor.requireRole(Role.DIRECTOR);
            var person = files.lock(wish.personId());
            if (person.restricted() == wish.restricted()) {
                throw new Refused(
                        wish.restricted() ? HouseholdRefusal.ALREADY_RESTRICTED : HouseholdRefusal.NOT_RESTRICTED);
            }
            files.restrict(person.id(), wish.restricted(), wish.reason(), wish.key());
            return new Submissions.Done<>(
                    person.home().pointId(), person.home().openDay(), new Done(wish.restricted()));
        });
    }

    /** What is asked for. */
    record Wish(UUID key, long personId, boolean restricted, String reason) {

        /**
         * The wish with its reason.
         *
         * @throws Refused {@link HouseholdRefusal#REASON_NEEDED}
         */
        Wish {
            reason = Spelling.of(reason);
            if (reason.length() < SHORTEST
                    || reason.length() > LONGEST
                    || NUMBER.matcher(reason).find()) {
                throw new Refused(HouseholdRefusal.REASON_NEEDED, LONGEST);
            }
        }

        String content() {
            return personId + " " + restricted + "\n" + reason;
        }
    }

    record Done(boolean restricted) {}
}
