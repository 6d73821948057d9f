package org.dongvon.savings.term;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.money.Dong;
import org.dongvon.savings.SavingsRefusal;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds, locks and writes term deposits of residents: their terms and their movements. */
@Repository
public class TermDeposits {

    private static final String DEPOSITS = """
            select d.id, d.point_id, c.office_id, d.code, d.person_id, h.full_name, h.identity_last4, h.hamlet, d.months, d.at_maturity,
                   d.opened_on, d.closed_on, d.balance, p.seq, p.from_on, p.matures_on, p.rate, p.principal
              from savings.term_deposit d
              join organisation.point c on c.id = d.point_id
              join household.v_person h on h.id = d.person_id
              cross join lateral (
                   select t.seq, t.from_on, t.matures_on, t.rate, t.principal
                     from savings.term_period t where t.deposit_id = d.id order by t.seq desc limit 1) p
            """;

    private static final String GET = DEPOSITS + " where d.code = :code and d.point_id <@ (select shared.scope())";

    private static final String BY_IDS = DEPOSITS + " where d.id = any (:ids) order by d.id";

    private static final String LOCK = """
            select d.id from savings.term_deposit d where d.id = any (:ids) order by d.id for no key update of d
            """;

    private static final String MATURING = """
            select d.id
              from organisation.point c
              join savings.term_period p on p.point_id = c.id and p.matures_on <= :day
              join savings.term_deposit d on d.id = p.deposit_id and d.closed_on is null
             where c.office_id = :office
               and not exists (select from savings.term_period l where l.deposit_id = p.deposit_id and l.seq > p.seq)
             order by d.id
            """;

    private static final String NEXT_MATURITY = """
            select min(p.matures_on)
              from organisation.point c
              join savings.term_period p on p.point_id = c.id and p.matures_on >= :from
              join savings.term_deposit d on d.id = p.deposit_id and d.closed_on is null
             where c.office_id = :office
            """;

    // The lock of the voucher counter of the point, taken before, keeps two books from one number.
    private static final String OPEN = """
            insert into savings.term_deposit (point_id, person_id, code, number, months, at_maturity, opened_on)
            select u.id, :person, u.code || '-S' || lpad(n.next::text, 6, '0'), n.next, :months, :at_maturity, :day
              from organisation.unit u
              cross join (select coalesce(max(d.number), 0) + 1 as next from savings.term_deposit d where d.point_id = :point) n
             where u.id = :point
            returning id, code
            """;

    private static final String WRITE = """
            with moved as (
                select *
                  from unnest(cast(:lines as uuid[]), cast(:numbers as smallint[]), cast(:deposits as bigint[]), cast(:days as date[]),
                              cast(:kinds as text[]), cast(:amounts as bigint[]), cast(:numerators as numeric[]))
                           as m (line_id, line_no, deposit_id, value_date, kind, amount, numerator)),
            written as (
                insert into savings.term_movement (line_id, journal_id, line_no, deposit_id, point_id, value_date, kind, amount, numerator)
                select line_id, :journal, line_no, deposit_id, :point, value_date, kind, amount, numerator
                  from moved)
            update savings.term_deposit d
               set balance = d.balance + s.amount,
                   closed_on = case when s.paid then cast(:day as date) end
              from (select deposit_id, sum(amount)::bigint as amount, bool_or(kind = 'PAID') as paid from moved group by deposit_id) s
             where d.id = s.deposit_id
            """;

    private static final String BEGIN = """
            insert into savings.term_period (deposit_id, seq, journal_id, point_id, from_on, matures_on, rate, principal)
            select p.deposit_id, p.seq, :journal, :point, p.from_on, p.matures_on, p.rate, p.principal
              from unnest(cast(:deposits as bigint[]), cast(:seqs as smallint[]), cast(:froms as date[]), cast(:maturities as date[]),
                          cast(:rates as bigint[]), cast(:principals as bigint[]))
                       as p (deposit_id, seq, from_on, matures_on, rate, principal)
            """;

    private static final RowMapper<TermDeposit> DEPOSIT = (row, n) -> deposit(row);

    private final JdbcClient db;

    TermDeposits(JdbcClient db) {
        this.db = db;
    }

    private static TermDeposit deposit(ResultSet row) throws SQLException {
        var rate = row.getObject("rate", Long.class);
        return new TermDeposit(
                row.getLong("id"),
                new TermDeposit.Place(row.getLong("point_id"), row.getLong("office_id"), row.getString("code")),
                new TermDeposit.Saver(
                        row.getLong("person_id"),
                        row.getString("full_name"),
                        row.getString("identity_last4"),
                        row.getString("hamlet")),
                new TermDeposit.Terms(
                        row.getInt("months"),
                        AtMaturity.valueOf(row.getString("at_maturity")),
                        row.getObject("opened_on", LocalDate.class)),
                new Period(
                        row.getObject("from_on", LocalDate.class),
                        row.getObject("matures_on", LocalDate.class),
                        rate == null ? null : new AnnualRate(rate),
                        new Dong(row.getLong("principal"))),
                row.getInt("seq"),
                new TermDeposit.State(new Dong(row.getLong("balance")), row.getObject("closed_on", LocalDate.class)));
    }

