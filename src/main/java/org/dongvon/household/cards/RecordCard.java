package org.dongvon.household.cards;

import java.time.LocalDate;
import java.util.UUID;
import org.dongvon.household.HouseholdRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** A new card lies on the desk: its day of issue is noted, and the next renewal counts from it. */
@Service
class RecordCard {

    private static final String ADD = """
            insert into household.card (person_id, point_id, issued_on, submission)
            values (:person, :point, :day, :key)
            """;

    private final Cards cards;
    private final Submissions submissions;
    private final JdbcClient db;

    RecordCard(Cards cards, Submissions submissions, JdbcClient db) {
        this.cards = cards;
        this.submissions = submissions;
        this.db = db;
    }

    /**
     * Notes the day of issue.
     *
     * @throws Refused {@link HouseholdRefusal#UNKNOWN_PERSON}, {@link HouseholdRefusal#DAY_NOT_COME}, {@link
     *     HouseholdRefusal#CARD_NOT_NEWER}, {@link HouseholdRefusal#OLD_NUMBER_HAS_NO_CARD}
     */
    void run(Actor actor, UUID key, long person, LocalDate issuedOn) {
        var submission = new Submission(key, "household.RecordCard", person + " " + issuedOn);
        submissions.once(actor, submission, Noted.class, () -> {
            actor.requireRole(Role.LEADER, Role.TELLER, Role.CREDIT_OFFICER);
            var card = cards.of(person);
            if (card.old()) {
                throw new Refused(HouseholdRefusal.OLD_NUMBER_HAS_NO_CARD);
            }
            if (issuedOn.isAfter(card.today())) {
                throw new Refused(HouseholdRefusal.DAY_NOT_COME, issuedOn, card.today());
            }
            var before = card.issuedOn();
            if (before != null && !issuedOn.isAfter(before)) {
                throw new Refused(HouseholdRefusal.CARD_NOT_NEWER, before);
            }
            db.sql(ADD)
                    .param("person", person)
                    .param("point", card.pointId())
                    .param("day", issuedOn)
                    .param("key", key)
                    .update();
            return new Submissions.Done<>(card.pointId(), card.today(), new Noted(issuedOn));
        });
    }

    record Noted(LocalDate issuedOn) {}
}
