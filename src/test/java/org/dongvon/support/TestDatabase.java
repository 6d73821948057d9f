package org.dongvon.support;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database that lives as long as one test context. */
final class TestDatabase implements AutoCloseable {

    private final String name = TestServer.createDatabase();
    private final HikariDataSource pool = pool();

    DataSource dataSource() {
        return pool;
    }

    OwnerDb owner() {
        return new OwnerDb(TestServer.postgres().owner(name));
    }

    SuperuserDb superuser() {
        return new SuperuserDb(TestServer.postgres().superuser(name));
    }

    @Override
    public void close() {
        pool.close();
        TestServer.dropDatabase(name);
    }

    private HikariDataSource pool() {
        var app = (DriverManagerDataSource) TestServer.postgres().app(name);
        var result = new HikariDataSource();
        result.setJdbcUrl(app.getUrl());
        result.setUsername(app.getUsername());
        result.setPassword(app.getPassword());
        result.setMinimumIdle(0);
        result.setMaximumPoolSize(16);
        result.addDataSourceProperty("reWriteBatchedInserts", "true");
        result.addDataSourceProperty("logServerErrorDetail", "false");
        return result;
    }
}
