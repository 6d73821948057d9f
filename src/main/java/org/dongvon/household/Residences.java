package org.dongvon.household;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * In which hamlet households live from when on. A move is a dated row, and the household's own line follows it. Whether a
 * household may move is judged by whoever decides: that takes groups, which this module does not know.
 */
@Repository
public class Residences {

    private static final String GET = """
            select h.id, h.code, h.hamlet, h.point_id, u.name as point
              from household.household h
              join organisation.unit u on u.id = h.point_id
             where h.code = :code and h.point_id <@ (select shared.scope())
            """;

    // As with its members: one change of a household at a time.
    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended('household.household', :id)) is null
            """;

    private static final String MOVE = """
            insert into household.residence (household_id, point_id, from_on, former, hamlet, request_id)
            select h.id, h.point_id, :day, h.hamlet, :hamlet, :request
              from household.household h
             where h.id = :household
            """;

    private static final String MOVES = """
            select r.from_on, r.former, r.hamlet
              from household.residence r
             where r.household_id = :household
             order by r.id desc
            """;

    private final JdbcClient db;

    Residences(JdbcClient db) {
        this.db = db;
    }

    /**
     * Where a household of the scope lives today.
     *
     * @throws Refused {@link HouseholdRefusal#UNKNOWN_HOUSEHOLD}
     */
    public Home get(String code) {
        return db.sql(GET)
                .param("code", code)
                .query((row, n) -> new Home(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("hamlet"),
                        row.getLong("point_id"),
                        row.getString("point")))
                .optional()
                .orElseThrow(() -> new Refused(HouseholdRefusal.UNKNOWN_HOUSEHOLD));
    }

    /** The same as {@link #get}, held until the transaction ends. */
    public Home lock(String code) {
        db.sql(LOCK).param("id", get(code).id()).query(Boolean.class).single();
        return get(code);
    }

    /** The household lives in another hamlet of its point from the day of the approval. */
    public void move(long household, String hamlet, Approved approved) {
        db.sql(MOVE)
                .param("household", household)
                .param("hamlet", hamlet)
                .param("day", approved.place().day())
                .param("request", approved.id())
                .update();
    }

    /** The moves of a household, the last first. */
    public List<Move> moves(long household) {
        return db.sql(MOVES)
                .param("household", household)
                .query((row, n) -> new Move(
                        row.getObject("from_on", LocalDate.class), row.getString("former"), row.getString("hamlet")))
                .list();
    }

    /** Where a household lives, and which point serves it. */
    public record Home(long id, String code, String hamlet, long pointId, String point) {}

    /** A move from one hamlet to another, by the first day in the new one. */
    public record Move(LocalDate from, String former, String hamlet) {}
}
