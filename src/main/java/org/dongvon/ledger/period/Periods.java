package org.dongvon.ledger.period;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.LedgerRefusal;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which months and years of an office are shut, and what it takes to shut one. */
@Repository
public class Periods {

    private static final String STATE = """
            select ledger.locked_through(:office) as locked, ledger.carried_through(:office) as carried,
                   (select min(a.day) from ledger.v_accounted a where a.office_id = :office) as first,
                   (select bool_and(p.id <@ (select shared.scope())) and not (select shared.narrowed())
                      from organisation.point p where p.office_id = :office) as whole
            """;

    private static final String LOCK = """
            insert into ledger.month_lock (office_id, month, turn, point_id, locked, decided_on, reason, submission)
            select :office, :month, coalesce(max(l.turn), 0) + 1, :point, :locked, :day, :reason, :submission
              from ledger.month_lock l
             where l.office_id = :office and l.month = :month
            returning turn
            """;

    private static final String TOTALS = """
            insert into ledger.month_total (office_id, month, turn, account, point_id, debit, credit)
            select :office, :month, :turn, e.account, :point, coalesce(sum(e.amount) filter (where e.amount > 0), 0),
                   coalesce(-sum(e.amount) filter (where e.amount < 0), 0)
              from ledger.v_accounted a
              join ledger.entry e on e.journal_id = a.id
             where a.office_id = :office and a.day >= :month and a.day < cast(:month as date) + interval '1 month'
             group by e.account
            """;

    // Locked months by their totals, what came after by its entries.
    private static final String RESULTS = """
            with summed as (
                select t.account, sum(t.debit - t.credit) as amount
                  from ledger.v_month_total t
                 where t.office_id = :office and t.month <= :end
                 group by t.account
                 union all
                select e.account, sum(e.amount)
                  from ledger.v_accounted a
                  join ledger.entry e on e.journal_id = a.id
                 where a.office_id = :office and a.day <= :end
                   and a.day > coalesce(ledger.locked_through(:office), cast('0001-01-01' as date))
                 group by e.account)
            select s.account, sum(s.amount)::bigint as amount
              from summed s
              join ledger.account c on c.code = s.account
             where c.side in ('INCOME', 'EXPENSE')
             group by s.account
            having sum(s.amount) <> 0
             order by s.account
            """;

    private static final String CARRY = """
            insert into ledger.carry_over (office_id, year, turn, journal_id, point_id, carried, result)
            select :office, :year, coalesce(max(c.turn), 0) + 1, :journal, :point, :carried, :result
              from ledger.carry_over c
             where c.office_id = :office and c.year = :year
            """;

    private static final String CARRIED = """
            select c.journal_id, c.result
              from ledger.carry_over c
             where c.office_id = :office and c.year = :year and c.carried
             order by c.turn desc
             limit 1
            """;

    private static final String ENTRIES = """
            select e.account, e.amount from ledger.entry e where e.journal_id = :journal
            """;

    private final JdbcClient db;
    private final Units units;

    Periods(JdbcClient db, Units units) {
        this.db = db;
        this.units = units;
    }

    /**
     * Refuses a day that takes nothing more; the caller holds the office's business day.
     *
     * @throws Refused {@link LedgerRefusal#MONTH_LOCKED}, {@link LedgerRefusal#YEAR_CARRIED}, {@link
     *     LedgerRefusal#VOUCHER_BEFORE_BOOKS}
     */
    public void requireOpen(long officeId, LocalDate day) {
        var state = state(officeId);
        var locked = state.locked();
        if (locked != null && !day.isAfter(locked)) {
            throw new Refused(LedgerRefusal.MONTH_LOCKED, day, locked);
        }
        var carried = state.carried();
        if (carried != null && !day.isAfter(carried)) {
            throw new Refused(LedgerRefusal.YEAR_CARRIED, day, carried);
        }
        var first = state.first();
        if (first != null && day.isBefore(first.withDayOfMonth(1))) {
            throw new Refused(LedgerRefusal.VOUCHER_BEFORE_BOOKS, day, first);
        }
    }

