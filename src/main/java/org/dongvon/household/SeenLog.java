package org.dongvon.household;

import java.util.Collection;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The log of personal data seen: one row a page, reveal or export, whatever number of people it shows. Append-only.
 *
 * <p>Example: a list of fifty loans is one row with fifty identifiers. Pages need not call this: a model that {@link
 * org.dongvon.shared.ShowsPeople} is logged before it is shown.
 */
@Repository
public class SeenLog {

    // The count tells whether everybody shown is a person in the reader's scope: if not, nothing is written or shown.
    private static final String WRITE = """
            insert into household.seen (point_id, points, account_id, human_id, role, kind, page, purpose, note, people)
            select min(p.point_id), range_agg(int8range(p.point_id, p.point_id, '[]')), :account, :human, :role, :kind, :page,
                   :purpose, :note, array_agg(p.id order by p.id)
              from household.person p
             where p.id = any (:people)
            having count(*) = :count
            """;

    // What an export may hold is everything of its reader's scope.
    private static final String WRITE_EXPORT = """
            insert into household.seen (point_id, points, account_id, human_id, role, kind, page, purpose, note, people)
            select min(pt.id), (select shared.scope()), :account, :human, :role, 'EXPORT', :page, :purpose, :note,
                   cast(:people as bigint[])
              from organisation.point pt
             where pt.id <@ (select shared.scope())
            having count(*) > 0
            """;

    private final JdbcClient db;
    private final Transactions transactions;

    SeenLog(JdbcClient db, Transactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /**
     * Writes a row, in the caller's transaction or in a short one of its own. Nobody seen is no row.
     *
     * @throws IllegalStateException when somebody shown is no person of the actor's scope; then nothing may be shown
     */
    public void write(Actor actor, Seen seen) {
        var people = seen.people().stream().distinct().sorted().toArray(Long[]::new);
        if (people.length == 0) {
            return;
        }
        var written = transactions.write(
                actor,
                () -> bound(WRITE, actor, seen)
                        .param("kind", seen.kind().name())
                        .param("people", people)
                        .param("count", people.length)
                        .update());
        require(written, seen);
    }

    /**
     * Writes the row of an export over the actor's whole scope, which may hold nobody.
     *
     * @throws IllegalStateException when the actor has no scope; then nothing may be exported
     */
    public void writeExport(Actor actor, Seen seen) {
        var people = seen.people().stream().distinct().sorted().toArray(Long[]::new);
        var written = transactions.write(
                actor,
                () -> bound(WRITE_EXPORT, actor, seen).param("people", people).update());
        require(written, seen);
    }

    private JdbcClient.StatementSpec bound(String sql, Actor actor, Seen seen) {
        return db.sql(sql)
                .param("account", actor.id())
                .param("human", actor.personId())
                .param("role", actor.role().name())
                .param("page", seen.page())
                .param("purpose", seen.purpose().name())
                .param("note", seen.note());
    }

    private static void require(int written, Seen seen) {
        if (written != 1) {
            throw new IllegalStateException("what " + seen.page() + " shows could not be logged");
        }
    }

    /** How data were seen. */
    public enum Kind {
        VIEW,
        REVEAL,
        EXPORT
    }

    /**
     * What was seen.
     *
     * @param page the route, such as {@code /loans/{code}}: never the address with what was asked for
     * @param note what the reader said beside the purpose; empty for pages
     * @param people whose data were shown
     */
    public record Seen(Kind kind, String page, Purpose purpose, String note, Collection<Long> people) {

        /** What a page shows, for its standing purpose. */
        public static Seen page(String page, Purpose purpose, Collection<Long> people) {
            return new Seen(Kind.VIEW, page, purpose, "", people);
        }
    }
}
