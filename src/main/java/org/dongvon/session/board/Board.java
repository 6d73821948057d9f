package org.dongvon.session.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Point;
import org.dongvon.organisation.SessionCalendar;
import org.dongvon.organisation.Units;
import org.dongvon.session.SessionBooks;
import org.dongvon.session.TransactionSession;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sessions of the open day: of the person's office, or of every office in scope for those who belong to none. */
@Repository
class Board {

    private static final String OF_OFFICE = """
            select s.id, s.point_id, p.name, p.address, p.direct, s.state, s.leader_id, s.teller_id, s.controller_id, b.balance,
                   (select count(distinct d.group_id)
                      from session.posting d
                     where d.session_id = s.id and d.kind = 'SHEET') as posted,
                   (select g.id
                      from "group".v_credit_group g
                     where g.point_id = s.point_id and g.closed_on is null
                       and not exists (select from session.posting d
                                        where d.session_id = s.id and d.group_id = g.id and d.kind = 'SHEET')
                     order by g.code
                     limit 1) as next_group
              from session.session s
              join organisation.v_point_card p on p.id = s.point_id
              join session.cash_box b on b.session_id = s.id
             where s.office_id = :office and s.held_on = :day
             order by p.direct, p.code
            """;

    // Those who read a province or the country see the sessions that were opened, office by office.
    private static final String OF_SCOPE = """
            select s.id, s.point_id, p.name, p.address, p.direct, s.state, s.leader_id, s.teller_id, s.controller_id, b.balance,
                   (select count(distinct d.group_id)
                      from session.posting d
                     where d.session_id = s.id and d.kind = 'SHEET') as posted,
                   cast(null as bigint) as next_group
              from session.session s
              join organisation.v_point o on o.id = s.point_id and o.open_day = s.held_on
              join organisation.v_point_card p on p.id = s.point_id
              join session.cash_box b on b.session_id = s.id
             order by p.office_code, p.direct, p.code
             limit 200
            """;

    private static final String GROUPS = """
            select point_id, count(*) as groups
              from "group".v_credit_group
             where point_id = any (:points) and closed_on is null
             group by point_id
            """;

    private static final RowMapper<Card> CARD = (row, n) -> new Card(
            new Place(
                    row.getLong("point_id"), row.getString("name"), row.getString("address"), row.getBoolean("direct")),
            new Opened(
                    row.getLong("id"),
                    TransactionSession.State.valueOf(row.getString("state")),
                    new TransactionSession.Team(
                            row.getLong("leader_id"), row.getLong("teller_id"), row.getLong("controller_id")),
                    new Dong(row.getLong("balance")),
                    row.getObject("next_group", Long.class)),
            0,
            row.getInt("posted"));

    private final JdbcClient db;
    private final Units units;
    private final BusinessDays days;
    private final SessionCalendar calendar;
    private final SessionBooks books;
    private final Transactions transactions;

    Board(
            JdbcClient db,
            Units units,
            BusinessDays days,
            SessionCalendar calendar,
            SessionBooks books,
            Transactions transactions) {
        this.db = db;
        this.units = units;
        this.days = days;
        this.calendar = calendar;
        this.books = books;
        this.transactions = transactions;
    }

    Today of(Actor actor) {
        return transactions.read(actor, () -> actor.officeId() == 0 ? ofScope() : ofOffice(actor.officeId()));
    }

    private Today ofScope() {
        return counted(null, db.sql(OF_SCOPE).query(CARD).list());
    }

    private Today ofOffice(long office) {
        var day = days.today(office);
        Map<Long, Card> opened = new LinkedHashMap<>();
        db.sql(OF_OFFICE)
                .param("office", office)
                .param("day", day)
                .query(CARD)
                .list()
                .forEach(card -> opened.put(card.place().pointId(), card));
        var cards = new ArrayList<Card>(opened.values());
        for (var point : expected(office, day)) {
            if (!opened.containsKey(point.id())) {
                cards.add(new Card(new Place(point.id(), point.name(), point.address(), point.isDirect()), null, 0, 0));
            }
        }
        return counted(day, cards);
    }

    /** The points that hold a session on the day, then the office's own counter, which is open every day. */
    private List<Point> expected(long office, LocalDate day) {
        var points = new ArrayList<>(calendar.sessionsOn(office, day));
        units.pointsOf(office).stream().filter(Point::isDirect).forEach(points::add);
        return points;
    }

    private Today counted(@Nullable LocalDate day, List<Card> cards) {
        Map<Long, Integer> groups = new HashMap<>();
        Set<Long> points = cards.stream().map(card -> card.place().pointId()).collect(Collectors.toSet());
        db.sql(GROUPS).param("points", points.toArray(Long[]::new)).query(row -> {
            groups.put(row.getLong("point_id"), row.getInt("groups"));
        });
        var complete = cards.stream()
                .map(card -> new Card(
                        card.place(),
                        card.opened(),
                        groups.getOrDefault(card.place().pointId(), 0),
                        card.posted()))
                .toList();
        var sessions = cards.stream()
                .flatMap(card -> card.session().stream())
                .map(Opened::id)
                .toList();
        return new Today(day, complete, books.of(sessions));
    }

    /** The day's sessions and what they took in together. */
    record Today(@Nullable LocalDate day, List<Card> cards, SessionBooks.Book book) {

        long count(Card.State state) {
            return cards.stream().filter(card -> card.state() == state).count();
        }

        public long open() {
            return count(Card.State.OPEN);
        }

        public long closed() {
            return count(Card.State.CLOSED);
        }

        public long expected() {
            return cards.stream()
                    .filter(card -> card.opened() != null || !card.place().isDirect())
                    .count();
        }

        /** The first open session that this person posts in, with its next group. */
        public @Nullable Card next(long teller) {
            return cards.stream()
                    .filter(card -> card.session()
                            .map(open -> open.team().tellerId() == teller && open.isOpen())
                            .orElse(false))
                    .findFirst()
                    .orElse(null);
        }

        /** The first open session that this person counts and closes. */
        public @Nullable Card toCount(long controller) {
            return cards.stream()
                    .filter(card -> card.session()
                            .map(open -> open.team().controllerId() == controller && open.isOpen())
                            .orElse(false))
                    .findFirst()
                    .orElse(null);
        }

        /** The first point whose session is still to be opened. */
        public @Nullable Card toOpen() {
            return cards.stream()
                    .filter(card -> card.opened() == null && !card.place().isDirect())
                    .findFirst()
                    .orElse(null);
        }
    }

    /** One point on the board, with its session once it is opened. */
    record Card(Place place, @Nullable Opened opened, int groups, int posted) {

        Optional<Opened> session() {
            return Optional.ofNullable(opened);
        }

        public State state() {
            return opened == null ? State.WAITING : opened.isOpen() ? State.OPEN : State.CLOSED;
        }

        /** How far a point is on the day. */
        enum State {
            WAITING,
            OPEN,
            CLOSED
        }
    }

    /** The point. */
    record Place(long pointId, String name, String address, boolean isDirect) {}

    /** Its session. */
    record Opened(
            long id,
            TransactionSession.State state,
            TransactionSession.Team team,
            Dong cash,
            @Nullable Long nextGroup) {

        public boolean isOpen() {
            return state == TransactionSession.State.OPEN;
        }
    }
}
