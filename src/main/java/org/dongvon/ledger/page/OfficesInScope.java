package org.dongvon.ledger.page;

import java.util.List;
import org.dongvon.organisation.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The offices whose points the reader may see. */
@Repository
class OfficesInScope {

    private static final String ALL = """
            select u.id, u.code, u.kind, u.name
              from organisation.unit u
             where u.id in (select p.office_id from organisation.point p where p.id <@ (select shared.scope()))
             order by u.code
            """;

    private final JdbcClient db;

    OfficesInScope(JdbcClient db) {
        this.db = db;
    }

    List<Unit> all() {
        return db.sql(ALL)
                .query((row, n) -> new Unit(
                        row.getLong("id"),
                        row.getString("code"),
                        Unit.Kind.valueOf(row.getString("kind")),
                        row.getString("name")))
                .list();
    }
}
