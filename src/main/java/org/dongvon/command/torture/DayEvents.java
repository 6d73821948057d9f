package org.dongvon.command.torture;

import java.util.UUID;
import org.dongvon.closing.CloseDay;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.Units;
import org.dongvon.session.Sessions;
import org.dongvon.session.closing.CashCount;
import org.dongvon.session.closing.CloseSession;
import org.dongvon.session.opening.OpenSession;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;

/** Sessions that are counted and closed, days that are closed, and the next session that opens. */
final class DayEvents {

    private static final long FLOAT = 300_000_000;
    private static final int AFTER_SESSION = 28;

    private final Hand hand;

    DayEvents(Hand hand) {
        this.hand = hand;
    }

    private TortureOffice office() {
        return hand.office();
    }

    boolean nextSession(UUID key) {
        var today = office().today();
        office().sessions.forEach((point, held) -> close(Hand.named(key, "close" + point), point, held.session()));
        office().sessions.clear();
        var next = LendingOracle.due(today.plusMonths(1).withDayOfMonth(AFTER_SESSION));
        var unit = office().get(Units.class).get(office().point(0).office());
        office().get(CloseDay.class).through(office().director, unit, next.minusDays(1), step -> {});
        office().oracle.closeThrough(today, next.minusDays(1));
        open(key);
        return true;
    }

    private void close(UUID key, int point, long session) {
        var cash = office().get(Transactions.class)
                .read(
                        Actor.SYSTEM,
                        () -> office().get(Sessions.class).cash(session).orElse(Dong.ZERO));
        office().get(CloseSession.class).run(office().controller(point), key, session, CashCount.of(cash), "");
    }

    /** Opens a session at each group's point. */
    void open(UUID key) {
        office().stockVault(Hand.named(key, "vault"), FLOAT * office().groups());
        var today = office().today();
        for (int point = 0; point < office().groups(); point++) {
            long session = office().get(OpenSession.class)
                    .run(
                            office().leader(point),
                            Hand.named(key, "open" + point),
                            new OpenSession.Opening(
                                    office().point(point).id(),
                                    office().teller(point).id(),
                                    office().controller(point).id(),
                                    new Dong(FLOAT)));
            office().sessions.put(point, new TortureOffice.Held(today, session));
        }
        office().sessionDays.add(today);
    }
}
