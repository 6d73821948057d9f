package org.dongvon.support;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The test's database as its owner, who bypasses row-level security: fixtures, tampering, counting. */
public final class OwnerDb {

    private final DataSource dataSource;
    private final JdbcClient db;

    public OwnerDb(DataSource dataSource) {
        this.dataSource = dataSource;
        this.db = JdbcClient.create(dataSource);
    }

    /** A statement, committed by itself. */
    public StatementSpec sql(String sql) {
        return db.sql(sql);
    }

    public DataSource dataSource() {
        return dataSource;
    }
}
