package org.dongvon.shared;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * Statements that travel to the database together and are answered together, in the order in which they were added. A
 * posting asks for a dozen things that do not wait for each other's answers: one journey for them all costs a fraction of
 * one journey each. Belongs to one transaction and one thread.
 *
 * <p>Example: {@code var day = days.hold(trip, office); var loans = repayments.lock(trip, ids); trip.send();} and then
 * {@code day.get()}.
 */
public final class RoundTrip {

    private static final Map<String, Prepared> PREPARED = new ConcurrentHashMap<>();

    private final JdbcTemplate db;
    private final List<Call<?>> calls = new ArrayList<>();

    RoundTrip(JdbcTemplate db) {
        this.db = db;
    }

    /** Adds a statement that answers with rows. The extractor must not ask the database itself. */
    public <T> Answer<T> query(String sql, SqlParameterSource parameters, Extractor<T> rows) {
        return add(sql, parameters, statement -> {
            try (var result = statement.getResultSet()) {
                return rows.extract(result);
            }
        });
    }

    /** Adds a statement that answers with a number of rows; the check sees it when all statements are done. */
    public void update(String sql, SqlParameterSource parameters, IntConsumer check) {
        Answer<Integer> answer = add(sql, parameters, PreparedStatement::getUpdateCount);
        calls.getLast().check = () -> check.accept(answer.get());
    }

    /** Adds a statement that answers with a number of rows which nobody needs to know. */
    public void update(String sql, SqlParameterSource parameters) {
        add(sql, parameters, PreparedStatement::getUpdateCount);
    }

    private <T> Answer<T> add(String sql, SqlParameterSource parameters, Reading<T> reading) {
        var prepared = PREPARED.computeIfAbsent(sql, Prepared::of);
        var call =
                new Call<>(prepared, NamedParameterUtils.buildValueArray(prepared.parsed(), parameters, null), reading);
        calls.add(call);
        return new Answer<>(call::result);
    }

    /**
     * Sends all that was added, reads all answers, then runs the checks.
     *
     * @throws org.springframework.dao.DataAccessException when one statement fails; those after it were not executed
     */
    public void send() {
        if (!calls.isEmpty()) {
            db.execute((ConnectionCallback<Boolean>) this::sendOver);
            calls.forEach(call -> call.check.run());
        }
    }

    // The driver takes statements that are separated by semicolons apart, and sends them in one go.
    private Boolean sendOver(Connection connection) throws SQLException {
        var sql = calls.stream().map(call -> call.prepared.sql()).collect(Collectors.joining(";"));
        try (var statement = connection.prepareStatement(sql)) {
            int index = 1;
            for (var call : calls) {
                for (var value : call.values) {
                    StatementCreatorUtils.setParameterValue(statement, index++, SqlTypeValue.TYPE_UNKNOWN, value);
                }
            }
            statement.execute();
            for (var call : calls) {
                call.read(statement);
                statement.getMoreResults();
            }
        }
        return true;
    }

    /** What one statement was answered; there when its journey has been sent. */
    public static final class Answer<T> {

        private final Supplier<T> value;

        private Answer(Supplier<T> value) {
            this.value = value;
        }

        /**
         * The answer.
         *
         * @throws IllegalStateException before the journey was sent
         */
        public T get() {
            return value.get();
        }

        /** What is made of the answer, when it is asked for. */
        public <R> Answer<R> map(Function<T, R> further) {
            return new Answer<>(() -> further.apply(value.get()));
        }
    }

    /** Reads the rows of one statement. */
    @FunctionalInterface
    public interface Extractor<T> {

        /** What the rows say. */
        T extract(ResultSet rows) throws SQLException;
    }

    @FunctionalInterface
    private interface Reading<T> {

        T read(PreparedStatement statement) throws SQLException;
    }

    private record Prepared(String sql, ParsedSql parsed) {

        static Prepared of(String sql) {
            var parsed = NamedParameterUtils.parseSqlStatement(sql);
            return new Prepared(NamedParameterUtils.substituteNamedParameters(parsed, null), parsed);
        }
    }

    private static final class Call<T> {

        private final Prepared prepared;
        private final @Nullable Object[] values;
        private final Reading<T> reading;
        private Runnable check = () -> {};
        private @Nullable T result;

        Call(Prepared prepared, @Nullable Object[] values, Reading<T> reading) {
            this.prepared = prepared;
            this.values = values;
            this.reading = reading;
        }

        void read(PreparedStatement statement) throws SQLException {
            result = reading.read(statement);
        }

        T result() {
            if (result == null) {
                throw new IllegalStateException("the journey was not sent: " + prepared.sql());
            }
            return result;
        }
    }
}
