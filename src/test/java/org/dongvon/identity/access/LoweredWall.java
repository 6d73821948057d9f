package org.dongvon.identity.access;

import java.util.List;
import org.dongvon.support.OwnerDb;

/** Row-level security, which a test may take away from its database to see what the application keeps by itself. */
final class LoweredWall {

    private static final String SECURED = """
            select c.oid::regclass::text
              from pg_class c
             where c.relrowsecurity and c.relkind in ('r', 'p')
             order by 1
            """;

    private final OwnerDb owner;

    LoweredWall(OwnerDb owner) {
        this.owner = owner;
    }

    /** No table asks who reads it while the work runs. */
    void downWhile(Runnable work) {
        var tables = owner.sql(SECURED).query((row, n) -> row.getString(1)).list();
        alter(tables, "disable");
        try {
            work.run();
        } finally {
            alter(tables, "enable");
        }
    }

    private void alter(List<String> tables, String how) {
        tables.forEach(table -> owner.sql("alter table " + table + " " + how + " row level security")
                .update());
    }
}
