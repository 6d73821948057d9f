package org.dongvon.session.handover;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.organisation.Units;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.Sessions;
import org.dongvon.session.TransactionSession;
import org.dongvon.session.Vaults;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The two kinds of side of a hand-over: who signs for it, and how its cash goes out and comes in. */
@Component
class CashSides {

    private final Units units;
    private final Sessions sessions;
    private final Vaults vaults;
    private final Ledger ledger;

    CashSides(Units units, Sessions sessions, Vaults vaults, Ledger ledger) {
        this.units = units;
        this.sessions = sessions;
        this.vaults = vaults;
        this.ledger = ledger;
    }

    /** The side as it is held until the transaction ends: an open session of the day, or the vault. */
    CashSide hold(long officeId, @Nullable Long sessionId, LocalDate today) {
        if (sessionId == null) {
            return new CashSide(officeId, units.pointsOf(officeId).getFirst().id(), null);
        }
        var session = sessions.hold(sessionId);
        if (session.officeId() != officeId) {
            throw new Refused(SessionRefusal.HAND_OVER_OTHER_OFFICE);
        }
        if (session.state() != TransactionSession.State.OPEN) {
            throw new Refused(SessionRefusal.SESSION_CLOSED, session.heldOn());
        }
        if (!session.heldOn().equals(today)) {
            throw new Refused(SessionRefusal.SESSION_OF_ANOTHER_DAY, session.heldOn(), today);
        }
        return new CashSide(officeId, session.pointId(), session);
    }

    /** The teller signs for the box; a leader or controller of the office for the vault. */
    void requireSigner(Actor actor, CashSide side) {
        if (!isSigner(actor, side)) {
            throw new Refused(SessionRefusal.HAND_OVER_NOT_YOURS);
        }
    }

    static boolean isSigner(Actor actor, CashSide side) {
        var session = side.session();
        return session == null
                ? (actor.role() == Role.LEADER || actor.role() == Role.CONTROLLER)
                        && actor.officeId() == side.officeId()
                : actor.role() == Role.TELLER && session.team().tellerId() == actor.id();
    }

    /** Cash leaves the side and is on the way; returns the voucher. */
    long out(UUID key, CashSide side, LocalDate day, Dong amount) {
        long journal = post(key, side, day, new Leg(Sessions.Kind.HAND_OVER, amount.negate()));
        if (side.session() == null) {
            vaults.take(side.officeId(), journal, Vaults.Kind.HAND_OVER, amount);
        }
        return journal;
    }

    /** Cash that was on the way comes to the side; returns the voucher. */
    long in(UUID key, CashSide side, LocalDate day, Dong amount) {
        long journal = post(key, side, day, new Leg(Sessions.Kind.TAKE_OVER, amount));
        if (side.session() == null) {
            vaults.bring(side.officeId(), journal, Vaults.Kind.TAKE_OVER, amount);
        }
        return journal;
    }

    private long post(UUID key, CashSide side, LocalDate day, Leg leg) {
        var session = side.session();
        var header = new Journal.Header(
                key, side.pointId(), side.officeId(), day, day, leg.kind().name(), null);
        var held = session == null ? Account.VAULT : Account.CASH;
        long journal = ledger.post(new Journal(
                        header,
                        List.of(
                                Entry.of(held, leg.into()),
                                Entry.of(Account.CASH_ON_THE_WAY, leg.into().negate()))))
                .journalId();
        if (session != null) {
            sessions.post(session, new Sessions.Posting(journal, null, leg.kind(), 1, leg.into()));
        }
        return journal;
    }

    /** What a voucher does to the side: đồng into it. */
    private record Leg(Sessions.Kind kind, Dong into) {}
}
