package org.dongvon.capital;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Refused;
import org.dongvon.shared.RoundTrip;
import org.dongvon.shared.RoundTrips;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What each office may lend of each contract, and what it has lent. Over-lending is impossible: lent ≤ granted is
 * checked under lock and by a constraint.
 */
@Repository
public class Allotments {

    // Locked in the order of their identifiers: two sheets that repay the same two allotments never wait in a circle.
    private static final String LOCK = """
            select a.id, a.granted - a.lent as free
              from capital.allotment a
             where a.id = any (:ids)
             order by a.id
               for no key update
            """;

    private static final String MOVE = """
            with moved as (
                select * from unnest(cast(:ids as bigint[]), cast(:amounts as bigint[])) as m (id, amount)),
            written as (
                insert into capital.movement (journal_id, allotment_id, point_id, kind, amount)
                select :journal, m.id, a.point_id, 'LENT', m.amount
                  from moved m join capital.allotment a on a.id = m.id)
            update capital.allotment a set lent = a.lent + m.amount
              from moved m
             where a.id = m.id
            """;

    private static final String LOCK_CONTRACTS = """
            select c.id
              from capital.contract c
             where c.id in (select a.contract_id from capital.allotment a where a.id = any (:ids))
             order by c.id
               for no key update
            """;

    // What the capital itself bears is neither lent nor idle any more: the allotment and its contract shrink together.
    private static final String LOSE = """
            with lost as (
                select l.id, l.amount, a.contract_id, a.point_id
                  from unnest(cast(:ids as bigint[]), cast(:amounts as bigint[])) as l (id, amount)
                  join capital.allotment a on a.id = l.id),
            written as (
                insert into capital.movement (journal_id, allotment_id, point_id, kind, amount)
                select :journal, id, point_id, 'WRITTEN_OFF', amount from lost),
            shrunk as (
                update capital.contract c set written_off = c.written_off + s.amount
                  from (select contract_id, sum(amount) as amount from lost group by contract_id) s
                 where c.id = s.contract_id)
            update capital.allotment a set granted = a.granted - l.amount
              from lost l
             where a.id = l.id
            """;

    private final JdbcClient db;
    private final RoundTrips trips;

    Allotments(JdbcClient db, RoundTrips trips) {
        this.db = db;
        this.trips = trips;
    }

    /**
     * Lends out of allotments (positive) or takes repaid principal back into them (negative), for one journal.
     *
     * <p>Example: a loan of 50 000 000 đ repaid by 7 000 000 đ moves its allotment by −7 000 000.
     *
     * @throws Refused {@link CapitalRefusal#ALLOTMENT_EXHAUSTED} when less is free than is to be lent
     */
    public void move(long journalId, Map<Long, Dong> lentByAllotment) {
        var trip = trips.begin();
        move(trip, journalId, lentByAllotment);
        trip.send();
    }

    /** Likewise, among other statements of one journey; what is free is looked at before. */
    public void move(RoundTrip trip, long journalId, Map<Long, Dong> lentByAllotment) {
        var sorted = new TreeMap<>(lentByAllotment);
        sorted.values().removeIf(amount -> amount.amount() == 0);
        if (sorted.isEmpty()) {
            return;
        }
        var ids = sorted.keySet().toArray(Long[]::new);
        // Money that comes back into one allotment needs neither an order nor a look at what is free.
        if (ids.length > 1 || sorted.values().stream().anyMatch(Dong::isPositive)) {
            requireFree(ids, sorted);
        }
        trip.update(
                MOVE,
                new MapSqlParameterSource("journal", journalId)
                        .addValue("ids", ids)
                        .addValue(
                                "amounts",
                                sorted.values().stream().map(Dong::amount).toArray(Long[]::new)));
    }

    /**
     * Takes capital that was lost with loans written off out of its allotments and contracts, for one journal. The loans'
     * principal has come back into the allotments before, by {@link #move(long, Map)}.
     */
    public void lose(long journalId, Map<Long, Dong> lostByAllotment) {
        var sorted = new TreeMap<>(lostByAllotment);
        var ids = sorted.keySet().toArray(Long[]::new);
        db.sql(LOCK_CONTRACTS)
                .param("ids", ids)
                .query((row, n) -> row.getLong("id"))
                .list();
        db.sql(LOSE)
                .param("journal", journalId)
                .param("ids", ids)
                .param("amounts", sorted.values().stream().map(Dong::amount).toArray(Long[]::new))
                .update();
    }

    private void requireFree(Long[] ids, Map<Long, Dong> wanted) {
        var free = db.sql(LOCK)
                .param("ids", ids)
                .query((row, n) -> Map.entry(row.getLong("id"), new Dong(row.getLong("free"))))
                .list();
        for (var allotment : free) {
            var amount = wanted.get(allotment.getKey());
            if (amount != null && amount.compareTo(allotment.getValue()) > 0) {
                throw new Refused(CapitalRefusal.ALLOTMENT_EXHAUSTED, amount, allotment.getValue());
            }
        }
        if (free.size() != ids.length) {
            throw new Refused(CapitalRefusal.UNKNOWN_CONTRACT, List.of(ids));
        }
    }
}
