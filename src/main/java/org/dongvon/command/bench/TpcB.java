package org.dongvon.command.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.SplittableRandom;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The yardstick: the TPC-B transaction of pgbench, five statements prepared on the server. */
final class TpcB {

    private static final int ACCOUNTS_OF_BRANCH = 100_000;
    private static final int TELLERS_OF_BRANCH = 10;
    private static final int MOST_DELTA = 5000;

    private static final String SCHEMA = """
            create schema tpcb;
            create table tpcb.branches (bid int primary key, bbalance int, filler char(88)) with (fillfactor = 100);
            create table tpcb.tellers (tid int primary key, bid int, tbalance int, filler char(84)) with (fillfactor = 100);
            create table tpcb.accounts (aid int primary key, bid int, abalance int, filler char(84)) with (fillfactor = 100);
            create table tpcb.history (tid int, bid int, aid int, delta int, mtime timestamp, filler char(22));
            grant usage on schema tpcb to dongvon_app;
            grant select, insert, update on all tables in schema tpcb to dongvon_app;
            """;

    private static final String BRANCHES = """
            insert into tpcb.branches select b, 0 from generate_series(1, :scale) b
            """;

    private static final String TELLERS = """
            insert into tpcb.tellers select t, 1 + (t - 1) / 10, 0 from generate_series(1, :scale * 10) t
            """;

    private static final String ACCOUNTS = """
            insert into tpcb.accounts select a, 1 + (a - 1) / 100000, 0, '' from generate_series(1, :scale * 100000) a
            """;

    private static final String UPDATE_ACCOUNT = """
            update tpcb.accounts set abalance = abalance + ? where aid = ?
            """;
    private static final String SELECT_ACCOUNT = """
            select abalance from tpcb.accounts where aid = ?
            """;
    private static final String UPDATE_TELLER = """
            update tpcb.tellers set tbalance = tbalance + ? where tid = ?
            """;
    private static final String UPDATE_BRANCH = """
            update tpcb.branches set bbalance = bbalance + ? where bid = ?
            """;
    private static final String HISTORY = """
            insert into tpcb.history (tid, bid, aid, delta, mtime) values (?, ?, ?, ?, current_timestamp)
            """;

    private final int scale;

    TpcB(int scale) {
        this.scale = scale;
    }

    void fill(JdbcClient owner) {
        owner.sql(SCHEMA).update();
        owner.sql(BRANCHES).param("scale", scale).update();
        owner.sql(TELLERS).param("scale", scale).update();
        owner.sql(ACCOUNTS).param("scale", scale).update();
        owner.sql("vacuum (analyze) tpcb.accounts").update();
    }

    /** Runs transactions on one connection until told to stop; returns how many. */
    long run(Connection connection, SplittableRandom random, java.util.function.BooleanSupplier goOn)
            throws SQLException {
        connection.setAutoCommit(false);
        long done = 0;
        try (var account = connection.prepareStatement(UPDATE_ACCOUNT);
                var balance = connection.prepareStatement(SELECT_ACCOUNT);
                var teller = connection.prepareStatement(UPDATE_TELLER);
                var branch = connection.prepareStatement(UPDATE_BRANCH);
                var history = connection.prepareStatement(HISTORY)) {
            while (goOn.getAsBoolean()) {
                int aid = random.nextInt(1, scale * ACCOUNTS_OF_BRANCH + 1);
                int tid = random.nextInt(1, scale * TELLERS_OF_BRANCH + 1);
                int bid = random.nextInt(1, scale + 1);
                int delta = random.nextInt(-MOST_DELTA, MOST_DELTA + 1);
                update(account, delta, aid);
                balance.setInt(1, aid);
                try (var row = balance.executeQuery()) {
                    row.next();
                }
                update(teller, delta, tid);
                update(branch, delta, bid);
                history.setInt(1, tid);
                history.setInt(2, bid);
                history.setInt(3, aid);
                history.setInt(4, delta);
                history.executeUpdate();
                connection.commit();
                done++;
            }
        }
        return done;
    }

    private static void update(PreparedStatement statement, int delta, int id) throws SQLException {
        statement.setInt(1, delta);
        statement.setInt(2, id);
        statement.executeUpdate();
    }
}
