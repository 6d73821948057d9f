package org.dongvon.session.handover;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.OrganisationRefusal;
import org.dongvon.organisation.Unit;
import org.dongvon.session.TransactionSession;
import org.dongvon.session.VaultOffices;
import org.dongvon.session.closing.CashCount;
import org.dongvon.session.handover.HandOver.Way;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the hand-overs of an office's open day, and between whom the reader may hand over. */
@Repository
class HandOverPage {

    private static final String LINES = """
            select h.id, h.from_session, h.to_session, h.notes, h.amount, h.given_by, g.full_name as giver,
                   e.outcome, t.full_name as ender, f.name as from_point, d.name as to_point
              from session.hand_over h
              left join session.hand_over_end e on e.hand_over_id = h.id
              left join organisation.v_staff g on g.id = h.given_by
              left join organisation.v_staff t on t.id = e.ended_by
              left join session.session fs on fs.id = h.from_session
              left join organisation.unit f on f.id = fs.point_id
              left join session.session ds on ds.id = h.to_session
              left join organisation.unit d on d.id = ds.point_id
             where h.office_id = :office and h.day = :day
             order by h.id desc
            """;

    private static final String BOXES = """
            select s.id, u.name, w.full_name as teller, s.teller_id, b.balance
              from session.session s
              join organisation.unit u on u.id = s.point_id
              join session.cash_box b on b.session_id = s.id
              left join organisation.v_staff w on w.id = s.teller_id
             where s.office_id = :office and s.held_on = :day and s.state = :state
             order by u.code
            """;

    private final JdbcClient db;
    private final VaultOffices offices;
    private final BusinessDays days;
    private final Transactions transactions;

    HandOverPage(JdbcClient db, VaultOffices offices, BusinessDays days, Transactions transactions) {
        this.db = db;
        this.offices = offices;
        this.days = days;
        this.transactions = transactions;
    }

    /**
     * The hand-overs of an office in scope; of the reader's own office, or else the first, when none is named.
     *
     * @throws Refused {@link OrganisationRefusal#UNKNOWN_UNIT}
     */
    Shown read(Actor actor, String code) {
        return transactions.read(actor, () -> {
            var office = offices.choose(actor, code);
            var day = days.today(office.id());
            var boxes = boxes(office.id(), day);
            return new Shown(
                    office, day, lines(actor, office.id(), day, boxes), boxes, mine(actor, office.id(), boxes));
        });
    }

    private List<Box> boxes(long office, LocalDate day) {
        return db.sql(BOXES)
                .param("office", office)
                .param("day", day)
                .param("state", TransactionSession.State.OPEN.name())
                .query((row, n) -> new Box(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("teller"),
                        row.getLong("teller_id"),
                        new Dong(row.getLong("balance"))))
                .list();
    }

    private List<Line> lines(Actor actor, long office, LocalDate day, List<Box> boxes) {
        var mine = mine(actor, office, boxes);
        return db.sql(LINES)
                .param("office", office)
                .param("day", day)
                .query((row, n) -> {
                    var way =
                            new Way(row.getObject("from_session", Long.class), row.getObject("to_session", Long.class));
                    var open = row.getString("outcome") == null;
                    return new Line(
                            row.getLong("id"),
                            new Between(row.getString("from_point"), row.getString("to_point")),
                            CashCount.ofOrder((Integer[]) row.getArray("notes").getArray()),
                            new Dong(row.getLong("amount")),
                            new Signed(row.getString("giver"), row.getString("outcome"), row.getString("ender")),
                            new May(
                                    open && mine.contains(side(way.to())) && row.getLong("given_by") != actor.id(),
                                    open && mine.contains(side(way.from()))));
                })
                .list();
    }

    /** The sides that the reader signs for: numbers of sessions, 0 for the vault. */
    private static List<Long> mine(Actor actor, long office, List<Box> boxes) {
        var mine = new ArrayList<Long>();
        if (actor.officeId() == office && (actor.role() == Role.LEADER || actor.role() == Role.CONTROLLER)) {
            mine.add(0L);
        }
        if (actor.role() == Role.TELLER) {
            boxes.stream()
                    .filter(box -> box.tellerId() == actor.id())
                    .map(Box::session)
                    .forEach(mine::add);
        }
        return mine;
    }

    private static long side(@Nullable Long session) {
        return Objects.requireNonNullElse(session, 0L);
    }

    /** The day's hand-overs, the boxes of open sessions, and the sides that the reader signs for. */
    record Shown(Unit office, LocalDate day, List<Line> lines, List<Box> boxes, List<Long> mine) {

        public boolean isGiver() {
            return !mine.isEmpty() && !boxes.isEmpty();
        }

        public boolean isSigner(long side) {
            return mine.contains(side);
        }

        public Dong onTheWay() {
            return lines.stream()
                    .filter(line -> line.signed().outcome() == null)
                    .map(Line::amount)
                    .reduce(Dong.ZERO, Dong::plus);
        }
    }

    /** The box of an open session. */
    record Box(long session, String point, @Nullable String teller, long tellerId, Dong balance) {}

    /** One hand-over. */
    record Line(long id, Between between, CashCount notes, Dong amount, Signed signed, May may) {}

    /** The points on both sides; null is the vault. */
    record Between(@Nullable String from, @Nullable String to) {}

    /** Who gave, what became of it, who signed that. */
    record Signed(
            @Nullable String giver,
            @Nullable String outcome,
            @Nullable String ender) {}

    /** What the reader may do with it. */
    record May(boolean take, boolean back) {}
}
