package org.dongvon.ledger.page;

import java.util.List;
import org.dongvon.ledger.LedgerRefusal;
import org.dongvon.organisation.Unit;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The offices whose points the reader may see. */
@Repository
public class OfficesInScope {

    private static final String ALL = """
            select u.id, u.code, u.kind, u.name
              from organisation.unit u
             where u.id in (select p.office_id from organisation.point p where p.id <@ (select shared.scope()))
             order by u.code
            """;

    private static final String WHOLE = """
            select u.id, u.code, u.kind, u.name
              from organisation.unit u
             where u.id in (select p.office_id
                              from organisation.point p
                             group by p.office_id
                            having bool_and(p.id <@ (select shared.scope())))
               and not (select shared.narrowed())
             order by u.code
            """;

    private final JdbcClient db;

    OfficesInScope(JdbcClient db) {
        this.db = db;
    }

    /** All of them, by code. */
    public List<Unit> all() {
        return read(ALL);
    }

    /** Those of which every point is in scope, by code: what is of an office as a whole. */
    public List<Unit> whole() {
        return read(WHOLE);
    }

    private List<Unit> read(String sql) {
        return db.sql(sql)
                .query((row, n) -> new Unit(
                        row.getLong("id"),
                        row.getString("code"),
                        Unit.Kind.valueOf(row.getString("kind")),
                        row.getString("name")))
                .list();
    }

    /**
     * The office of a code; the reader's own, or the first, when it is empty.
     *
     * @throws Refused {@link LedgerRefusal#UNKNOWN_OFFICE} when it is not among them
     */
    public Unit choose(Actor actor, List<Unit> all, String office) {
        return all.stream()
                .filter(each -> office.isEmpty() || each.code().equals(office))
                .filter(each -> !office.isEmpty() || actor.officeId() == 0 || each.id() == actor.officeId())
                .findFirst()
                .orElseThrow(() -> new Refused(LedgerRefusal.UNKNOWN_OFFICE, office));
    }
}
