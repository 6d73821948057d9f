package org.dongvon.ledger.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.LedgerRefusal;
import org.dongvon.ledger.VoucherNumber;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.text.Label;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads journals as they were written. */
@Repository
class JournalBook {

    private static final String HEAD = """
            select j.id, j.kind, j.voucher, j.business_date, j.value_date, u.code as point_code, u.name as point,
                   o.code as office_code, o.name as office, maker.full_name as maker, s.role, s.recorded_at, s.key, j.reverses, later.id as reversed_by
              from ledger.journal j
              join shared.submission s on s.key = j.submission
              join organisation.unit u on u.id = j.point_id
              join organisation.unit o on o.id = j.office_id
              left join organisation.v_staff maker on maker.id = s.actor_id
              left join ledger.journal later on later.reverses = j.id
             where j.id = :id and j.point_id <@ (select shared.scope())
             limit 1
            """;

    private static final String ENTRIES = """
            select e.account, e.programme_id, e.contract_id, e.amount
              from ledger.entry e
             where e.journal_id = :id
             order by e.amount < 0, e.account, e.programme_id, e.contract_id
            """;

    private static final String BY_HAND = """
            select v.source, v.wording from ledger.manual_voucher v where v.journal_id = :id
            """;

    private static final String BY_HAND_LINES = """
            select l.line_no, l.account, l.amount, l.wording from ledger.manual_line l where l.journal_id = :id order by l.line_no
            """;

    private static final String ACCOUNTS = """
            select distinct on (code) code, name_vi, name_en from ledger.v_account order by code, valid_from desc
            """;

    // The sum of the debit side is the journal's amount; journals balance.
    private static final String OF_DAY = """
            select j.id, j.kind, j.voucher, j.business_date, j.value_date, u.code as point_code, u.name as point,
                   (select sum(e.amount) from ledger.entry e
                     where e.journal_id = j.id and e.amount > 0)::bigint as amount,
                   (select count(*) from ledger.entry e where e.journal_id = j.id) as entries
              from ledger.journal j
              join organisation.unit u on u.id = j.point_id
             where j.office_id = :office and j.business_date = :day and j.id > :after
             order by j.id
             limit :most
            """;

    private static final String TRIAL_BALANCE = """
            select a.code, a.name_vi, a.name_en,
                   coalesce(sum(e.amount) filter (where e.amount > 0), 0)::bigint as debit,
                   coalesce(-sum(e.amount) filter (where e.amount < 0), 0)::bigint as credit
              from ledger.journal j
              join ledger.entry e on e.journal_id = j.id
              join ledger.account a on a.code = e.account
             where j.office_id = :office and j.business_date = :day
             group by a.code, a.name_vi, a.name_en
             order by a.code
            """;

    private static final String COUNT = """
            select count(*) from ledger.journal where office_id = :office and business_date = :day
            """;

    private final JdbcClient db;

    JournalBook(JdbcClient db) {
        this.db = db;
    }

    /** What was written on a voucher by hand, if the journal is one. */
    Optional<ByHand> byHand(long id) {
        return db.sql(BY_HAND)
                .param("id", id)
                .query((row, n) -> new ByHand(row.getString("source"), row.getString("wording"), lines(id)))
                .optional();
    }

    private List<ByHandLine> lines(long id) {
        return db.sql(BY_HAND_LINES)
                .param("id", id)
                .query((row, n) -> new ByHandLine(
                        row.getInt("line_no"),
                        row.getString("account"),
                        new Dong(row.getLong("amount")),
                        row.getString("wording")))
                .list();
    }

    /**
     * The head of a journal.
     *
     * @throws Refused {@link LedgerRefusal#UNKNOWN_JOURNAL} when there is none in scope
     */
    JournalHead head(long id) {
        return db.sql(HEAD)
                .param("id", id)
                .query((row, n) -> head(row))
                .optional()
                .orElseThrow(() -> new Refused(LedgerRefusal.UNKNOWN_JOURNAL, Long.toString(id)));
    }

    /** Debits first, then credits. */
    List<Line> entries(long id) {
        return db.sql(ENTRIES)
                .param("id", id)
                .query((row, n) -> new Line(
                        row.getString("account"),
                        row.getInt("programme_id"),
                        row.getLong("contract_id"),
                        new Dong(row.getLong("amount"))))
                .list();
    }

    /** Names from the chart of accounts. */
    List<AccountName> accounts() {
        return db.sql(ACCOUNTS)
                .query((row, n) -> new AccountName(row.getString("code"), name(row)))
                .list();
    }

    /** A page of an office's journals of a day, after one of them. */
    List<Listed> ofDay(long officeId, LocalDate day, long after, int most) {
        return db.sql(OF_DAY)
                .param("office", officeId)
                .param("day", day)
                .param("after", after)
                .param("most", most)
                .query((row, n) -> new Listed(
                        row.getLong("id"),
                        row.getString("kind"),
                        row.getInt("voucher"),
                        days(row),
                        new ListedPoint(row.getString("point_code"), row.getString("point")),
                        new Dong(row.getLong("amount")),
                        row.getLong("entries")))
                .list();
    }

    /** The turnover of each account on a day. */
    List<Turnover> trialBalance(long officeId, LocalDate day) {
        return db.sql(TRIAL_BALANCE)
                .param("office", officeId)
                .param("day", day)
                .query((row, n) -> new Turnover(
                        row.getString("code"),
                        name(row),
                        new Dong(row.getLong("debit")),
                        new Dong(row.getLong("credit"))))
                .list();
    }

    long count(long officeId, LocalDate day) {
        return db.sql(COUNT)
                .param("office", officeId)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    private static Label name(ResultSet row) throws SQLException {
        return new Label(row.getString("name_vi"), row.getString("name_en"));
    }

    private static JournalHead.Days days(ResultSet row) throws SQLException {
        return new JournalHead.Days(
                row.getObject("business_date", LocalDate.class), row.getObject("value_date", LocalDate.class));
    }

    private static JournalHead head(ResultSet row) throws SQLException {
        Instant at = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
        var place = new JournalHead.Place(
                row.getString("point_code"),
                row.getString("point"),
                row.getString("office_code"),
                row.getString("office"));
        return new JournalHead(
                row.getLong("id"),
                row.getString("kind"),
                row.getInt("voucher"),
                days(row),
                place,
                new JournalHead.Maker(
                        row.getString("maker"),
                        Role.valueOf(row.getString("role")),
                        at,
                        row.getObject("key", UUID.class)),
                new JournalHead.Reversals(
                        row.getObject("reverses", Long.class), row.getObject("reversed_by", Long.class)));
    }

    /** An account's name. */
    record AccountName(String account, Label name) {}

    /** An entry of any account of the chart; programme and contract are 0 where it has none. */
    record Line(String account, int programmeId, long contractId, Dong amount) {}

    /** What somebody wrote by hand: the paper it rests on, what it is about, and its lines. */
    record ByHand(String source, String wording, List<ByHandLine> lines) {}

    /** A line of it; debit positive. */
    record ByHandLine(int lineNo, String account, Dong amount, String wording) {}

    /** A journal in the list of its day; its amount is the sum of one side. */
    record Listed(
            long id, String kind, int voucher, JournalHead.Days days, ListedPoint point, Dong amount, long entries) {

        public String number() {
            return new VoucherNumber(point.code(), days.business().getYear(), voucher).toString();
        }
    }

    /** The point of a listed journal. */
    record ListedPoint(String code, String name) {}

    /** What an account was debited and credited in a day. */
    record Turnover(String code, Label name, Dong debit, Dong credit) {}
}
