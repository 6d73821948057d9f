package org.dongvon.session.opening;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Point;
import org.dongvon.organisation.SessionCalendar;
import org.dongvon.organisation.Units;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.Sessions;
import org.dongvon.session.TransactionSession.Team;
import org.dongvon.session.Vaults;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The leader opens the day's session of a point, names its team, and the teller gets cash to start with. */
@Service
public class OpenSession {

    private static final String OPEN = """
            with opened as (
                insert into session.session (point_id, office_id, held_on, state, leader_id, teller_id, controller_id)
                values (:point, :office, :day, 'OPEN', :leader, :teller, :controller)
                    on conflict (point_id, held_on) do nothing
                returning id, point_id),
            boxed as (
                insert into session.cash_box (session_id, point_id, balance) select id, point_id, 0 from opened)
            select id from opened
            """;

    // One team cannot stand at two points at one time (V24); who has closed one session goes on to the next. The
    // office's own
    // counter is no point that a team drives to.
    private static final String ELSEWHERE = """
            select w.full_name, p.name
              from session.session s
              join organisation.v_point_card p on p.id = s.point_id and not p.direct
              left join organisation.v_staff w
                on w.id = any (:team) and w.id in (s.leader_id, s.teller_id, s.controller_id)
             where s.office_id = :office and s.held_on = :day and s.state = 'OPEN' and s.point_id <> :point
               and array[s.leader_id, s.teller_id, s.controller_id] && cast(:team as bigint[])
             order by p.code
             limit 1
            """;

    private final Units units;
    private final BusinessDays days;
    private final SessionCalendar calendar;
    private final Books books;
    private final Submissions submissions;

    OpenSession(Units units, BusinessDays days, SessionCalendar calendar, Books books, Submissions submissions) {
        this.units = units;
        this.days = days;
        this.calendar = calendar;
        this.books = books;
        this.submissions = submissions;
    }

    /**
     * Opens the session of the office's open day; returns its identifier.
     *
     * @throws Refused {@link SessionRefusal#NOT_A_SESSION_DAY}, {@link SessionRefusal#SESSION_EXISTS}, {@link
     *     SessionRefusal#TEAM_NEEDS_THREE_PEOPLE}, {@link SessionRefusal#TEAM_AT_ANOTHER_POINT}, {@link
     *     SessionRefusal#VAULT_TOO_LOW}
     */
    public long run(Actor actor, UUID key, Opening opening) {
        actor.requireRole(Role.LEADER);
        var content = "open point=%d teller=%d controller=%d float=%d"
                .formatted(
                        opening.pointId(),
                        opening.tellerId(),
                        opening.controllerId(),
                        opening.cash().amount());
        var submission = new Submission(key, "session.OpenSession", content);
        return submissions
                .once(actor, submission, Opened.class, () -> open(actor, key, opening))
                .sessionId();
    }

    private Submissions.Done<Opened> open(Actor actor, UUID key, Opening opening) {
        var point = units.point(opening.pointId());
        var today = days.hold(point.officeId());
        requireOpenable(actor, point, today, opening);
        var team = new Team(actor.id(), opening.tellerId(), opening.controllerId());
        long session = books.open(point, today, team);
        books.hand(key, point, today, session, opening.cash());
        return new Submissions.Done<>(point.id(), today, new Opened(session));
    }

    /** The office's own counter, the direct point, is open on every day. */
    private void requireOpenable(Actor actor, Point point, LocalDate today, Opening opening) {
        if (!point.isDirect() && !calendar.isSessionDay(point, today)) {
            throw new Refused(
                    SessionRefusal.NOT_A_SESSION_DAY, point.name(), today, calendar.nextSession(point, today));
        }
        var people = List.of(actor.id(), opening.tellerId(), opening.controllerId());
        if (people.stream().distinct().count() != people.size()) {
            throw new Refused(SessionRefusal.TEAM_NEEDS_THREE_PEOPLE);
        }
        if (!point.isDirect()) {
            books.requireNowhereElse(point, today, people);
        }
    }

    /** Where the session, its team and the cash from the vault are written. */
    @org.springframework.stereotype.Repository
    static class Books {

        private final JdbcClient db;
        private final Ledger ledger;
        private final Sessions sessions;
        private final Vaults vaults;

        Books(JdbcClient db, Ledger ledger, Sessions sessions, Vaults vaults) {
            this.db = db;
            this.ledger = ledger;
            this.sessions = sessions;
            this.vaults = vaults;
        }

        void requireNowhereElse(Point point, LocalDate today, List<Long> team) {
            db.sql(ELSEWHERE)
                    .param("office", point.officeId())
                    .param("point", point.id())
                    .param("day", today)
                    .param("team", team.toArray(Long[]::new))
                    .query((row, n) -> {
                        var name = row.getString("full_name");
                        return new Refused(
                                SessionRefusal.TEAM_AT_ANOTHER_POINT,
                                name == null ? "–" : name,
                                row.getString("name"),
                                today);
                    })
                    .optional()
                    .ifPresent(refused -> {
                        throw refused;
                    });
        }

        long open(Point point, LocalDate today, Team team) {
            return db.sql(OPEN)
                    .param("point", point.id())
                    .param("office", point.officeId())
                    .param("day", today)
                    .param("leader", team.leaderId())
                    .param("teller", team.tellerId())
                    .param("controller", team.controllerId())
                    .query(Long.class)
                    .optional()
                    .orElseThrow(() -> new Refused(SessionRefusal.SESSION_EXISTS, point.name(), today));
        }

        void hand(UUID key, Point point, LocalDate today, long sessionId, Dong cash) {
            if (!cash.isPositive()) {
                return;
            }
            var header = new Journal.Header(
                    key, point.id(), point.officeId(), today, today, Sessions.Kind.FLOAT.name(), null);
            var voucher = ledger.post(new Journal(
                    header, List.of(Entry.of(Account.CASH, cash), Entry.of(Account.VAULT, Dong.ZERO.minus(cash)))));
            sessions.post(
                    sessions.get(sessionId),
                    new Sessions.Posting(voucher.journalId(), null, Sessions.Kind.FLOAT, 1, cash));
            vaults.take(point.officeId(), voucher.journalId(), Vaults.Kind.FLOAT, cash);
        }
    }

    /** What the leader says: which point, who counts and who signs with them, how much cash to start with. */
    public record Opening(long pointId, long tellerId, long controllerId, Dong cash) {

        /**
         * The opening as the leader says it.
         *
         * @throws Refused {@link SessionRefusal#AMOUNT_OUT_OF_RANGE} when the cash is negative
         */
        public Opening {
            if (cash.isNegative()) {
                throw new Refused(SessionRefusal.AMOUNT_OUT_OF_RANGE, cash, Dong.ZERO);
            }
        }
    }

    record Opened(long sessionId) {}
}
