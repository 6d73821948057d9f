package org.dongvon.command.torture;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dongvon.closing.CloseDay;
import org.dongvon.command.torture.DayOracle.Ask;
import org.dongvon.command.torture.DayOracle.Held;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.Units;
import org.dongvon.session.closing.CashCount;
import org.dongvon.session.closing.CloseSession;
import org.dongvon.session.field.RevokeDevice;
import org.dongvon.session.opening.OpenSession;
import org.dongvon.shared.change.Facts;
import org.jspecify.annotations.Nullable;

/** The evening of a session day: devices hand in, what lies on the desk is settled, the cash is counted, the day closes; then the next one opens. */
final class DayEvening {

    private static final long FLOAT = 100_000_000;
    private static final int AFTER_SESSION = 28;
    private static final int SMALLEST_NOTE = 500;
    private static final String CONFLICTS = """
            select c.id, c.line_no, c.cash, l.line_id
              from session.field_conflict c
              left join session.field_line l on l.event_id = c.event_id and l.line_no = c.line_no
             where c.session_id = :session and c.posted is null
             order by c.id
            """;

    private final DayHand day;
    private final DayField field;
    private final DayHeads heads;

    DayEvening(DayHand day, DayField field, DayHeads heads) {
        this.day = day;
        this.field = field;
        this.heads = heads;
    }

    boolean nextDay(Random random, UUID key) {
        var office = day.office;
        var today = office.today();
        handIn(random, key);
        for (var session : List.copyOf(day.oracle.sessions.values())) {
            close(random, Hand.named(key, "close " + session.id()), session);
        }
        field.pockets.removeIf(each -> each.waiting().isEmpty() && each.state != Pocket.State.OUT);
        var next = LendingOracle.due(today.plusMonths(1).withDayOfMonth(AFTER_SESSION));
        for (int point = 0; point < office.groups(); point++) {
            if (!day.session(point).isOpen && random.nextInt(3) > 0) {
                heads.collect(random, Hand.named(key, "head " + point), point, next);
            }
        }
        office.sessions.clear();
        var unit = office.get(Units.class).get(office.point(0).office());
        resumed(random, () -> office.get(CloseDay.class).through(office.director, unit, next.minusDays(1), step -> {}));
        office.oracle.closeThrough(today, next.minusDays(1));
        open(random, key);
        return true;
    }

    /** A close that dies goes on where it stopped. */
    private void resumed(Random random, Runnable close) {
        boolean dies = day.happens(Fault.CRASH, random);
        if (dies) {
            day.wires.cutAfter(random.nextInt(150));
        }
        try {
            close.run();
        } catch (RuntimeException e) {
            if (!day.wires.mend()) {
                throw e;
            }
            close.run();
        } finally {
            day.wires.mend();
        }
    }

    private void handIn(Random random, UUID key) {
        var today = day.office.today();
        for (int i = 0; i < field.pockets.size(); i++) {
            var pocket = field.pockets.get(i);
            var own = Hand.named(key, "pocket " + i);
            if (pocket.state == Pocket.State.OUT && pocket.session().day().equals(today)) {
                pocket.handIn(Hand.named(own, "over"), day.happens(Fault.TOTALS_WRONG, random) ? 1_000 : 0);
                if (day.happens(Fault.DEVICE_LOST, random)) {
                    giveUp(random, own, pocket);
                } else if (!day.happens(Fault.DEVICE_LATE, random)) {
                    field.sendAll(random, own, pocket);
                }
            } else {
                field.sendAll(random, own, pocket);
            }
        }
    }

    /** Two persons wait for it no longer. Mostly it is revoked too, and what it still sends is turned away. */
    private void giveUp(Random random, UUID key, Pocket pocket) {
        var office = day.office;
        int point = pocket.session().point();
        giveUp(Hand.named(key, "given up"), pocket);
        if (random.nextInt(3) > 0) {
            office.get(RevokeDevice.class)
                    .run(
                            office.leader(point),
                            Hand.named(key, "revoked"),
                            pocket.device().id());
            field.turnedAway(Hand.named(key, "too late"), pocket);
            field.forget(pocket.device());
            for (var each : field.pockets) {
                if (each.device().equals(pocket.device())) {
                    if (each.state == Pocket.State.OUT) {
                        giveUp(Hand.named(key, "older " + each.session().id()), each);
                    }
                    each.lost();
                }
            }
        }
    }

    private void giveUp(UUID key, Pocket pocket) {
        var subject = pocket.session().id() + ":" + pocket.device().id();
        var wanted = Facts.none().word("state", "field.checkout.GIVEN_UP");
        var teller = day.office.teller(pocket.session().point());
        day.hand.change(day.office.director, key, new Hand.Asked(teller, "session.field-give-up", subject, wanted));
        pocket.state = Pocket.State.GIVEN_UP;
    }

