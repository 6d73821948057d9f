package org.dongvon.session.handover;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.Sessions;
import org.dongvon.session.closing.CashCount;
import org.dongvon.session.handover.HandOver.Way;
import org.dongvon.session.handover.HandOverBook.Outcome;
import org.dongvon.session.handover.HandOverBook.Signed;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Cash changes hands during the day, and both sides sign: who gives counts it out, and it is on the way; who takes counts
 * it too, and it is in their box. Until then the giver may take it back. Each signature is a voucher of its own, at its own
 * side.
 */
@Service
public class HandOverCash {

    private final BusinessDays days;
    private final Sessions sessions;
    private final CashSides sides;
    private final HandOverBook book;
    private final Submissions submissions;

    HandOverCash(BusinessDays days, Sessions sessions, CashSides sides, HandOverBook book, Submissions submissions) {
        this.days = days;
        this.sessions = sessions;
        this.sides = sides;
        this.book = book;
        this.submissions = submissions;
    }

    /**
     * The first signature; returns the number of the hand-over.
     *
     * @throws Refused {@link SessionRefusal#HAND_OVER_NOT_YOURS}, {@link SessionRefusal#HAND_OVER_OTHER_OFFICE}, {@link
     *     SessionRefusal#SESSION_CLOSED}, {@link SessionRefusal#CASH_TOO_LOW}, {@link SessionRefusal#VAULT_TOO_LOW}
     */
    public long give(Actor actor, UUID key, Giving giving) {
        var submission = new Submission(key, "session.GiveCash", giving.content());
        return submissions
                .once(actor, submission, Given.class, () -> {
                    long office = officeOf(actor, giving.from());
                    var today = days.hold(office);
                    var from = side(office, giving.from(), giving.to(), today);
                    sides.requireSigner(actor, from);
                    long journal = sides.out(key, from, today, giving.count().total());
                    var way = new Way(giving.from(), giving.to());
                    long id = book.give(from, way, giving.count(), new Signed(actor.id(), today, journal));
                    return new Submissions.Done<>(from.pointId(), today, new Given(id));
                })
                .handOver();
    }

    /**
     * The second signature: the cash is here, and it is as much as was given.
     *
     * @throws Refused {@link SessionRefusal#HAND_OVER_NOT_YOURS}, {@link SessionRefusal#HAND_OVER_BY_ONE_PERSON}, {@link
     *     SessionRefusal#HAND_OVER_ENDED}
     */
    public void take(Actor actor, UUID key, long id) {
        end(actor, key, id, Outcome.TAKEN);
    }

    /**
     * The giver has the cash back: it was never taken.
     *
     * @throws Refused {@link SessionRefusal#HAND_OVER_NOT_YOURS}, {@link SessionRefusal#HAND_OVER_ENDED}
     */
    public void takeBack(Actor actor, UUID key, long id) {
        end(actor, key, id, Outcome.BACK);
    }

    private void end(Actor actor, UUID key, long id, Outcome outcome) {
        var submission =
                new Submission(key, outcome == Outcome.TAKEN ? "session.TakeCash" : "session.TakeCashBack", "" + id);
        submissions.once(actor, submission, Given.class, () -> {
            var asked = sides(actor, id);
            var today = days.hold(asked.officeId());
            var way = asked.way();
            var to = outcome == Outcome.TAKEN ? way.to() : way.from();
            var other = outcome == Outcome.TAKEN ? way.from() : way.to();
            if (!asked.day().equals(today)) {
                throw new Refused(SessionRefusal.HAND_OVER_ENDED);
            }
            var side = side(asked.officeId(), to, other, today);
            sides.requireSigner(actor, side);
            if (outcome == Outcome.TAKEN && actor.id() == asked.givenBy()) {
                throw new Refused(SessionRefusal.HAND_OVER_BY_ONE_PERSON);
            }
            long journal = sides.in(key, side, today, asked.amount());
            book.end(asked, side, outcome, new Signed(actor.id(), today, journal));
            return new Submissions.Done<>(side.pointId(), today, new Given(id));
        });
    }

    private HandOver sides(Actor actor, long id) {
        var asked = book.get(id);
        if (actor.officeId() != asked.officeId()) {
            throw new Refused(SessionRefusal.HAND_OVER_NOT_YOURS);
        }
        return asked;
    }

    private long officeOf(Actor actor, @Nullable Long session) {
        return session == null ? actor.officeId() : sessions.get(session).officeId();
    }

    /** One side, with both sessions held in the order of their numbers. */
    private CashSide side(long office, @Nullable Long wanted, @Nullable Long other, LocalDate today) {
        if (other != null && (wanted == null || other < wanted)) {
            sides.hold(office, other, today);
        }
        var side = sides.hold(office, wanted, today);
        if (other != null && wanted != null && other > wanted) {
            sides.hold(office, other, today);
        }
        return side;
    }

    /**
     * What somebody gives.
     *
     * @param from the session whose teller gives; null for the vault
     * @param to the session whose teller is to take; null for the vault
     */
    public record Giving(@Nullable Long from, @Nullable Long to, CashCount count) {

        /**
         * Some notes, to another.
         *
         * @throws Refused {@link SessionRefusal#HAND_OVER_TO_ITSELF}, {@link SessionRefusal#HAND_OVER_NOTHING}
         */
        public Giving {
            if (Objects.equals(from, to)) {
                throw new Refused(SessionRefusal.HAND_OVER_TO_ITSELF);
            }
            if (!count.total().isPositive()) {
                throw new Refused(SessionRefusal.HAND_OVER_NOTHING);
            }
        }

        String content() {
            return "from=%s to=%s %s".formatted(from, to, count.notes());
        }
    }

    record Given(long handOver) {}
}
