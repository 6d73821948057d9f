package org.dongvon.loan;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dongvon.engine.interest.InterestLine;
import org.dongvon.engine.interest.Part;
import org.dongvon.shared.RoundTrip;
import org.dongvon.shared.RoundTrips;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Loads balances, locked or not, and writes movements: a handful of statements, however many loans. */
@Repository
class LoanBook {

    // In the order of loans, then of parts: whoever changes a loan holds the rows of its parts.
    private static final String LOCK = """
            select l.id, l.code, l.point_id, l.group_id, l.member_id, l.programme_id, l.contract_id, l.allotment_id,
                   l.stage, l.interest_due_from, p.series_id, p.part, p.principal, p.constant,
                   (select version from programme.reference_version) as reference_version
              from loan.part p
              join loan.loan l on l.id = p.loan_id
             where p.loan_id = any (:loans)
             order by p.loan_id, p.series_id, p.part
               for no key update of p
            """;

    private static final String READ = """
            select l.id, l.code, l.point_id, l.group_id, l.member_id, l.programme_id, l.contract_id, l.allotment_id,
                   l.stage, l.interest_due_from, p.series_id, p.part, p.principal, p.constant,
                   (select version from programme.reference_version) as reference_version
              from loan.loan l
              join loan.part p on p.loan_id = l.id
             where l.id = any (:loans)
             order by l.id, p.series_id, p.part
            """;

    // A line may move one part twice (a payment and its rounding), so the balance takes the sum.
    private static final String WRITE = """
            with moved as (
                select *
                  from unnest(cast(:lines as uuid[]), cast(:numbers as smallint[]), cast(:loans as bigint[]),
                              cast(:points as bigint[]), cast(:series as integer[]), cast(:parts as text[]),
                              cast(:kinds as text[]), cast(:principals as bigint[]),
                              cast(:interests as bigint[]), cast(:constants as numeric[]), cast(:reverses as uuid[]))
                           as m (line_id, line_no, loan_id, point_id, series_id, part, kind, principal, interest, constant,
                                 reverses)),
            written as (
                insert into loan.movement
                       (journal_id, line_id, line_no, loan_id, point_id, series_id, part, kind, value_date, principal,
                        interest, constant, reverses)
                select :journal, line_id, line_no, loan_id, point_id, series_id, part, kind, :value_date, principal,
                       interest, constant, reverses
                  from moved)
            update loan.part p
               set principal = p.principal + s.principal,
                   constant = p.constant + s.constant
              from (select loan_id, series_id, part, sum(principal) as principal, sum(constant) as constant
                      from moved
                     group by loan_id, series_id, part) s
             where p.loan_id = s.loan_id and p.series_id = s.series_id and p.part = s.part
            """;

    private static final String OPEN_PARTS = """
            insert into loan.part (loan_id, series_id, part, point_id, principal, constant)
            select n.loan_id, n.series_id, n.part, n.point_id, 0, 0
              from unnest(cast(:loans as bigint[]), cast(:series as integer[]), cast(:parts as text[]),
                          cast(:points as bigint[])) as n (loan_id, series_id, part, point_id)
                on conflict (loan_id, series_id, part) do nothing
            """;

    private static final String CLOSE = """
            update loan.loan set stage = 'CLOSED', closed_on = :day where id = any (:loans) and stage = 'ACTIVE'
            """;

    private static final String REOPEN = """
            update loan.loan set stage = 'ACTIVE', closed_on = null where id = any (:loans) and stage = 'CLOSED'
            """;

    private final JdbcClient db;
    private final RoundTrips trips;

    LoanBook(JdbcClient db, RoundTrips trips) {
        this.db = db;
        this.trips = trips;
    }

    /** Locks the loans' parts until the transaction ends. */
    Loaded lock(Collection<Long> loanIds) {
        return load(LOCK, loanIds);
    }

    /** Likewise, among other statements of one journey. */
    RoundTrip.Answer<Loaded> lock(RoundTrip trip, Collection<Long> loanIds) {
        return trip.query(LOCK, new MapSqlParameterSource("loans", loanIds.toArray(Long[]::new)), row -> {
            var rows = new BalanceRows();
            while (row.next()) {
                rows.processRow(row);
            }
            return rows.loaded();
        });
    }

    Loaded read(Collection<Long> loanIds) {
        return load(READ, loanIds);
    }

    private Loaded load(String sql, Collection<Long> loanIds) {
        var rows = new BalanceRows();
        db.sql(sql).param("loans", loanIds.toArray(Long[]::new)).query(rows);
        return rows.loaded();
    }

