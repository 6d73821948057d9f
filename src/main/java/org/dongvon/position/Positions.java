package org.dongvon.position;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.Unit;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What a unit has out with its borrowers, at the end of any day that its books know: the one source of every total.
 *
 * <p>A day that an office has closed is read from the rows of its closes; on its open day, today's movements are added
 * to the last close, so that all pages show the same number. Example: an office that closed 17/05/2024 with
 * 242 780 million and took 10 million back on the 18th shows 242 770 million as of the 18th, provisional, and
 * 242 780 million as of the 17th for ever.
 */
@Service
public class Positions {

    // The first closed day with a movement: before it the books are silent.
    private static final String BOOKS = """
            select min(f.business_date) as first_day, min(p.open_day) - 1 as closed_through,
                   bool_and(p.id <@ (select shared.scope())) as visible, count(distinct p.office_id) as offices,
                   count(distinct p.office_id) filter (where p.open_day <= :day) as open_offices
              from organisation.points_under(:unit, :day) as below (id)
              join organisation.v_point p on p.id = below.id
              left join lateral (select f.business_date
                                   from position.flow f
                                  where f.point_id = p.id and f.business_date < p.open_day
                                  order by f.business_date
                                  limit 1) f on true
            """;

    // Rows of the open day belong to a close that has not finished: they are left out, and its movements are added. Its
    // journals are named first: they are few, and the planner would read all movements of the scope to find theirs.
    private static final String CELLS = """
            with point as materialized (
                select p.id, p.office_id, p.open_day, least(:day, p.open_day - 1) as closed_on
                  from organisation.points_under(:unit, :day) as below (id)
                  join organisation.v_point p on p.id = below.id),
            today as materialized (
                select j.id
                  from (select distinct office_id, open_day from point where open_day <= :day) o
                  join ledger.v_journal j on j.office_id = o.office_id and j.business_date = o.open_day),
            standing as (
                select t.programme_id, t.association, t.contract_id, t.part, t.principal
                  from point p
                  join position.total t
                    on t.point_id = p.id and t.valid_from <= p.closed_on and t.valid_to > p.closed_on
                 union all
                select m.programme_id, m.association, m.contract_id, m.part, m.principal
                  from today
                  join loan.v_movement m on m.journal_id = today.id
                 where m.point_id in (select id from point))
            select s.programme_id, s.association, s.contract_id, s.part, sum(s.principal) as principal
              from standing s
             group by s.programme_id, s.association, s.contract_id, s.part
            having sum(s.principal) <> 0
             order by s.programme_id, s.association, s.contract_id, s.part
            """;

    private static final String HEADS = """
            select h.dimension, h.key, sum(h.households) as households, sum(h.borrowers) as borrowers,
                   sum(h.loans) as loans, sum(h.jobs) as jobs
              from organisation.points_under(:unit, :day) as below (id)
              join organisation.v_point p on p.id = below.id
              join position.headcount h
                on h.point_id = p.id
               and h.valid_from <= least(:day, p.open_day - 1) and h.valid_to > least(:day, p.open_day - 1)
             group by h.dimension, h.key
            """;

    private final JdbcClient db;
    private final Transactions transactions;

    Positions(JdbcClient db, Transactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /**
     * The loans of a unit at the end of a day, under the tree of that day.
     *
     * @throws Refused {@link PositionRefusal#BOOKS_NOT_OPEN} for a unit without any office that keeps books,
     *     {@link PositionRefusal#OUT_OF_SCOPE} for one of whose points some are hidden from the actor,
     *     {@link PositionRefusal#BEFORE_BOOKS} for a day before the first one in its books
     */
    public Position at(Actor actor, Unit unit, LocalDate day) {
        return transactions.read(actor, () -> {
            var books = books(unit, day);
            if (books.offices() == 0) {
                throw new Refused(PositionRefusal.BOOKS_NOT_OPEN, unit.name(), day);
            }
            if (!books.visible()) {
                throw new Refused(PositionRefusal.OUT_OF_SCOPE, unit.name());
            }
            var first = books.firstDay();
            if (first.isEmpty() || day.isBefore(first.get())) {
                throw new Refused(
                        PositionRefusal.BEFORE_BOOKS,
                        unit.name(),
                        day,
                        first.orElse(books.closedThrough().plusDays(1)));
            }
            return new Position(
                    day,
                    books.closedThrough(),
                    books.openOffices(),
                    books.offices(),
                    cells(unit, day),
                    heads(unit, day));
        });
    }

    /** Whether a unit's books know this day. */
    public boolean reach(Actor actor, Unit unit, LocalDate day) {
        return transactions.read(
                actor,
                () -> books(unit, day)
                        .firstDay()
                        .map(first -> !day.isBefore(first))
                        .orElse(false));
    }

    /** The last day that all offices of a unit have closed; none when it has no office that keeps books. */
    public Optional<LocalDate> closedThrough(Actor actor, Unit unit, LocalDate treeOf) {
        return transactions.read(actor, () -> {
            var books = books(unit, treeOf);
            return books.offices() == 0 ? Optional.empty() : Optional.of(books.closedThrough());
        });
    }

    private Books books(Unit unit, LocalDate day) {
        return db.sql(BOOKS)
                .param("unit", unit.id())
                .param("day", day)
                .query((row, n) -> new Books(
                        Optional.ofNullable(row.getObject("first_day", LocalDate.class)),
                        Optional.ofNullable(row.getObject("closed_through", LocalDate.class))
                                .orElse(LocalDate.MIN),
                        row.getBoolean("visible"),
                        row.getInt("offices"),
                        row.getInt("open_offices")))
                .single();
    }

    private List<Cell> cells(Unit unit, LocalDate day) {
        return db.sql(CELLS)
                .param("unit", unit.id())
                .param("day", day)
                .query((row, n) -> new Cell(
                        row.getInt("programme_id"),
                        row.getString("association"),
                        row.getLong("contract_id"),
                        Part.valueOf(row.getString("part")),
                        new Dong(row.getLong("principal"))))
                .list();
    }

    private Map<Dimension, Map<String, HeadCount>> heads(Unit unit, LocalDate day) {
        Map<Dimension, Map<String, HeadCount>> heads = new EnumMap<>(Dimension.class);
        db.sql(HEADS).param("unit", unit.id()).param("day", day).query(row -> {
            heads.computeIfAbsent(Dimension.valueOf(row.getString("dimension")), d -> new HashMap<>())
                    .put(
                            row.getString("key"),
                            new HeadCount(
                                    row.getLong("households"),
                                    row.getLong("borrowers"),
                                    row.getLong("loans"),
                                    row.getLong("jobs")));
        });
        return heads;
    }

    /** How far a unit's books reach. */
    private record Books(
            Optional<LocalDate> firstDay, LocalDate closedThrough, boolean visible, int offices, int openOffices) {}
}
