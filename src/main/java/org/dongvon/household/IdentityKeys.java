package org.dongvon.household;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which key encrypts now. The database says it, so that servers that started before a rotation follow it. */
@Repository
class IdentityKeys {

    private static final String CURRENT = """
            select id from household.identity_key where is_current
            """;

    private final JdbcClient db;

    IdentityKeys(JdbcClient db) {
        this.db = db;
    }

    int current() {
        return db.sql(CURRENT).query(Integer.class).single();
    }
}