    /**
     * Refuses an office of which not all points are in scope.
     *
     * @throws Refused {@link LedgerRefusal#OFFICE_NOT_WHOLE}
     */
    public void requireWhole(long officeId) {
        if (!state(officeId).whole()) {
            throw new Refused(
                    LedgerRefusal.OFFICE_NOT_WHOLE, units.get(officeId).name());
        }
    }

    /** What is shut of an office. */
    State state(long officeId) {
        return db.sql(STATE)
                .param("office", officeId)
                .query((row, n) -> new State(
                        row.getObject("locked", LocalDate.class),
                        row.getObject("carried", LocalDate.class),
                        row.getObject("first", LocalDate.class),
                        row.getBoolean("whole")))
                .single();
    }

    /** Locks a month or opens it again, and keeps what it came to. */
    void turn(Turn turn, LocalDate month, Deed deed) {
        int number = db.sql(LOCK)
                .param("office", turn.officeId())
                .param("month", month)
                .param("point", turn.pointId())
                .param("locked", deed == Deed.SHUT)
                .param("day", turn.day())
                .param("reason", turn.reason())
                .param("submission", turn.submission())
                .query(Integer.class)
                .single();
        if (deed == Deed.SHUT) {
            db.sql(TOTALS)
                    .param("office", turn.officeId())
                    .param("month", month)
                    .param("turn", number)
                    .param("point", turn.pointId())
                    .update();
        }
    }

    /** What stands on accounts of income and expense at a year's end; debit positive, in the order of accounts. */
    Map<String, Dong> results(long officeId, LocalDate end) {
        Map<String, Dong> results = new LinkedHashMap<>();
        db.sql(RESULTS).param("office", officeId).param("end", end).query(row -> {
            results.put(row.getString("account"), new Dong(row.getLong("amount")));
        });
        return results;
    }

    /** Records that a journal carried a year over, or took that back. */
    void carry(Turn turn, int year, long journalId, Deed deed, Dong result) {
        db.sql(CARRY)
                .param("office", turn.officeId())
                .param("year", (short) year)
                .param("journal", journalId)
                .param("point", turn.pointId())
                .param("carried", deed == Deed.SHUT)
                .param("result", result.amount())
                .update();
    }

    /** The last journal that carried a year over. */
    Optional<Carried> carried(long officeId, int year) {
        return db.sql(CARRIED)
                .param("office", officeId)
                .param("year", (short) year)
                .query((row, n) -> new Carried(row.getLong("journal_id"), new Dong(row.getLong("result"))))
                .optional();
    }

    Map<String, Dong> entries(long journalId) {
        Map<String, Dong> entries = new LinkedHashMap<>();
        db.sql(ENTRIES).param("journal", journalId).query(row -> {
            entries.put(row.getString("account"), new Dong(row.getLong("amount")));
        });
        return entries;
    }

    /** Shutting a period, or opening it again. */
    enum Deed {
        SHUT,
        OPEN
    }

    /**
     * What is shut of an office.
     *
     * @param locked the last day that is locked
     * @param carried the last day of the last year carried over
     * @param first the first day on which anything counts
     * @param whole whether all its points are in scope
     */
    record State(
            @Nullable LocalDate locked,
            @Nullable LocalDate carried,
            @Nullable LocalDate first,
            boolean whole) {

        /** The month to be locked next; none before the books begin. */
        Optional<LocalDate> nextMonth() {
            return locked != null
                    ? Optional.of(locked.plusDays(1))
                    : Optional.ofNullable(first).map(day -> day.withDayOfMonth(1));
        }
    }

    /** Who shuts what where: the office, its point and open day, why, and under which key. */
    record Turn(long officeId, long pointId, LocalDate day, String reason, java.util.UUID submission) {}

    /** A year carried over. */
    record Carried(long journalId, Dong result) {}

    /** All months from the first to the open day, the newest first. */
    static List<LocalDate> months(LocalDate first, LocalDate today) {
        return first.withDayOfMonth(1)
                .datesUntil(today.withDayOfMonth(1).plusDays(1), java.time.Period.ofMonths(1))
                .toList()
                .reversed();
    }
}
