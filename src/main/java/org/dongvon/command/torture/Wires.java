package org.dongvon.command.torture;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The wires between the modules and the database, which are cut before a statement, as when the machine dies, or behind a
 * commit whose answer is lost. What is cut stays cut until it is mended.
 */
final class Wires implements UnaryOperator<DataSource> {

    private static final int NEVER = Integer.MAX_VALUE;
    /** PostgreSQL's code of a connection that is gone. */
    private static final String GONE = "08006";

    private final UnaryOperator<String> text;
    private int left = NEVER;
    private boolean answerIsLost;
    private boolean broken;

    /** @param text what becomes of the text of a statement; a test changes it as a careless change would */
    Wires(UnaryOperator<String> text) {
        this.text = text;
    }

    /** So many statements or commits arrive, then nothing. */
    void cutAfter(int statements) {
        left = statements;
    }

    /** The next commit happens, and its answer is lost. */
    void loseAnswer() {
        answerIsLost = true;
    }

    /** Mends them; tells whether they broke. */
    boolean mend() {
        boolean was = broken;
        left = NEVER;
        answerIsLost = false;
        broken = false;
        return was;
    }

    @Override
    public DataSource apply(DataSource real) {
        return new DelegatingDataSource(real) {
            @Override
            public Connection getConnection() throws SQLException {
                return wired(super.getConnection());
            }
        };
    }

    private Connection wired(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, asked) -> {
                    try {
                        return switch (method.getName()) {
                            case "prepareStatement" -> {
                                arrive(real);
                                asked[0] = text.apply((String) asked[0]);
                                yield method.invoke(real, asked);
                            }
                            case "commit" -> {
                                commit(real);
                                yield null;
                            }
                            default -> method.invoke(real, asked);
                        };
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    private void commit(Connection real) throws SQLException {
        arrive(real);
        real.commit();
        if (answerIsLost) {
            broken = true;
            throw new SQLException("the answer to the commit is lost", GONE);
        }
    }

    private void arrive(Connection real) throws SQLException {
        if (left == 0 || broken) {
            broken = true;
            if (!real.getAutoCommit()) {
                real.rollback();
            }
            throw new SQLException("the database is gone", GONE);
        }
        if (left != NEVER) {
            left--;
        }
    }
}
