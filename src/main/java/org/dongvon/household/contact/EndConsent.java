package org.dongvon.household.contact;

import java.util.UUID;
import org.dongvon.household.Contacts;
import org.dongvon.household.HouseholdRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.stereotype.Service;

/** Writes down that a person wants no more messages. One person of the bank is enough, so that it holds at once. */
@Service
class EndConsent {

    private final Contacts contacts;
    private final ContactPages people;
    private final Submissions submissions;

    EndConsent(Contacts contacts, ContactPages people, Submissions submissions) {
        this.contacts = contacts;
        this.people = people;
        this.submissions = submissions;
    }

    /**
     * Ends it.
     *
     * @throws Refused {@link HouseholdRefusal#UNKNOWN_PERSON}, {@link HouseholdRefusal#NO_CONSENT_TO_END}, {@link
     *     HouseholdRefusal#PAPER_NOT_SIGNED_YET}, {@link HouseholdRefusal#CONSENT_NOT_LATER}
     */
    void run(Actor actor, UUID key, long person, Paper paper) {
        var submission =
                new Submission(key, "household.EndConsent", person + " " + paper.signedOn() + "\n" + paper.name());
        submissions.once(actor, submission, Ended.class, () -> {
            actor.requireRole(Role.LEADER, Role.TELLER, Role.CREDIT_OFFICER);
            var who = people.lock(person);
            var held = contacts.held(person)
                    .filter(Contacts.Held::consent)
                    .orElseThrow(() -> new Refused(HouseholdRefusal.NO_CONSENT_TO_END));
            paper.requireSigned(who.openDay());
            paper.requireAfter(held.signedOn());
            var word = new Contacts.Word(
                    held.language(), false, paper.signedOn(), paper.name(), who.openDay(), submission.key());
            contacts.add(person, contacts.number(person).orElseThrow(), word);
            return new Submissions.Done<>(who.pointId(), who.openDay(), new Ended(person));
        });
    }

    record Ended(long person) {}
}