    /**
     * The deposit of a savings book.
     *
     * @throws Refused {@link SavingsRefusal#UNKNOWN_TERM_DEPOSIT} when there is none in scope
     */
    public TermDeposit get(String code) {
        return db.sql(GET)
                .param("code", code)
                .query(DEPOSIT)
                .optional()
                .orElseThrow(() -> new Refused(SavingsRefusal.UNKNOWN_TERM_DEPOSIT, code));
    }

    /** Likewise, locked until the transaction ends. */
    public TermDeposit lock(String code) {
        return lock(List.of(get(code).id())).getFirst();
    }

    /** Deposits in order, locked until the transaction ends. */
    List<TermDeposit> lock(List<Long> ids) {
        db.sql(LOCK).param("ids", ids.toArray(Long[]::new)).query(Long.class).list();
        return all(ids);
    }

    /** Deposits in order. */
    public List<TermDeposit> all(List<Long> ids) {
        return db.sql(BY_IDS)
                .param("ids", ids.toArray(Long[]::new))
                .query(DEPOSIT)
                .list();
    }

    /** Those of an office whose term is over by a day. */
    List<Long> maturing(long officeId, LocalDate day) {
        return db.sql(MATURING)
                .param("office", officeId)
                .param("day", day)
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    /** The next day on which a term of an office's deposits is over. */
    LocalDate nextMaturity(long officeId, LocalDate from) {
        return db.sql(NEXT_MATURITY)
                .param("office", officeId)
                .param("from", from)
                .query(LocalDate.class)
                .optional()
                .orElse(LocalDate.MAX);
    }

    /** Gives out the next savings book of a point; the caller holds the point's voucher counter. */
    public Book open(long pointId, long personId, TermDeposit.Terms terms) {
        return db.sql(OPEN)
                .param("point", pointId)
                .param("person", personId)
                .param("months", terms.months())
                .param("at_maturity", terms.atMaturity().name())
                .param("day", terms.openedOn())
                .query(Book.class)
                .single();
    }

    /** Writes movements of a journal and adds them to the balances; what is paid out is closed. */
    public void post(Posted journal, List<Movement> movements) {
        db.sql(WRITE)
                .param("journal", journal.journalId())
                .param("point", journal.pointId())
                .param("day", journal.day())
                .param(
                        "lines",
                        movements.stream().map(each -> each.lineId().toString()).toArray(String[]::new))
                .param("numbers", numbers(movements.size()))
                .param("deposits", movements.stream().map(Movement::depositId).toArray(Long[]::new))
                .param(
                        "days",
                        movements.stream()
                                .map(each -> each.valueDate().toString())
                                .toArray(String[]::new))
                .param(
                        "kinds",
                        movements.stream().map(each -> each.kind().name()).toArray(String[]::new))
                .param(
                        "amounts",
                        movements.stream().map(each -> each.amount().amount()).toArray(Long[]::new))
                .param(
                        "numerators",
                        movements.stream().map(Movement::numeratorText).toArray(String[]::new))
                .update();
    }

    private static Short[] numbers(int size) {
        var numbers = new Short[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = (short) (i + 1);
        }
        return numbers;
    }

    /** Begins the next term of deposits. */
    public void begin(Posted journal, List<Next> terms) {
        db.sql(BEGIN)
                .param("journal", journal.journalId())
                .param("point", journal.pointId())
                .param("deposits", terms.stream().map(Next::depositId).toArray(Long[]::new))
                .param("seqs", terms.stream().map(each -> (short) each.seq()).toArray(Short[]::new))
                .param(
                        "froms",
                        terms.stream()
                                .map(each -> each.period().from().toString())
                                .toArray(String[]::new))
                .param("maturities", terms.stream().map(Next::maturity).toArray(String[]::new))
                .param("rates", terms.stream().map(Next::units).toArray(Long[]::new))
                .param(
                        "principals",
                        terms.stream()
                                .map(each -> each.period().principal().amount())
                                .toArray(Long[]::new))
                .update();
    }

    /** A savings book. */
    public record Book(long id, String code) {}

    /** The journal that is written. */
    public record Posted(long journalId, long pointId, LocalDate day) {}

    /** What a movement is. */
    public enum MoveKind {
        OPENED,
        INTEREST,
        PAID
    }

    /** What one line does to a deposit; the numerator is of interest alone. */
    public record Movement(
            UUID lineId,
            long depositId,
            MoveKind kind,
            LocalDate valueDate,
            Dong amount,
            @Nullable BigInteger numerator) {

        @Nullable
        String numeratorText() {
            return numerator == null ? null : numerator.toString();
        }
    }

    /** A term that begins. */
    public record Next(long depositId, int seq, Period period) {

        @Nullable
        String maturity() {
            var day = period.maturesOn();
            return day == null ? null : day.toString();
        }

        @Nullable
        Long units() {
            var rate = period.rate();
            return rate == null ? null : rate.units();
        }
    }
}