    /** Makes empty parts where a movement will need one. */
    void openParts(List<LoanMovement> movements) {
        db.sql(OPEN_PARTS)
                .param("loans", movements.stream().map(m -> m.loan().id()).toArray(Long[]::new))
                .param("series", movements.stream().map(LoanMovement::seriesId).toArray(Integer[]::new))
                .param("parts", movements.stream().map(m -> m.part().name()).toArray(String[]::new))
                .param("points", movements.stream().map(m -> m.loan().pointId()).toArray(Long[]::new))
                .update();
    }

    /** Writes movements and adds them to the balances. */
    void write(long journalId, LocalDate valueDate, List<LoanMovement> movements) {
        var trip = trips.begin();
        write(trip, journalId, valueDate, movements);
        trip.send();
    }

    /** Likewise, among other statements of one journey. */
    void write(RoundTrip trip, long journalId, LocalDate valueDate, List<LoanMovement> movements) {
        if (movements.isEmpty()) {
            return;
        }
        int size = movements.size();
        var lines = new String[size];
        var numbers = new Short[size];
        var loans = new Long[size];
        var points = new Long[size];
        var series = new Integer[size];
        var parts = new String[size];
        var kinds = new String[size];
        var principals = new Long[size];
        var interests = new Long[size];
        var constants = new String[size];
        var reverses = new @Nullable String[size];
        for (int i = 0; i < size; i++) {
            var movement = movements.get(i);
            lines[i] = movement.line().id().toString();
            numbers[i] = (short) movement.line().number();
            loans[i] = movement.loan().id();
            points[i] = movement.loan().pointId();
            series[i] = movement.seriesId();
            parts[i] = movement.part().name();
            kinds[i] = movement.kind().name();
            principals[i] = movement.delta().principal();
            interests[i] = movement.interest().amount();
            constants[i] = movement.delta().constant().toString();
            reverses[i] = reversed(movement);
        }
        trip.update(
                WRITE,
                new MapSqlParameterSource("journal", journalId)
                        .addValue("value_date", valueDate)
                        .addValue("lines", lines)
                        .addValue("numbers", numbers)
                        .addValue("loans", loans)
                        .addValue("points", points)
                        .addValue("series", series)
                        .addValue("parts", parts)
                        .addValue("kinds", kinds)
                        .addValue("principals", principals)
                        .addValue("interests", interests)
                        .addValue("constants", constants)
                        .addValue("reverses", reverses));
    }

    private static @Nullable String reversed(LoanMovement movement) {
        var line = movement.reverses();
        return line == null ? null : line.toString();
    }

    void close(RoundTrip trip, Collection<Long> loanIds, LocalDate day) {
        trip.update(CLOSE, new MapSqlParameterSource("loans", loanIds.toArray(Long[]::new)).addValue("day", day));
    }

    void reopen(Collection<Long> loanIds) {
        db.sql(REOPEN).param("loans", loanIds.toArray(Long[]::new)).update();
    }

    /** Gathers rows of one part each into loans. */
    private static final class BalanceRows implements RowCallbackHandler {

        private final Map<Long, LoanHeader> headers = new LinkedHashMap<>();
        private final Map<Long, List<PartBalance>> parts = new LinkedHashMap<>();
        private @Nullable Long version;

        @Override
        public void processRow(ResultSet row) throws SQLException {
            long id = row.getLong("id");
            if (version == null) {
                version = row.getLong("reference_version");
            }
            if (!headers.containsKey(id)) {
                headers.put(id, header(id, row));
            }
            BigDecimal constant = row.getBigDecimal("constant");
            parts.computeIfAbsent(id, loan -> new ArrayList<>(1))
                    .add(new PartBalance(
                            row.getInt("series_id"),
                            Part.valueOf(row.getString("part")),
                            new InterestLine(row.getLong("principal"), constant.toBigIntegerExact())));
        }

        private static LoanHeader header(long id, ResultSet row) throws SQLException {
            return new LoanHeader(
                    id,
                    row.getString("code"),
                    row.getLong("point_id"),
                    row.getObject("group_id", Long.class),
                    row.getObject("member_id", Long.class),
                    new LoanHeader.Funding(
                            row.getInt("programme_id"), row.getLong("contract_id"), row.getLong("allotment_id")),
                    Stage.valueOf(row.getString("stage")),
                    row.getObject("interest_due_from", LocalDate.class));
        }

        Loaded loaded() {
            Map<Long, LoanBalance> result = new LinkedHashMap<>();
            headers.forEach((id, header) -> result.put(id, new LoanBalance(header, parts.getOrDefault(id, List.of()))));
            return new Loaded(result, version);
        }
    }

    /**
     * Loans as they were found.
     *
     * @param version of the reference data at that moment, which saves a query for it; none when no loan was found
     */
    record Loaded(Map<Long, LoanBalance> balances, @Nullable Long version) {}
}