    private void close(Random random, UUID key, Held session) {
        boolean away =
                field.pockets.stream().anyMatch(each -> each.session() == session && each.state == Pocket.State.OUT);
        var controller = day.office.controller(session.point());
        var closing = day.office.get(CloseSession.class);
        var books = CashCount.of(new Dong(session.cash));
        if (away) {
            day.refuses(
                    () -> closing.run(controller, Hand.named(key, "too early"), session.id(), books, ""),
                    "FIELD_NOT_HANDED_IN");
            day.count("session carried");
            return;
        }
        settle(random, Hand.named(key, "settle"), session);
        if (!session.isOpen) {
            return;
        }
        long counted = session.cash / SMALLEST_NOTE * SMALLEST_NOTE;
        var reason = "";
        if (day.happens(Fault.COUNT_WRONG, random)) {
            counted += random.nextBoolean() ? 20_000 : -Math.min(50_000, counted);
            reason = "Đếm lại ba lần vẫn lệch";
        }
        var count = CashCount.of(new Dong(counted));
        if (Math.abs(counted - session.cash) >= SMALLEST_NOTE) {
            day.refuses(
                    () -> closing.run(controller, Hand.named(key, "no reason"), session.id(), count, ""),
                    "COUNT_DIFFERS");
        }
        var why = reason;
        var closed = day.tried(random, () -> closing.run(controller, key, session.id(), count, why));
        DayHand.same("cash of the session that closes", closed.expected(), session.cash);
        day.oracle.vault += counted;
        day.oracle.gaps += counted - session.cash;
        session.cash = 0;
        session.isOpen = false;
        day.count("session closed");
    }

    private void settle(Random random, UUID key, Held session) {
        var asks = field.pockets.stream()
                .filter(each -> each.session() == session)
                .flatMap(each -> each.events().stream())
                .flatMap(each -> each.said().asks().stream())
                .collect(Collectors.toMap(Ask::id, each -> each, (one, again) -> one));
        var desk = day.office
                .owner
                .sql(CONFLICTS)
                .param("session", session.id())
                .query((row, n) -> new Conflict(
                        row.getLong("id"),
                        row.getInt("line_no"),
                        row.getLong("cash"),
                        row.getObject("line_id", UUID.class)))
                .list();
        DayHand.same("lines on the desk of " + session.day(), desk.size(), session.desk);
        DayHand.same(
                "money on the desk of " + session.day(),
                desk.stream().mapToLong(Conflict::cash).sum(),
                session.deskCash);
        for (var conflict : desk) {
            settle(random, Hand.named(key, "conflict " + conflict.id()), session, conflict, asks);
        }
        session.desk = 0;
        session.deskCash = 0;
    }

    private void settle(Random random, UUID key, Held session, Conflict conflict, Map<UUID, Ask> asks) {
        var office = day.office;
        var ask = conflict.number() == 0 || conflict.cash() <= 0 ? null : asks.get(conflict.line());
        var part = ask == null || !session.isOpen || random.nextInt(3) == 0 ? null : part(key, session, ask);
        long posted = part == null ? 0 : part.sum();
        var wanted = Facts.none()
                .dong("interest", new Dong(part == null ? 0 : part.interest()))
                .dong("saving", new Dong(part == null ? 0 : part.saving()))
                .dong("principal", new Dong(part == null ? 0 : part.principal()))
                .word("rest", "field.rest." + (posted == conflict.cash() ? "NONE" : "GIVEN_BACK"));
        day.hand.change(
                office.director,
                key,
                new Hand.Asked(
                        office.teller(session.point()),
                        "session.field-conflict",
                        Long.toString(conflict.id()),
                        wanted));
        if (part != null) {
            day.oracle.post(session, 0, part, session.day());
        }
        day.count(part == null ? "desk: nothing posted" : "desk: posted");
    }

    /** As much of a line as the books can take. */
    private @Nullable Ask part(UUID key, Held session, Ask ask) {
        var loan = ask.loan();
        var part = new Ask(
                Hand.named(key, "part"),
                loan,
                Math.min(ask.interest(), day.oracle.asked(loan, session.day())),
                ask.saving(),
                ask.byHead() ? 0 : Math.min(ask.principal(), loan.outstanding()),
                ask.byHead());
        return day.oracle.isLawful(part, session.day()) ? part : null;
    }

    /** Opens the sessions of the day, with cash from the vault. */
    void open(Random random, UUID key) {
        var office = day.office;
        LocalDate today = office.today();
        office.stockVault(Hand.named(key, "vault"), FLOAT * office.groups());
        day.oracle.vault += FLOAT * office.groups();
        for (int point = 0; point < office.groups(); point++) {
            long session = office.get(OpenSession.class)
                    .run(
                            office.leader(point),
                            Hand.named(key, "open" + point),
                            new OpenSession.Opening(
                                    office.point(point).id(),
                                    office.teller(point).id(),
                                    office.controller(point).id(),
                                    new Dong(FLOAT)));
            office.sessions.put(point, new TortureOffice.Held(today, session));
            day.oracle.sessions.put(session, new Held(session, point, today, FLOAT));
            day.oracle.vault -= FLOAT;
            field.takeAlong(random, Hand.named(key, "take " + point), point);
        }
        office.sessionDays.add(today);
        day.oracle.forgetClosed(today);
    }

    /** What lies on the desk; number 0 is an event as a whole. */
    private record Conflict(
            long id, int number, long cash, @Nullable UUID line) {}
}
